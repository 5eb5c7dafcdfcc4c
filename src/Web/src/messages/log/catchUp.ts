import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Changes, Entry } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { applyChanges, applyOne, type Log } from './log';

/** The highest revision heard of per conversation, also while its log is still on the way. */
const heard = new Map<string, number>();
const running = new Map<string, Promise<void>>();

export function takeLive(cache: QueryClient, id: string, revision: number, entry: Entry): void {
  hear(id, revision);
  for (const [key, log] of logsOf(cache, id)) {
    const applied = applyOne(log, revision, entry);
    if (applied.gap) void catchUp(cache, id);
    else cache.setQueryData(key, applied.log);
  }
}

/** The main stream and the threads of a conversation, as far as they are loaded. */
function logsOf(cache: QueryClient, id: string): [QueryKey, Log][] {
  const found = [...cache.getQueriesData<Log>({ queryKey: conversationKeys.log(id), exact: true }), ...cache.getQueriesData<Log>({ queryKey: conversationKeys.threads(id) })];
  return found.flatMap(([key, log]) => (log ? [[key, log]] : []));
}

/** Asks for everything after the log's revision; calls at the same time share one answer. */
export function catchUp(cache: QueryClient, id: string): Promise<void> {
  const already = running.get(id);
  if (already) return already;
  const run = Promise.all(logsOf(cache, id).map(([key]) => askUntilComplete(cache, id, key)))
    .then(() => undefined)
    .catch(() => undefined)
    .finally(() => running.delete(id));
  running.set(id, run);
  return run;
}

export function catchUpIfBehind(cache: QueryClient, id: string): void {
  if (logsOf(cache, id).some(([, log]) => (heard.get(id) ?? 0) > log.revision)) void catchUp(cache, id);
}

export function forgetHeard(id: string): void {
  heard.delete(id);
}

function hear(id: string, revision: number): void {
  heard.set(id, Math.max(heard.get(id) ?? 0, revision));
}

async function askUntilComplete(cache: QueryClient, id: string, key: QueryKey): Promise<void> {
  for (;;) {
    const before = cache.getQueryData<Log>(key);
    if (!before) return;

    const changes = await api.get<Changes>(`/conversations/${id}/changes`, { query: { after: before.revision, limit: 200 } });
    if (changes.reset) {
      heard.delete(id);
      await cache.resetQueries({ queryKey: key, exact: true });
      return;
    }
    cache.setQueryData<Log>(key, (log) => log && applyChanges(log, changes));
    const reached = cache.getQueryData<Log>(key)?.revision ?? 0;
    hear(id, reached);
    const behind = changes.more || (heard.get(id) ?? 0) > reached;
    if (!behind || reached <= before.revision) return;
  }
}
