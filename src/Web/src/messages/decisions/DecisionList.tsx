import { Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '@/api/types';
import { DecisionFacts } from './DecisionFacts';
import classes from './DecisionList.module.css';

/** Decisions as links to their messages in place. */
export function DecisionList({ items, label, inChat = false }: { items: Decision[]; label: string; inChat?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((decision) => {
        const { conversationId, conversationName, isClientChat, number, text, status, own, overdue } = decision;
        return (
          <li key={`${conversationId}.${number}`}>
            <Link to="/c/$conversationId/m/$number" params={{ conversationId, number: String(number) }} className={classes.item} data-done={status.status === 'done' || undefined} data-overdue={overdue || undefined}>
              {!inChat && (
                <span className={classes.chat} data-client={isClientChat || undefined}>
                  {conversationName}
                </span>
              )}
              <span className={classes.text}>{text}</span>
              <DecisionFacts status={status} isMine={own} />
              {status.status === 'needsDecision' && status.answeredBy !== undefined && (
                <span className={classes.answered}>
                  <IconCheck size={14} stroke={2} aria-hidden="true" />
                  {t('decisions.answered')}
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
