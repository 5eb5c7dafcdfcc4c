import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';
import type { Candidate } from './mention';
import classes from './MentionList.module.css';

type MentionListProps = { id: string; candidates: Candidate[]; active: number; onActive: (index: number) => void; onChoose: (candidate: Candidate) => void };

export function mentionOptionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The people who can be called, over the field in which one writes. */
export function MentionList({ id, candidates, active, onActive, onChoose }: MentionListProps) {
  const { t } = useTranslation();
  return (
    <ul id={id} className={classes.list} role="listbox" aria-label={t('mentions.list')}>
      {candidates.map((candidate, index) => (
        <li
          key={candidate.id}
          id={mentionOptionId(id, index)}
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
