import i18next from 'i18next';
import type { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { antiforgeryHeader, forgetAntiforgery } from '@/api/antiforgery';
import { Problem } from '@/api/problem';
import { problemText } from '@/app/problemText';

type Listener = { moved: (sent: number) => void; waits: () => void; done: (id: string) => void; failed: (problem: string) => void };

const pauses = [0, 1000, 3000, 5000, 10_000, 20_000, 20_000, 20_000];
const running = new Map<string, TusUpload>();
const wanted = new Set<string>();

/** Sends a file in parts. A lost connection is waited for, and the upload goes on where the server says it stopped. */
export function startUpload(key: string, file: File, listener: Listener): void {
  wanted.add(key);
  void begin(key, file, listener);
}

export function stopUpload(key: string, giveUp: boolean): void {
  wanted.delete(key);
  void running.get(key)?.abort(giveUp).catch(() => undefined);
  running.delete(key);
}

async function begin(key: string, file: File, listener: Listener): Promise<void> {
  const { Upload } = await import('tus-js-client');
  if (!wanted.has(key)) return;
  const again = () => {
    if (!wanted.has(key)) return;
    const upload = running.get(key);
    if (upload) upload.start();
  };
  const upload = running.get(key) ?? new Upload(file, {
    endpoint: '/api/v1/files/uploads',
    chunkSize: 32 * 1024 * 1024,
    retryDelays: pauses,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name, filetype: file.type },
    onBeforeRequest: async (request) => {
      for (const [name, value] of Object.entries(await antiforgeryHeader())) request.setHeader(name, value);
      request.setHeader('Accept-Language', document.documentElement.lang || 'ru');
    },
    onShouldRetry: (error) => shouldRetry(error),
    onProgress: (sent) => listener.moved(sent),
    onSuccess: () => {
      running.delete(key);
      wanted.delete(key);
      listener.done(upload.url?.split('/').at(-1) ?? '');
    },
    onError: (error) => {
      if (isUnreachable(error)) {
        listener.waits();
        window.addEventListener('online', again, { once: true });
        window.setTimeout(() => navigator.onLine && again(), 20_000);
        return;
      }
      listener.failed(textOf(error as DetailedError));
    },
  });
  running.set(key, upload);
  upload.start();
}

function shouldRetry(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0;
  if (status === 400) forgetAntiforgery();
  if (!navigator.onLine) return false;
  return status === 0 || status === 400 || status === 409 || status === 423 || status === 429 || status >= 500;
}

function isUnreachable(error: Error | DetailedError): boolean {
  return 'originalRequest' in error && error.originalRequest !== undefined && !error.originalResponse;
}

function textOf(error: DetailedError): string {
  const answer = error.originalResponse;
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(answer?.getBody() ?? '{}') as Record<string, unknown>;
  } catch {
    body = {};
  }
  return problemText(new Problem(answer?.getStatus() ?? 0, body), i18next.t, i18next.language) ?? '';
}
