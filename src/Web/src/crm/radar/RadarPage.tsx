import { Anchor, Button } from '@mantine/core';
import { IconCircleCheck, IconLink, IconShieldCheck, IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnlinkedChat } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { roughDuration } from '@/app/format/durations';
import { formatPhone } from '@/app/format/phone';
import { useNow } from '@/app/format/useNow';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { plainText } from '@/conversations/list/preview';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Notice } from '@/ui/Notice';
import { Page } from '@/ui/Page';
import { PersonCell } from '@/ui/PersonCell';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { CreateContactDialog } from './CreateContactDialog';
import { LinkDialog } from './LinkDialog';
import classes from './Radar.module.css';
import { RadarFigures } from './RadarFigures';
import { radarQuery } from './radarQuery';

const day = 24 * 60 * 60 * 1000;
const facesAtMost = 3;

export function RadarPage() {
  const me = useMe();
  return me.can.seeRadar ? <Radar /> : <NotFoundPage />;
}

function Radar() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const radar = useInfiniteQuery(radarQuery);
  const [linking, setLinking] = useState<UnlinkedChat>();
  const [creating, setCreating] = useState<UnlinkedChat>();

  const rows = radar.data?.pages.flatMap((page) => page.items) ?? [];
  const figures = radar.data?.pages[0]?.figures;
  const columns: Column<UnlinkedChat>[] = [
    { key: 'chat', header: t('radar.column.chat'), card: 'title', width: '26%', cell: (row) => <ChatCell row={row} /> },
    { key: 'clients', header: t('radar.column.clients'), card: 'line', width: '24%', cell: (row) => <ClientsCell row={row} /> },
    { key: 'since', header: t('radar.column.since'), align: 'end', card: 'line', cell: ({ since }) => <Since since={since} /> },
    { key: 'letInBy', header: t('radar.column.letInBy'), card: 'line', width: '210px', hideBelow: 'medium', cell: (row) => <LetInBy row={row} /> },
    {
      key: 'acts',
      header: t('radar.column.acts'),
      hideHeader: true,
      align: 'end',
      card: 'actions',
      width: '230px',
      cell: (row) => (
        <span className={classes.acts}>
          {row.can.link && row.clients.length > 0 && (
            <Button size="xs" variant="default" leftSection={<IconLink size={15} stroke={1.75} />} aria-label={t('radar.linkOf', { name: row.conversation.name })} onClick={() => setLinking(row)}>
              {t('radar.link')}
            </Button>
          )}
          {row.can.create && row.clients.length > 0 && (
            <Button size="xs" variant="default" leftSection={<IconUserPlus size={15} stroke={1.75} />} aria-label={t('radar.createOf', { name: row.conversation.name })} onClick={() => setCreating(row)}>
              {t('radar.create')}
            </Button>
          )}
        </span>
      ),
    },
  ];

  return (
    <Page title={t('radar.title')} lead={t('radar.lead')}>
      {radar.isError && !radar.data ? (
        <ErrorState error={radar.error} what={t('radar.what')} onRetry={() => void radar.refetch()} />
      ) : (
        <Loading pending={radar.isPending} skeleton={<SkeletonRows rows={6} height={56} avatar="square" />}>
          {figures && <RadarFigures figures={figures} />}
          {rows.length === 0 ? (
            <StateView icon={IconCircleCheck} tone="ok" title={t('radar.empty')} text={t('radar.emptyText')} />
          ) : (
            <>
              <DataTable
                label={t('radar.title')}
                rows={rows}
                columns={columns}
                idOf={({ conversation }) => conversation.id}
                onOpen={({ conversation }) => void navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id } })}
                onEnd={() => radar.hasNextPage && !radar.isFetchingNextPage && void radar.fetchNextPage()}
              />
              <Notice icon={IconShieldCheck}>{t('radar.never')}</Notice>
            </>
          )}
        </Loading>
      )}
      {linking && <LinkDialog conversationId={linking.conversation.id} clients={linking.clients} onClose={() => setLinking(undefined)} />}
      {creating && <CreateContactDialog conversationId={creating.conversation.id} clients={creating.clients} onClose={() => setCreating(undefined)} />}
    </Page>
  );
}

function ChatCell({ row: { conversation, lastMessage, managed } }: { row: UnlinkedChat }) {
  const { t } = useTranslation();
  const text = lastMessage?.deletedAt ? t('chats.deleted') : plainText(lastMessage?.text ?? '');
  return (
    <span className={classes.chat}>
      <ConversationAvatar conversation={{ ...conversation, isClientChat: true }} size={36} />
      <span className={classes.lines}>
        <Anchor component={Link} to="/c/$conversationId" params={{ conversationId: conversation.id } as never} c="inherit" className={classes.name}>
          {conversation.name}
        </Anchor>
        <span className={classes.fact}>{managed ? t('radar.managed') : lastMessage ? [lastMessage.author?.displayName, text].filter(Boolean).join(': ') : t('radar.noMessages')}</span>
      </span>
    </span>
  );
}

function ClientsCell({ row: { clients, state } }: { row: UnlinkedChat }) {
  const { t } = useTranslation();
  const [first, ...others] = clients;
  if (!first) return <span className={classes.fact}>–</span>;
  return (
    <span className={classes.clients}>
      <span className={classes.faces}>
        {clients.slice(0, facesAtMost).map(({ participantId, displayName }) => (
          <Avatar key={participantId} id={participantId} name={displayName} size={28} isClient />
        ))}
      </span>
      <span className={classes.lines}>
        <span className={classes.plain} title={clients.map(({ displayName }) => displayName).join(', ')}>
          {others.length > 0 ? t('radar.andMore', { name: first.displayName, count: others.length }) : first.displayName}
        </span>
        {state === 'unlinked' ? first.phone && <span className={classes.fact}>{formatPhone(first.phone)}</span> : <Chip tone="warn">{t(`radar.state.${state}`)}</Chip>}
      </span>
    </span>
  );
}

function Since({ since }: { since: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const lasted = now - Date.parse(since);
  const { unit, count } = roughDuration(lasted);
  return (
    <span className={classes.since} data-tone={lasted > 4 * day ? 'danger' : lasted > 2 * day ? 'warn' : undefined}>
      {t(`radar.time.${unit}`, { count })}
    </span>
  );
}

function LetInBy({ row: { letInBy } }: { row: UnlinkedChat }) {
  const { t } = useTranslation();
  const [first, ...others] = letInBy;
  if (!first) return <span className={classes.fact}>{t('radar.unknownNumber')}</span>;
  return (
    <PersonCell
      id={first.participantId}
      name={others.length > 0 ? t('radar.andMore', { name: first.displayName, count: others.length }) : first.displayName}
      url={first.avatarUrl}
      fact={t('radar.ownNumber')}
    />
  );
}
