import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { SettingsPage } from '../SettingsPage';
import { OrganizationForm } from './OrganizationForm';
import { organizationQuery } from './organizationQuery';

export function OrganizationSettings() {
  const { t } = useTranslation();
  const me = useMe();
  const organization = useQuery({ ...organizationQuery, enabled: me.can.manageOrganization });
  if (!me.can.manageOrganization) return <NotFoundPage />;
  if (organization.data) return <OrganizationForm key={organization.data.etag} organization={organization.data} />;

  return (
    <SettingsPage title={t('settings.section.organization')} lead={t('settings.organization.lead')}>
      {organization.isError ? (
        <ErrorState error={organization.error} what={t('what.settings')} onRetry={() => void organization.refetch()} />
      ) : (
        <Loading pending skeleton={<SkeletonRows rows={5} avatar="none" />}>
          {null}
        </Loading>
      )}
    </SettingsPage>
  );
}
