import { antiforgeryHeader, forgetAntiforgery } from './antiforgery';
import { fetchAnswer, type FetchOptions } from './fetchAnswer';
import { asProblem } from './problem';

export type Tagged<T> = { value: T; etag: string };
type WriteOptions = Omit<FetchOptions, 'body'>;

let onUnauthorized: (() => void) | undefined;

export function whenUnauthorized(handle: () => void): void {
  onUnauthorized = handle;
}

export const api = {
  async get<T>(path: string, options: FetchOptions = {}): Promise<T> {
    return read<T>(await watched(fetchAnswer('GET', path, options)));
  },
  async getTagged<T>(path: string, options: FetchOptions = {}): Promise<Tagged<T>> {
    const answer = await watched(fetchAnswer('GET', path, options));
    return { value: await read<T>(answer), etag: answer.headers.get('ETag') ?? '*' };
  },
  post: <T = void>(path: string, body?: unknown, options?: WriteOptions) => write<T>('POST', path, body, options),
  put: <T = void>(path: string, body?: unknown, options?: WriteOptions) => write<T>('PUT', path, body, options),
  patch: <T = void>(path: string, body?: unknown, options?: WriteOptions) => write<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options?: WriteOptions) => write<T>('DELETE', path, undefined, options),
};

async function write<T>(method: string, path: string, body: unknown, options: WriteOptions = {}): Promise<T> {
  const send = async () =>
    fetchAnswer(method, path, { ...options, body, headers: { ...options.headers, ...(await antiforgeryHeader()) } });

  return read<T>(await watched(retriedOnce(send)));
}

async function retriedOnce(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (asProblem(error)?.code !== 'request.antiforgery') throw error;
    forgetAntiforgery();
    return send();
  }
}

async function watched(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    if (asProblem(error)?.status === 401) onUnauthorized?.();
    throw error;
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.status === 204 || answer.status === 205) return undefined as T;
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}
