import type { HubConnection } from '@microsoft/signalr';
import type { LiveEvent } from '@/api/types';
import { onlineStore } from './online';

type Handlers = {
  onEvent: (event: LiveEvent) => void;
  /** Connected for the first time: what was loaded before that may have missed something. */
  onFirst: () => void;
  onBack: () => void;
  onRefused: () => Promise<boolean>;
};

const pauses = [0, 1000, 2000, 5000, 10_000, 15_000];
const hiccup = 3000;

let connection: HubConnection | undefined;
let handlers: Handlers | undefined;
let attempt = 0;
let retryTimer: number | undefined;
let lostTimer: number | undefined;
let wasConnected = false;
let isUp = false;
const opened = new Map<string, number>();

export async function startLive(next: Handlers): Promise<void> {
  handlers = next;
  window.addEventListener('online', retryNow);
  await connect();
}

export async function stopLive(): Promise<void> {
  handlers = undefined;
  window.removeEventListener('online', retryNow);
  window.clearTimeout(retryTimer);
  window.clearTimeout(lostTimer);
  wasConnected = false;
  isUp = false;
  onlineStore.setState({ liveLost: false });
  const old = connection;
  connection = undefined;
  await old?.stop().catch(() => undefined);
}

/** What one sees only by duty is delivered while it is open. Asking for more than that is harmless. */
export async function openLive(conversationId: string): Promise<void> {
  opened.set(conversationId, (opened.get(conversationId) ?? 0) + 1);
  await invoke('open', conversationId);
}

export async function closeLive(conversationId: string): Promise<void> {
  const left = (opened.get(conversationId) ?? 1) - 1;
  if (left > 0) {
    opened.set(conversationId, left);
    return;
  }
  opened.delete(conversationId);
  await invoke('close', conversationId);
}

/** What is told and not kept: it is lost where there is no connection. */
export async function tellLive(method: 'typing' | 'away' | 'back', ...about: string[]): Promise<void> {
  if (isUp) await connection?.send(method, ...about).catch(() => undefined);
}

async function connect(): Promise<void> {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = await import('@microsoft/signalr');
  if (!handlers) return;

  // Without negotiation a connection needs one request only, so it does not matter which node takes it.
  const next = new HubConnectionBuilder()
    .withUrl('/live', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  next.on('event', (event: LiveEvent) => handlers?.onEvent(event));
  next.onclose(() => connection === next && lose());
  connection = next;

  try {
    await next.start();
    if (connection === next) await arrive();
  } catch {
    if (connection === next) lose();
  }
}

async function arrive(): Promise<void> {
  attempt = 0;
  isUp = true;
  window.clearTimeout(lostTimer);
  lostTimer = undefined;
  const again = wasConnected;
  wasConnected = true;
  await Promise.all(Array.from(opened.keys(), (id) => invoke('open', id)));
  onlineStore.setState({ liveLost: false });
  if (again) handlers?.onBack();
  else handlers?.onFirst();
}

function lose(): void {
  isUp = false;
  if (!handlers) return;
  lostTimer ??= window.setTimeout(() => onlineStore.setState({ liveLost: true }), hiccup);
  const pause = pauses[Math.min(attempt, pauses.length - 1)] ?? 15_000;
  attempt += 1;
  retryTimer = window.setTimeout(() => void retry(), pause * (0.8 + Math.random() * 0.4));
}

async function retry(): Promise<void> {
  const mayGoOn = attempt < 2 || (await handlers?.onRefused());
  if (mayGoOn && handlers) await connect();
}

function retryNow(): void {
  if (isUp) {
    handlers?.onBack();
    return;
  }
  window.clearTimeout(retryTimer);
  attempt = 0;
  void connect();
}

async function invoke(method: 'open' | 'close', conversationId: string): Promise<void> {
  if (!isUp) return;
  await connection?.invoke(method, conversationId).catch(() => undefined);
}
