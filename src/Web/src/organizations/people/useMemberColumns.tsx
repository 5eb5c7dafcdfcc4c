import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { Chip } from '@/ui/Chip';
import type { Column } from '@/ui/DataTable';
import { GuestChip } from '@/ui/GuestChip';
import { PersonCell } from '@/ui/PersonCell';
import { useMe } from '../me';
import classes from './PeoplePage.module.css';

type Shelf = 'employees' | 'guests' | 'deactivated';

export function useMemberColumns(shelf: Shelf, onShow: (id: string) => void): Column<Member>[] {
  const { t } = useTranslation();
  const me = useMe();

  return useMemo(() => {
    const person: Column<Member> = {
      key: 'person',
      header: t('people.column.person'),
      card: 'title',
      width: '38%',
      cell: (member) => (
        <PersonCell
          id={member.id}
          name={member.displayName}
          url={member.avatarUrl}
          fact={[member.id === me.id ? t('people.you') : undefined, member.email].filter(Boolean).join(' · ')}
          isClient={member.isClient}
          openLabel={t('people.openProfile', { name: member.displayName })}
          onOpen={() => onShow(member.id)}
        />
      ),
    };
    const role: Column<Member> = {
      key: 'role',
      header: t('people.column.role'),
      card: 'side',
      cell: (member) => (member.role === 'guest' ? <GuestChip /> : t(`role.${member.role}`)),
    };
    const duties: Column<Member> = {
      key: 'duties',
      header: t('people.column.duties'),
      cell: (member) =>
        member.duties && member.duties.length > 0 ? (
          <span className={classes.chips}>
            {member.duties.map((duty) => (
              <Chip key={duty}>{t(`duty.${duty}`)}</Chip>
            ))}
          </span>
        ) : null,
    };
    const company: Column<Member> = { key: 'company', header: t('people.column.company'), cell: (member) => member.company ?? '–' };
    const since: Column<Member> = {
      key: 'since',
      header: t('people.column.since'),
      hideBelow: 'medium',
      cell: (member) => (member.createdAt ? <Moment at={member.createdAt} as="day" /> : '–'),
    };
    const left: Column<Member> = {
      key: 'left',
      header: t('people.column.left'),
      cell: (member) => (member.deactivatedAt ? <Moment at={member.deactivatedAt} as="day" /> : '–'),
    };

    if (me.role === 'guest') return [person, role];
    if (shelf === 'guests') return [person, company, since];
    if (shelf === 'deactivated') return [person, role, left];
    return [person, role, duties, since];
  }, [shelf, t, me.id, me.role, onShow]);
}
