import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/newId';
import type { Attachment, QuotedMessage } from '@/api/types';
import { readMember, writeMember } from '@/app/memberStorage';
import { useMe } from '@/organizations/me';
import { toast } from '@/ui/toasts';
import { addOutgoing, changeOutgoing, conversationsWaiting, type Outgoing, outboxStore, removeOutgoing, restored } from './outbox';
import { sendWaiting } from './sender';

export function useOutbox() {
  const cache = useQueryClient();
  const me = useMe();
  const { t } = useTranslation();

  return useMemo(() => {
    const deliver = (conversationId: string, onSent: (item: Outgoing) => void = () => undefined) => sendWaiting(cache, me, conversationId, onSent);
    return {
      send: (conversationId: string, text: string, { thread, replyTo, attachments }: { thread?: number | undefined; replyTo?: QuotedMessage | undefined; attachments?: Attachment[] | undefined } = {}) => {
        const state = navigator.onLine ? 'sending' : 'waiting';
        addOutgoing({ clientMessageId: newId(), conversationId, text, createdAt: new Date().toISOString(), state, ...(thread !== undefined && { thread }), ...(replyTo && { replyTo }), ...(attachments && { attachments }) });
        void deliver(conversationId);
      },
      resend: (item: Outgoing) => {
        changeOutgoing(item.clientMessageId, { state: 'sending', problem: '' });
        void deliver(item.conversationId);
      },
      discard: (item: Outgoing) => removeOutgoing(item.clientMessageId),
      flush: async () => {
        let sent = 0;
        const count = () => {
          sent += 1;
        };
        await Promise.all(conversationsWaiting(outboxStore.getState().items).map((id) => deliver(id, count)));
        if (sent > 0) toast(t('offline.backSent', { count: sent }));
      },
    };
  }, [cache, me, t]);
}

/** Unsent messages survive a reload; they go out as soon as the page is back and the network is there. */
export function useKeptOutbox(): void {
  const me = useMe();
  const { flush } = useOutbox();
  const sendAll = useEffectEvent(flush);

  useEffect(() => {
    outboxStore.setState({ items: restored(readMember<Outgoing[]>(me.id, 'outbox', [])) });
    const flushNow = () => void sendAll();
    flushNow();
    const stop = outboxStore.subscribe(({ items }) => writeMember(me.id, 'outbox', items.length > 0 ? items : undefined));
    window.addEventListener('online', flushNow);
    return () => {
      stop();
      window.removeEventListener('online', flushNow);
    };
  }, [me.id]);
}
