import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconMessages } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Conversation, MessageEntry } from '@/api/types';
import { dayIndex } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useLayout } from '@/app/useLayout';
import { conversationKeys } from '@/conversations/keys';
import { participantsQuery } from '@/conversations/queries';
import { DropPlace } from '@/files/DropPlace';
import { useMe } from '@/organizations/me';
import { preferencesStore } from '@/settings/look/preferences';
import { copyText } from '@/ui/copyText';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { Composer } from '../composer/Composer';
import { beginEdit, changeDraft, draftPlace } from '../drafts/drafts';
import { excerptOf } from '../excerpt';
import { changeable } from '../log/changeable';
import { ChatSceneProvider } from '../log/ChatScene';
import type { Log } from '../log/log';
import { LogSkeleton } from '../log/LogSkeleton';
import { threadQuery } from '../log/logQuery';
import { type LogHandle, MessageLog } from '../log/MessageLog';
import { messageKey } from '../log/messageKey';
import { messageLink } from '../log/messageLink';
import { type Row, rowIndexOfNumber } from '../log/rows';
import { useHistory } from '../log/useHistory';
import { useReading } from '../log/useReading';
import { outboxStore } from '../outbox/outbox';
import classes from './ThreadPane.module.css';
import { buildThreadRows } from './threadRows';

type ThreadPaneProps = { conversation: Conversation; root: number; goTo: number | undefined };

/** The thread under a message: that message, the replies to it, and a composer of its own. */
export function ThreadPane({ conversation, root, goTo }: ThreadPaneProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const me = useMe();
  const reader = useDateReader();
  const layout = useLayout();
  const { id, kind } = conversation;
  const { write, moderate, pin, markFinal, setStatus } = conversation.can;
  const place = draftPlace(id, root);

  const field = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<LogHandle>(null);
  const [atBottom, setAtBottom] = useState(false);
  const [epoch, setEpoch] = useState(0);
  const [target, setTarget] = useState(goTo);

  const log = useQuery(threadQuery(cache, id, root));
  const people = useQuery(participantsQuery(id)).data;
  const outbox = outboxStore((state) => state.items);
  const history = useHistory(id, root);
  const thread = log.data?.thread;
  const { newFrom, unseen, unreadFrom } = useReading({ id, thread: root, readNumber: thread?.readNumber, managed: conversation.managed }, log.data, atBottom);

  const dayOf = useCallback((at: string) => dayIndex(at, { locale: 'en', timeZone: reader.timeZone, now: 0 }), [reader.timeZone]);
  const rows = useMemo(() => {
    if (!log.data) return [];
    const pending = log.data.hasAfter ? [] : outbox.filter((item) => item.conversationId === id && item.thread === root);
    const onlooker = { participantId: me.id, isClient: me.role === 'guest', newFrom, dayOf };
    return buildThreadRows(log.data.hasBefore ? undefined : log.data.thread?.root, log.data.entries, pending, onlooker);
  }, [log.data, outbox, id, root, me.id, me.role, newFrom, dayOf]);

  const takeFocus = useEffectEvent(() => {
    if (layout === 'medium' || layout === 'wide') field.current?.focus();
  });
  const isLoaded = log.data !== undefined;
  useEffect(() => {
    if (isLoaded) takeFocus();
  }, [isLoaded]);

  const { moveTo } = history;
  const goToNumber = useCallback(
    async (number: number) => {
      const loaded = cache.getQueryData<Log>(conversationKeys.thread(id, root))?.entries;
      if (number !== root && !loaded?.some((entry) => entry.number === number)) {
        await moveTo(number);
        setEpoch((now) => now + 1);
      }
      setTarget(number);
    },
    [cache, id, root, moveTo],
  );
  useEffect(() => {
    if (goTo !== undefined && isLoaded) void goToNumber(goTo).catch(() => undefined);
  }, [goTo, isLoaded, goToNumber]);
  useEffect(() => {
    if (target === undefined) return;
    const index = rowIndexOfNumber(rows, target);
    if (index < 0) return;
    handle.current?.toNumber(index);
    setTarget(undefined);
  }, [target, rows]);

  const toNewest = async () => {
    if (log.data?.hasAfter) {
      await moveTo(undefined);
      setEpoch((now) => now + 1);
    } else handle.current?.toBottom();
  };
  const reply = useCallback(
    (entry: MessageEntry) => {
      const { number, author } = entry;
      changeDraft(place, { editing: undefined, replyTo: { number, available: true, author, text: excerptOf(entry) } });
      field.current?.focus();
    },
    [place],
  );
  const edit = useCallback(
    ({ number, text }: MessageEntry) => {
      beginEdit(place, number, text);
      field.current?.focus();
    },
    [place],
  );
  const mayChange = useCallback((entry: MessageEntry) => changeable({ kind, write, moderate }, entry, me.id, Date.now()), [kind, write, moderate, me.id]);
  const editLast = () => {
    const last = log.data?.entries.findLast((entry): entry is MessageEntry => entry.kind === 'message' && 'text' in entry && entry.author.participantId === me.id);
    if (last && mayChange(last).edit) edit(last);
  };
  const takesReplies = thread?.root !== undefined && 'text' in thread.root;
  const scene = useMemo(
    () => ({
      conversationId: id,
      isGuest: me.role === 'guest',
      canWrite: write,
      canReply: takesReplies,
      canPin: pin,
      canMarkFinal: markFinal,
      canSetStatus: setStatus,
      createdAt: conversation.createdAt,
      people: new Map(people?.map((person) => [person.participantId, person])),
      reads: [],
      onReply: reply,
      changeable: mayChange,
      onEdit: edit,
      onGoTo: (number: number) => void goToNumber(number),
      onUnreadFrom: (number: number) => void unreadFrom(number),
    }),
    [id, me.role, write, takesReplies, pin, markFinal, setStatus, conversation.createdAt, people, reply, mayChange, edit, goToNumber, unreadFrom],
  );

  const rowKey = (event: KeyboardEvent, row: Row | undefined) => {
    if (!preferencesStore.getState().singleKeys || row?.kind !== 'message' || !('text' in row.entry)) return;
    const { entry } = row;
    const act = messageKey(event.code, {
      reply: () => write && takesReplies && reply(entry),
      link: () => void copyText(messageLink(id, entry.number)).then((done) => done && toast(t('chats.linkCopied'))),
      unread: () => void unreadFrom(entry.number),
    });
    if (!act) return;
    event.preventDefault();
    act();
  };

  if (asProblem(log.error)?.isNotFound) return <StateView icon={IconMessages} title={t('threads.gone')} text={t('threads.goneText')} />;
  if (log.isError && !log.data) return <ErrorState error={log.error} what={t('what.thread')} onRetry={() => void log.refetch()} />;

  const startAt = target === undefined ? rows.findIndex((row) => row.isNewLine) : rowIndexOfNumber(rows, target);
  return (
    <ChatSceneProvider value={scene}>
      <DropPlace conversation={conversation} place={place} className={classes.body}>
        <Loading pending={log.isPending} skeleton={<LogSkeleton />}>
          {rows.length > 0 && (
            <MessageLog
              key={`${place}.${epoch}`}
              rows={rows}
              label={t('threads.log')}
              hasBefore={log.data?.hasBefore ?? false}
              hasAfter={log.data?.hasAfter ?? false}
              startAt={startAt < 0 ? undefined : startAt}
              unseen={unseen}
              handle={handle}
              failed={history.failed}
              beginning={thread?.root ? '' : t('threads.beginFloor')}
              onOlder={() => void history.older()}
              onNewer={() => void history.newer()}
              onBottom={setAtBottom}
              onJumpDown={() => void toNewest()}
              onKey={rowKey}
            />
          )}
        </Loading>
      </DropPlace>
      {takesReplies || !isLoaded || !write ? (
        <Composer conversation={conversation} thread={root} field={field} onSent={() => window.setTimeout(() => void toNewest())} onEditLast={editLast} />
      ) : (
        <p className={classes.closed}>{t(thread?.root ? 'threads.rootDeleted' : 'threads.rootHidden')}</p>
      )}
    </ChatSceneProvider>
  );
}
