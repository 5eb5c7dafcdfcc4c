import { Button, Select, TextInput } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Contact, HandoverRequest, Member } from '@/api/types';
import { useWords } from '@/app/i18n/useWords';
import { employeeRoles, memberSearchQuery } from '@/organizations/people/memberQueries';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { Loading } from '@/ui/Loading';
import { Notice } from '@/ui/Notice';
import { Bone } from '@/ui/Skeleton';
import classes from './HandoverDialog.module.css';
import { HandoverEffects } from './HandoverEffects';
import { handoverPreviewQuery } from './handoverQuery';
import { useHandOver } from './useHandOver';

type HandoverDialogProps = { contacts?: Contact[]; from?: Pick<Member, 'id' | 'displayName'>; onClose: () => void; onDone: () => void };

const namedAtMost = 3;

/** Who answers for these clients from now on, and who gains and loses which chats by that. */
export function HandoverDialog({ contacts = [], from, onClose, onDone }: HandoverDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [toMemberId, setTo] = useState<string | null>(null);
  const [wasStale, setWasStale] = useState(false);
  const handOver = useHandOver();

  const present = from ? [from.id] : Array.from(new Set(contacts.map(({ responsible }) => responsible?.memberId)));
  const employees = useQuery(memberSearchQuery({ roles: employeeRoles, status: 'active', query: '' })).data ?? [];
  const choices = employees.filter(({ id }) => present.length > 1 || id !== present[0]);

  const request: HandoverRequest | undefined = toMemberId
    ? { toMemberId, ...(from ? { fromMemberId: from.id } : { contactIds: contacts.map(({ externalId }) => externalId) }) }
    : undefined;
  const preview = useQuery(handoverPreviewQuery(request));
  const to = employees.find(({ id }) => id === toMemberId);
  const count = preview.data?.contacts.length ?? contacts.length;
  const isStale = asProblem(handOver.error)?.code === 'crm.previewStale';

  const submit = () => {
    if (!request || !preview.data || preview.isFetching || count === 0) return;
    handOver.mutate(
      { ...request, expected: preview.data.expected },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (asProblem(error)?.code !== 'crm.previewStale') return;
          setWasStale(true);
          void preview.refetch();
        },
      },
    );
  };
  const choose = (id: string | null) => {
    setTo(id);
    setWasStale(false);
    handOver.reset();
  };

  const names = contacts.map(({ name }) => name);
  const subtitle = from
    ? t('crm.handover.allOf', { name: from.displayName })
    : names.length > namedAtMost
      ? t('crm.handover.morePeople', { names: names.slice(0, namedAtMost).join(', '), count: names.length - namedAtMost })
      : words.list(names);

  return (
    <Dialog
      title={t('crm.handover.title')}
      subtitle={subtitle}
      width={860}
      onClose={onClose}
      onSubmit={submit}
      footnote={t('crm.handover.note')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button
            type="submit"
            leftSection={<IconArrowsExchange size={17} stroke={1.75} />}
            loading={handOver.isPending}
            disabled={!preview.data || preview.isFetching || count === 0}
          >
            {preview.data || !from ? t('crm.handover.go', { count }) : t('crm.handover.goPlain')}
          </Button>
        </>
      }
    >
      <div className={classes.two}>
        <TextInput label={t('crm.handover.from')} value={fromWords()} readOnly tabIndex={-1} />
        <Select
          label={t('crm.handover.to')}
          placeholder={t('crm.handover.choose')}
          data={choices.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={toMemberId}
          searchable
          allowDeselect={false}
          data-autofocus
          onChange={choose}
        />
      </div>
      {wasStale && (
        <Notice tone="warn" role="alert">
          {t('crm.handover.stale')}
        </Notice>
      )}
      {request && preview.isError && <ErrorState error={preview.error} what={t('what.preview')} onRetry={() => void preview.refetch()} />}
      {request && !preview.isError && (
        <Loading pending={preview.isPending} skeleton={<Bone width="100%" height={132} radius={12} />}>
          {preview.data && to && (count > 0 ? <HandoverEffects preview={preview.data} to={to.displayName} /> : <Notice>{t('crm.handover.none')}</Notice>)}
        </Loading>
      )}
      {!isStale && <FormProblem error={handOver.error} />}
    </Dialog>
  );

  function fromWords(): string {
    if (from) return from.displayName;
    if (present.length > 1) return t('crm.handover.fromSeveral');
    return contacts[0]?.responsible?.displayName ?? t('crm.handover.fromNobody');
  }
}
