import { Button } from '@mantine/core';
import { IconAddressBook, IconArrowsExchange, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { useDebounced } from '@/ui/useDebounced';
import { ContactFilters, type Whose } from './ContactFilters';
import { ContactPanel } from './ContactPanel';
import { contactsQuery } from './contactQueries';
import classes from './ContactsPage.module.css';
import { HandoverDialog } from './handover/HandoverDialog';
import { UndoStrip } from './handover/UndoStrip';
import { useContactColumns } from './useContactColumns';

export function ContactsPage() {
  const me = useMe();
  return me.can.seeContacts ? <Contacts /> : <NotFoundPage />;
}

function Contacts() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { externalId } = useParams({ strict: false });
  const [whose, setWhose] = useState<Whose>({ show: 'all', memberId: undefined });
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<Map<string, Contact>>(new Map());
  const [handing, setHanding] = useState(false);
  const query = useDebounced(search.trim(), 250);

  const responsible = whose.show === 'mine' ? me.id : whose.show === 'none' ? 'none' : whose.memberId;
  const contacts = useInfiniteQuery({ ...contactsQuery({ query, responsible }), placeholderData: (before) => before });
  const rows = useMemo(() => contacts.data?.pages.flatMap((page) => page.items) ?? [], [contacts.data]);
  const columns = useContactColumns();

  const open = (contact: Contact) => void navigate({ to: '/contacts/$externalId', params: { externalId: contact.externalId } });
  const mayHandOver = (contact: Contact) => contact.can?.handOver ?? (me.can.handOverAny || contact.responsible?.memberId === me.id);
  const toggle = (contact: Contact) =>
    setSelected((now) => {
      const next = new Map(now);
      if (!next.delete(contact.externalId)) next.set(contact.externalId, contact);
      return next;
    });
  const toggleAll = () => {
    const choices = rows.filter(mayHandOver);
    const all = choices.every(({ externalId: id }) => selected.has(id));
    setSelected(all ? new Map() : new Map(choices.map((contact) => [contact.externalId, contact])));
  };

  return (
    <Page title={t('crm.title')} lead={t('crm.lead')}>
      <ContactFilters search={search} onSearch={setSearch} whose={whose} onWhose={setWhose} />
      <UndoStrip />
      {selected.size > 0 && (
        <div className={classes.selection} role="region" aria-label={t('chosen', { count: selected.size })}>
          <span>{t('chosen', { count: selected.size })}</span>
          <Button size="xs" leftSection={<IconArrowsExchange size={16} stroke={1.75} />} onClick={() => setHanding(true)}>
            {t('crm.handOver')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setSelected(new Map())}>
            {t('crm.clearSelection')}
          </Button>
        </div>
      )}
      {contacts.isError && !contacts.data ? (
        <ErrorState error={contacts.error} what={t('what.contacts')} onRetry={() => void contacts.refetch()} />
      ) : (
        <Loading pending={contacts.isPending} skeleton={<SkeletonRows rows={8} height={56} avatar="round" />}>
          {rows.length > 0 ? (
            <DataTable
              label={t('crm.title')}
              rows={rows}
              columns={columns}
              idOf={(contact) => contact.externalId}
              tintOf={(contact) => (selected.has(contact.externalId) ? 'selected' : undefined)}
              selection={{
                ids: new Set(selected.keys()),
                label: (contact) => t('crm.select', { name: contact.name }),
                isOpen: mayHandOver,
                onToggle: toggle,
                onToggleAll: toggleAll,
                allLabel: t('crm.selectAll'),
              }}
              onOpen={open}
              onEnd={() => contacts.hasNextPage && !contacts.isFetchingNextPage && void contacts.fetchNextPage()}
            />
          ) : query || responsible ? (
            <StateView icon={IconSearchOff} title={t('crm.emptySearch')} text={t('crm.emptySearchText')} />
          ) : (
            <StateView icon={IconAddressBook} title={t('crm.empty')} text={t('crm.emptyText')} />
          )}
        </Loading>
      )}
      {externalId !== undefined && <ContactPanel externalId={externalId} mayHandOver={mayHandOver} onClose={() => void navigate({ to: '/contacts' })} />}
      {handing && (
        <HandoverDialog
          contacts={Array.from(selected.values())}
          onClose={() => setHanding(false)}
          onDone={() => {
            setHanding(false);
            setSelected(new Map());
          }}
        />
      )}
    </Page>
  );
}
