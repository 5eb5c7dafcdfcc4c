import { useTranslation } from 'react-i18next';
import type { MessageStatus } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { useDateReader } from '@/app/format/useDateReader';
import classes from './DecisionFacts.module.css';

/** Who decides, and until when. */
export function DecisionFacts({ status, isMine, className }: { status: MessageStatus; isMine: boolean; className?: string | undefined }) {
  const { t } = useTranslation();
  const { now } = useDateReader();
  const { decisionBy, dueAt } = status;
  const isOverdue = status.status === 'needsDecision' && status.answeredBy === undefined && dueAt !== undefined && Date.parse(dueAt) < now;
  return (
    <span className={`${classes.facts} ${className ?? ''}`}>
      {decisionBy && (
        <span>
          {isMine ? t('decisions.youDecide') : t(status.status === 'done' ? 'decisions.decidedBy' : 'decisions.decides')} {!isMine && <b data-client={decisionBy.isClient || undefined}>{decisionBy.displayName}</b>}
        </span>
      )}
      {dueAt && status.status === 'needsDecision' && (
        <span data-overdue={isOverdue || undefined}>
          {t(isOverdue ? 'decisions.overdue' : 'decisions.until')} <Moment at={dueAt} as="exact" />
        </span>
      )}
    </span>
  );
}
