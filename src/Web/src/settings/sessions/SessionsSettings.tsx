import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Session } from '@/api/types';
import { textMoment } from '@/app/format/moments';
import { useDateReader } from '@/app/format/useDateReader';
import { useProblemTextOf } from '@/app/useProblemText';
import { Chip } from '@/ui/Chip';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import classes from '../settings.module.css';
import { deviceOf } from './device';

const sessionsKey = ['sessions'];

export function SessionsSettings() {
  const { t } = useTranslation();
  const sessions = useQuery({ queryKey: sessionsKey, queryFn: async ({ signal }) => (await api.get<{ items: Session[] }>('/sessions', { signal })).items });

  return (
    <SettingsPage title={t('settings.section.sessions')} lead={t('settings.sessions.lead')}>
      {sessions.isError ? (
        <ErrorState error={sessions.error} what={t('what.sessions')} onRetry={() => void sessions.refetch()} />
      ) : (
        <Loading pending={sessions.isPending} skeleton={<SkeletonRows rows={3} avatar="none" />}>
          <ul className={classes.rows}>
            {sessions.data?.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </Loading>
      )}
    </SettingsPage>
  );
}

function SessionRow({ session: { id, userAgent, createdAt, lastSeenAt, current } }: { session: Session }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const reader = useDateReader();
  const problemOf = useProblemTextOf();
  const end = useMutation({
    mutationFn: () => api.delete(`/sessions/${id}`),
    onSuccess: () => {
      toast(t('settings.sessions.ended'));
      return cache.invalidateQueries({ queryKey: sessionsKey });
    },
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });

  const { browser, system, isPhone } = deviceOf(userAgent);
  const IconMark = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const name = browser && system ? t('settings.sessions.device', { browser, system }) : (browser ?? system ?? t('settings.sessions.unknown'));
  return (
    <li className={classes.row}>
      <IconMark size={22} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <div className={classes.lines}>
        <p className={classes.name} title={userAgent}>
          {name} {current && <Chip tone="ok">{t('settings.sessions.current')}</Chip>}
        </p>
        <p className={classes.fact}>
          {[
            t('settings.sessions.seen', { moment: textMoment(lastSeenAt, reader, t) }),
            t('settings.sessions.since', { moment: textMoment(createdAt, reader, t) }),
          ].join(' · ')}
        </p>
      </div>
      {!current && (
        <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
          {t('settings.sessions.end')}
        </Button>
      )}
    </li>
  );
}
