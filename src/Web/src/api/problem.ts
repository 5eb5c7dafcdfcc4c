export type FieldProblem = { code: string; message: string };

type ProblemBody = {
  title?: string;
  code?: string;
  errors?: Record<string, FieldProblem[]>;
  traceId?: string;
  [extension: string]: unknown;
};

/** What the server refused, or that it could not be reached at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fields: Record<string, FieldProblem[]>;
  readonly retryAfter: number | undefined;
  readonly supportCode: string | undefined;
  readonly extensions: Record<string, unknown>;

  constructor(status: number, body: ProblemBody = {}, retryAfter?: number) {
    super(body.title ?? body.code ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'network' : 'unknown');
    this.title = body.title ?? '';
    this.fields = body.errors ?? {};
    this.retryAfter = retryAfter;
    this.supportCode = typeof body.traceId === 'string' ? body.traceId : undefined;
    this.extensions = body;
  }

  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }
}

export function asProblem(error: unknown): Problem | undefined {
  return error instanceof Problem ? error : undefined;
}

/** `Retry-After` is either seconds or a date. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
