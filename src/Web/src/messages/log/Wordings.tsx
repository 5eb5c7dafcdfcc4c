import { Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Wording } from '@/api/types';
import { fullMoment } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useProblemText } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { Loading } from '@/ui/Loading';
import { MessageText } from './MessageText';
import classes from './Wordings.module.css';

type WordingsProps = { conversationId: string; number: number; revision: number; editedAt: string };

/** "edited", and behind it what the message said before. */
export function Wordings({ conversationId, number, revision, editedAt }: WordingsProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const [open, setOpen] = useState(false);
  const former = useQuery({
    queryKey: [...conversationKeys.one(conversationId), 'wordings', number, revision],
    queryFn: () => api.get<Wording[]>(`/conversations/${conversationId}/messages/${number}/edits`),
    enabled: open,
  });
  const problem = useProblemText(former.error);

  return (
    <Popover opened={open} onChange={setOpen} width={360} position="top-end" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.mark} onClick={() => setOpen(!open)} title={t('messages.editedHint', { moment: fullMoment(editedAt, reader) })}>
          {t('messages.edited')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.box} aria-label={t('messages.wordings')}>
        <p className={classes.title}>{t('messages.wordings')}</p>
        {problem && <p role="alert">{problem}</p>}
        <Loading pending={former.isPending && !problem} skeleton={<p>{t('messages.older')}</p>}>
          <ol className={classes.list}>
            {former.data?.map(({ text, at }) => (
              <li key={at}>
                <time dateTime={at}>{fullMoment(at, reader)}</time>
                <MessageText text={text} />
              </li>
            ))}
          </ol>
        </Loading>
      </Popover.Dropdown>
    </Popover>
  );
}
