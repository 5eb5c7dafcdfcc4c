import { Anchor, Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { everyPage } from '@/api/everyPage';
import type { Token } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { textMoment } from '@/app/format/moments';
import { useDateReader } from '@/app/format/useDateReader';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import classes from '../settings.module.css';
import { CreateTokenDialog } from './CreateTokenDialog';

export const tokensKey = ['tokens'];

export function TokensSettings() {
  const me = useMe();
  return me.can.createTokens ? <Tokens /> : <NotFoundPage />;
}

function Tokens() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const tokens = useQuery({ queryKey: tokensKey, queryFn: ({ signal }) => everyPage<Token>('/tokens', signal) });

  return (
    <SettingsPage
      title={t('settings.section.tokens')}
      lead={t('settings.tokens.lead')}
      actions={
        <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={() => setCreating(true)}>
          {t('settings.tokens.create')}
        </Button>
      }
    >
      {tokens.isError ? (
        <ErrorState error={tokens.error} what={t('what.tokens')} onRetry={() => void tokens.refetch()} />
      ) : (
        <Loading pending={tokens.isPending} skeleton={<SkeletonRows rows={3} avatar="none" />}>
          {tokens.data?.length === 0 ? (
            <StateView icon={IconKey} title={t('settings.tokens.empty')} text={t('settings.tokens.emptyText')} />
          ) : (
            <ul className={classes.rows}>
              {tokens.data?.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )}
        </Loading>
      )}
      <p>
        <Anchor href="/docs" target="_blank" size="sm">
          {t('settings.tokens.docs')}
        </Anchor>
      </p>
      {creating && <CreateTokenDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}

function TokenRow({ token: { id, name, scopes, expiresAt, lastUsedAt } }: { token: Token }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const reader = useDateReader();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.delete(`/tokens/${id}`),
    onSuccess: () => {
      toast(t('settings.tokens.revoked'));
      return cache.invalidateQueries({ queryKey: tokensKey });
    },
  });

  return (
    <li className={classes.row}>
      <IconKey size={22} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <div className={classes.lines}>
        <p className={classes.name}>{name}</p>
        <p className={classes.fact}>
          {[
            expiresAt ? t('settings.tokens.until', { date: longDay(expiresAt, reader) }) : t('settings.tokens.forever'),
            lastUsedAt ? t('settings.tokens.used', { moment: textMoment(lastUsedAt, reader, t) }) : t('settings.tokens.unused'),
          ].join(' · ')}
        </p>
        <p className={classes.fact}>{scopes.join(', ')}</p>
      </div>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('settings.tokens.revoke')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('settings.tokens.revokeTitle', { name })}
          text={t('settings.tokens.revokeText')}
          action={t('settings.tokens.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
