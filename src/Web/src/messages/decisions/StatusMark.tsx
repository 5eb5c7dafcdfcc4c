import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCircleCheck, IconHelpHexagon, IconMessages, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry, MessageStatus } from '@/api/types';
import { useMe } from '@/organizations/me';
import { Chip } from '@/ui/Chip';
import { useChatScene } from '../log/ChatScene';
import { DecisionFacts } from './DecisionFacts';
import classes from './StatusMark.module.css';
import { useSetStatus } from './useSetStatus';

/** Under the words of a message: how its matter stands; a decision says who makes it, and lets him answer. */
export function StatusMark({ entry }: { entry: MessageEntry }) {
  const { t } = useTranslation();
  const { status } = entry;
  if (!status) return null;
  if (status.status === 'needsDecision') return <DecisionCard entry={entry} status={status} />;
  return (
    <p className={classes.line}>
      {status.status === 'done' ? (
        <Chip tone="ok" icon={IconCircleCheck}>
          {status.decisionBy ? t('decisions.decided') : t('status.done')}
        </Chip>
      ) : (
        <Chip tone="info" icon={IconProgress}>
          {t('status.inProgress')}
        </Chip>
      )}
    </p>
  );
}

function DecisionCard({ entry, status }: { entry: MessageEntry; status: MessageStatus }) {
  const { t } = useTranslation();
  const me = useMe();
  const { conversationId, canWrite, canReply = true, canSetStatus, onReply, onThread, onGoTo } = useChatScene();
  const { set, busy } = useSetStatus(conversationId);
  const isMine = status.decisionBy?.participantId === me.id;
  const { answeredBy } = status;

  return (
    <section className={classes.card} data-answered={answeredBy !== undefined || undefined} aria-label={t('decisions.card')}>
      <Chip tone="warn" icon={IconHelpHexagon}>
        {isMine ? t('status.needsDecision') : t('decisions.waiting')}
      </Chip>
      <DecisionFacts status={status} isMine={isMine} className={classes.facts} />
      {answeredBy !== undefined && (
        <p className={classes.answered}>
          <IconCheck size={16} stroke={2} aria-hidden="true" />
          <span>{t('decisions.answered')}</span>
          <button type="button" className={classes.link} onClick={() => onGoTo(answeredBy)}>
            {t('decisions.toAnswer')}
          </button>
        </p>
      )}
      <div className={classes.acts}>
        {isMine && canWrite && canReply && answeredBy === undefined && (
          <Button size="xs" leftSection={<IconArrowBackUp size={16} stroke={1.75} />} onClick={() => onReply(entry)}>
            {t('decisions.answer')}
          </Button>
        )}
        {isMine && canWrite && onThread && answeredBy === undefined && (
          <Button size="xs" variant="default" leftSection={<IconMessages size={16} stroke={1.75} />} onClick={() => onThread(entry.number)}>
            {t('decisions.discuss')}
          </Button>
        )}
        {canSetStatus && (!isMine || answeredBy !== undefined) && (
          <Button size="xs" variant={answeredBy === undefined ? 'default' : 'filled'} leftSection={<IconCheck size={16} stroke={1.75} />} loading={busy} onClick={() => set(entry.number, { status: 'done' }, status)}>
            {t('decisions.close')}
          </Button>
        )}
      </div>
    </section>
  );
}
