import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { Avatar } from './Avatar';
import { GuestChip } from './GuestChip';
import classes from './PeoplePicker.module.css';

export function PersonOption({ person }: { person: Member }) {
  const { t } = useTranslation();
  return (
    <span className={classes.option}>
      <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={28} isClient={person.isClient} />
      <span className={classes.lines}>
        <span className={classes.name}>
          {person.displayName} {person.role === 'guest' && <GuestChip />}
        </span>
        <span className={classes.fact}>{[person.company, person.email].filter(Boolean).join(' · ') || t(`role.${person.role}`)}</span>
      </span>
    </span>
  );
}
