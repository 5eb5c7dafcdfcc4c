import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationItem, MessageEntry } from '@/api/types';
import { useProblemText } from '@/app/useProblemText';
import { conversationQuery, viewersQuery } from '@/conversations/queries';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toasts';
import { excerptOf } from '../excerpt';
import { ChatChoice } from './ChatChoice';
import classes from './ForwardDialog.module.css';
import { useForward } from './useForward';
import { WhoReads } from './WhoReads';

type ForwardDialogProps = { conversationId: string; entry: MessageEntry; onClose: () => void };

/** Where a message goes on to, with a word beside it, and who will read it there. */
export function ForwardDialog({ conversationId, entry, onClose }: ForwardDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [to, setTo] = useState<ConversationItem>();
  const [text, setText] = useState('');
  const source = useQuery(conversationQuery(conversationId)).data;
  const target = useQuery({ ...conversationQuery(to?.id ?? ''), enabled: to !== undefined }).data;
  const viewers = useQuery({ ...viewersQuery(to?.id ?? ''), enabled: target?.can.write === true }).data;
  const forward = useForward(conversationId, entry.number);
  const problem = useProblemText(forward.error);

  const takesNoFiles = target?.can.write === true && !target.can.attach && entry.attachments !== undefined;
  const ready = target?.can.write === true && !takesNoFiles;
  const send = () => {
    if (!ready || forward.isPending) return;
    forward.mutate(
      { to: target.id, text: text.trim() },
      {
        onSuccess: () => {
          const open = { label: t('forward.open'), run: () => void navigate({ to: '/c/$conversationId', params: { conversationId: target.id } }) };
          toast(t('forward.done', { name: target.name }), target.id === conversationId ? {} : { action: open });
          onClose();
        },
      },
    );
  };

  const original = entry.forwarded ?? entry;
  return (
    <Dialog
      title={t('forward.title')}
      onClose={onClose}
      onSubmit={send}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={forward.isPending} disabled={!ready}>
            {t('forward.action')}
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        <blockquote className={classes.message} aria-label={t('forward.message')} data-client={original.author?.isClient || undefined}>
          {original.author && <b className={classes.author}>{original.author.displayName}</b>}
          {original.text !== '' && <span className={classes.text}>{original.text}</span>}
          {entry.attachments && <span className={classes.files}>{excerptOf({ text: '', attachments: entry.attachments })}</span>}
        </blockquote>
        <ChatChoice value={to} onChange={setTo} />
        <Textarea label={t('forward.comment')} placeholder={t('forward.commentPlaceholder')} value={text} maxLength={10_000} autosize minRows={2} maxRows={6} onChange={(event) => setText(event.currentTarget.value)} />
        {target?.can.write === false && <Notice tone="warn">{t('forward.readOnly')}</Notice>}
        {takesNoFiles && <Notice tone="warn">{t('forward.noFiles')}</Notice>}
        {ready && viewers && <WhoReads source={source} target={target} viewers={viewers} />}
        {problem && (
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
