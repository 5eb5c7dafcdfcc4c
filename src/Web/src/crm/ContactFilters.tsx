import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/organizations/me';
import { employeeRoles, memberSearchQuery } from '@/organizations/people/memberQueries';
import { Filters } from '@/ui/Filters';
import { SearchField } from '@/ui/SearchField';
import classes from './ContactsPage.module.css';

export type Whose = { show: 'all' | 'mine' | 'none'; memberId: string | undefined };

type ContactFiltersProps = { search: string; onSearch: (search: string) => void; whose: Whose; onWhose: (whose: Whose) => void };

export function ContactFilters({ search, onSearch, whose, onWhose }: ContactFiltersProps) {
  const { t } = useTranslation();
  const me = useMe();
  const employees = useQuery({ ...memberSearchQuery({ roles: employeeRoles, query: '' }), enabled: me.can.seeAllContacts }).data ?? [];
  const shows: Whose['show'][] = ['all', 'mine', 'none'];

  return (
    <div className={classes.filters} role="search">
      <SearchField label={t('crm.search')} value={search} onChange={onSearch} className={classes.search} />
      <Filters
        label={t('crm.filters')}
        value={whose.show}
        options={shows.map((value) => ({ value, label: t(`crm.filter.${value}`) }))}
        onChange={(show) => onWhose({ show, memberId: undefined })}
      />
      {me.can.seeAllContacts && (
        <Select
          className={classes.responsible}
          aria-label={t('crm.responsibleFilter')}
          placeholder={t('crm.anyone')}
          data={employees.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={whose.memberId ?? null}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('do.clear') }}
          onChange={(memberId) => onWhose({ show: 'all', memberId: memberId ?? undefined })}
        />
      )}
    </div>
  );
}
