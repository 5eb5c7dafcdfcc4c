import { Problem, readRetryAfter } from './problem';

export type QueryValue = string | number | boolean | string[] | undefined;
export type FetchOptions = {
  query?: Record<string, QueryValue>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

const base = '/api/v1';

export async function fetchAnswer(method: string, path: string, options: FetchOptions): Promise<Response> {
  const answer = await reach(method, path, options);
  if (answer.ok) return answer;

  const retryAfter = readRetryAfter(answer.headers.get('Retry-After'), Date.now());
  throw new Problem(answer.status, await readBody(answer), retryAfter);
}

async function reach(method: string, path: string, { query, body, headers, signal }: FetchOptions): Promise<Response> {
  try {
    return await fetch(base + path + queryString(query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Accept-Language': document.documentElement.lang || 'ru',
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || body instanceof FormData ? (body ?? null) : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0);
  }
}

async function readBody(answer: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await answer.json();
    return body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function queryString(query: FetchOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
