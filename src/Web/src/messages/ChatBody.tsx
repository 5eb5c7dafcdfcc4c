import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconMessageCircle } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, MessageEntry } from '@/api/types';
import { dayIndex } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useLayout } from '@/app/useLayout';
import { conversationKeys } from '@/conversations/keys';
import { participantsQuery, readsQuery } from '@/conversations/queries';
import { DropPlace } from '@/files/DropPlace';
import { useMe } from '@/organizations/me';
import { preferencesStore } from '@/settings/look/preferences';
import { copyText } from '@/ui/copyText';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import classes from './ChatBody.module.css';
import { Composer } from './composer/Composer';
import { beginEdit, changeDraft } from './drafts/drafts';
import { excerptOf } from './excerpt';
import { changeable } from './log/changeable';
import { ChatSceneProvider } from './log/ChatScene';
import type { Log } from './log/log';
import { LogSkeleton } from './log/LogSkeleton';
import { logQuery } from './log/logQuery';
import { type LogHandle, MessageLog } from './log/MessageLog';
import { messageKey } from './log/messageKey';
import { messageLink } from './log/messageLink';
import { buildRows, type Row, rowIndexOfNumber } from './log/rows';
import { useHistory } from './log/useHistory';
import { useReading } from './log/useReading';
import { outboxStore } from './outbox/outbox';
import { PinnedBar } from './pins/PinnedBar';
import { isReply } from './threads/replies';

type ChatBodyProps = { conversation: Conversation; goTo: number | undefined; covered: boolean };

/** The conversation itself: its log and the composer below it. */
export function ChatBody({ conversation, goTo, covered }: ChatBodyProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const me = useMe();
  const reader = useDateReader();
  const layout = useLayout();
  const { id } = conversation;

  const field = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<LogHandle>(null);
  const [atBottom, setAtBottom] = useState(false);
  const [epoch, setEpoch] = useState(0);
  const [target, setTarget] = useState(goTo);

  const navigate = useNavigate();
  const log = useQuery(logQuery(cache, id));
  const people = useQuery(participantsQuery(id)).data;
  const reads = useQuery(readsQuery(id)).data;
  const outbox = outboxStore((state) => state.items);
  const history = useHistory(id);
  const { newFrom, unseen, unreadFrom } = useReading(conversation, log.data, atBottom && !covered);

  const dayOf = useCallback((at: string) => dayIndex(at, { locale: 'en', timeZone: reader.timeZone, now: 0 }), [reader.timeZone]);
  const rows = useMemo(() => {
    const pending = log.data?.hasAfter ? [] : outbox.filter((item) => item.conversationId === id && item.thread === undefined);
    const onlooker = {
      participantId: me.id,
      isClient: me.role === 'guest',
      isClientChat: conversation.isClientChat,
      newFrom,
      dayOf,
    };
    return log.data ? buildRows(log.data.entries.filter((entry) => !isReply(entry)), pending, onlooker) : [];
  }, [log.data, outbox, id, me.id, me.role, conversation.isClientChat, newFrom, dayOf]);

  const takeFocus = useEffectEvent(() => {
    if (layout === 'medium' || layout === 'wide') field.current?.focus();
  });
  useEffect(() => takeFocus(), [id]);

  const { moveTo } = history;
  const goToNumber = useCallback(
    async (number: number) => {
      const find = (wanted: number) => cache.getQueryData<Log>(conversationKeys.log(id))?.entries.find((entry) => entry.number === wanted);
      const load = async (wanted: number) => {
        if (find(wanted)) return;
        await moveTo(wanted);
        setEpoch((now) => now + 1);
      };
      await load(number);
      const root = find(number)?.thread;
      if (root === undefined) return setTarget(number);

      await load(root);
      setTarget(find(root) && root);
      void navigate({ to: '/c/$conversationId/t/$number/$reply', params: { conversationId: id, number: String(root), reply: String(number) }, replace: goTo === number });
    },
    [cache, id, moveTo, navigate, goTo],
  );
  const isLoaded = log.data !== undefined;
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
      await history.moveTo(undefined);
      setEpoch((now) => now + 1);
    } else handle.current?.toBottom();
  };
  const reply = useCallback(
    (entry: MessageEntry) => {
      const { number, author } = entry;
      changeDraft(id, { editing: undefined, replyTo: { number, available: true, author, text: excerptOf(entry) } });
      field.current?.focus();
    },
    [id],
  );
  const openThread = useCallback((number: number) => void navigate({ to: '/c/$conversationId/t/$number', params: { conversationId: id, number: String(number) } }), [id, navigate]);
  const edit = useCallback(
    ({ number, text }: MessageEntry) => {
      beginEdit(id, number, text);
      field.current?.focus();
    },
    [id],
  );
  const { kind } = conversation;
  const { write, moderate, pin, markFinal, setStatus } = conversation.can;
  const mayChange = useCallback((entry: MessageEntry) => changeable({ kind, write, moderate }, entry, me.id, Date.now()), [kind, write, moderate, me.id]);
  const editLast = () => {
    const last = log.data?.entries.findLast((entry): entry is MessageEntry => entry.kind === 'message' && 'text' in entry && !isReply(entry) && entry.author.participantId === me.id);
    if (last && mayChange(last).edit) edit(last);
  };
  const scene = useMemo(
    () => ({
      conversationId: id,
      isGuest: me.role === 'guest',
      canWrite: write,
      canPin: pin,
      canMarkFinal: markFinal,
      canSetStatus: setStatus,
      createdAt: conversation.createdAt,
      people: new Map(people?.map((person) => [person.participantId, person])),
      reads: reads ?? [],
      onReply: reply,
      onThread: openThread,
      changeable: mayChange,
      onEdit: edit,
      onGoTo: (number: number) => void goToNumber(number),
      onUnreadFrom: (number: number) => void unreadFrom(number),
    }),
    [id, me.role, write, pin, markFinal, setStatus, conversation.createdAt, people, reads, reply, openThread, mayChange, edit, goToNumber, unreadFrom],
  );

  const rowKey = (event: KeyboardEvent, row: Row | undefined) => {
    if (!preferencesStore.getState().singleKeys || row?.kind !== 'message' || !('text' in row.entry)) return;
    const { entry } = row;
    const act = messageKey(event.code, {
      reply: () => conversation.can.write && reply(entry),
      thread: () => (conversation.can.write || entry.replies) && openThread(entry.number),
      link: () => void copyText(messageLink(id, entry.number)).then((done) => done && toast(t('chats.linkCopied'))),
      unread: () => void unreadFrom(entry.number),
    });
    if (!act) return;
    event.preventDefault();
    act();
  };

  if (log.isError && !log.data) return <ErrorState error={log.error} what={t('what.messages')} onRetry={() => void log.refetch()} />;

  const startAt = target === undefined ? rows.findIndex((row) => row.isNewLine) : rowIndexOfNumber(rows, target);
  return (
    <ChatSceneProvider value={scene}>
      <PinnedBar conversation={conversation} />
      <DropPlace conversation={conversation} className={classes.body}>
        <Loading pending={log.isPending} skeleton={<LogSkeleton />}>
          {rows.length === 0 ? (
            <StateView
              icon={IconMessageCircle}
              title={t('messages.empty')}
              text={t(conversation.can.write ? 'messages.emptyText' : 'messages.emptyReadOnly')}
            />
          ) : (
            <MessageLog
              key={`${id}.${epoch}`}
              rows={rows}
              hasBefore={log.data?.hasBefore ?? false}
              hasAfter={log.data?.hasAfter ?? false}
              startAt={startAt < 0 ? undefined : startAt}
              unseen={unseen}
              handle={handle}
              failed={history.failed}
              beginning={conversation.firstNumber > 1 ? t('messages.beginFloor') : t('messages.begin')}
              onOlder={() => void history.older()}
              onNewer={() => void history.newer()}
              onBottom={setAtBottom}
              onJumpDown={() => void toNewest()}
              onKey={rowKey}
            />
          )}
        </Loading>
      </DropPlace>
      <Composer conversation={conversation} field={field} onSent={() => window.setTimeout(() => void toNewest())} onEditLast={editLast} />
    </ChatSceneProvider>
  );
}
