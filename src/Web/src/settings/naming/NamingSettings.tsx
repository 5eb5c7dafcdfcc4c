import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '@/app/NotFoundPage';
import { conventionsQuery } from '@/naming/conventionsQuery';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { SettingsPage } from '../SettingsPage';
import { NamingForm } from './NamingForm';

export function NamingSettings() {
  const { t } = useTranslation();
  const me = useMe();
  const conventions = useQuery({ ...conventionsQuery, enabled: me.can.manageOrganization });
  if (!me.can.manageOrganization) return <NotFoundPage />;
  if (conventions.data) return <NamingForm key={conventions.data.etag} conventions={conventions.data} />;

  return (
    <SettingsPage title={t('settings.section.naming')} lead={t('settings.naming.lead')}>
      {conventions.isError ? (
        <ErrorState error={conventions.error} what={t('what.settings')} onRetry={() => void conventions.refetch()} />
      ) : (
        <Loading pending skeleton={<SkeletonRows rows={4} avatar="none" />}>
          {null}
        </Loading>
      )}
    </SettingsPage>
  );
}
