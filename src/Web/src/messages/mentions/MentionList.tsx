import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';
import type { Candidate } from './mention';
import classes from './MentionList.module.css';

type MentionListProps = { candidates: Candidate[]; active: number; onActive: (index: number) => void; onChoose: (candidate: Candidate) => void };

export const mentionListId = 'mention-list';

export function mentionOptionId(index: number): string {
  return `mention-${index}`;
}

/** The people who can be called, over the field in which one writes. */
export function MentionList({ candidates, active, onActive, onChoose }: MentionListProps) {
  const { t } = useTranslation();
  return (
    <ul id={mentionListId} className={classes.list} role="listbox" aria-label={t('mentions.list')}>
      {candidates.map((candidate, index) => (
        <li
          key={candidate.id}
          id={mentionOptionId(index)}
          className={classes.option}
          role="option"
          aria-selected={index === active}
          onPointerMove={() => onActive(index)}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(candidate);
          }}
        >
          {candidate.isEveryone ? (
            <span className={classes.all}>
              <IconUsers size={16} stroke={1.75} aria-hidden="true" />
            </span>
          ) : (
            <Avatar id={candidate.id} name={candidate.name} size={28} isClient={candidate.isClient} />
          )}
          <span className={classes.name} data-client={candidate.isClient || undefined}>
            {candidate.name}
          </span>
          <span className={classes.fact}>{candidate.isEveryone ? `@${candidate.text}` : candidate.isClient ? t('messages.client') : ''}</span>
        </li>
      ))}
    </ul>
  );
}
