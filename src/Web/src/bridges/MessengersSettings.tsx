import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { SettingsPage } from '@/settings/SettingsPage';
import classes from '@/settings/settings.module.css';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { BridgeRow } from './BridgeRow';
import { bridgesQuery } from './bridgesQuery';
import { CreateBridgeDialog } from './CreateBridgeDialog';

export function MessengersSettings() {
  const me = useMe();
  return me.can.manageOrganization ? <Messengers /> : <NotFoundPage />;
}

function Messengers() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const bridges = useQuery(bridgesQuery);

  return (
    <SettingsPage
      title={t('settings.section.messengers')}
      lead={t('bridges.lead')}
      actions={
        <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={() => setCreating(true)}>
          {t('bridges.create')}
        </Button>
      }
    >
      {bridges.isError ? (
        <ErrorState error={bridges.error} what={t('what.bridges')} onRetry={() => void bridges.refetch()} />
      ) : (
        <Loading pending={bridges.isPending} skeleton={<SkeletonRows rows={2} avatar="round" />}>
          {bridges.data?.length === 0 ? (
            <StateView icon={IconPlugConnected} title={t('bridges.empty')} text={t('bridges.emptyText')} />
          ) : (
            <ul className={classes.rows}>
              {bridges.data?.map((bridge) => (
                <BridgeRow key={bridge.id} bridge={bridge} />
              ))}
            </ul>
          )}
        </Loading>
      )}
      {creating && <CreateBridgeDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}
