import { Menu, Switch } from '@mantine/core';
import { IconDots, IconPencil, IconPlugConnectedX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Bridge } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useProblemTextOf } from '@/app/useProblemText';
import classes from '@/settings/settings.module.css';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { bridgeKindName } from './bridgeKinds';
import { bridgesQuery } from './bridgesQuery';
import { RenameBridgeDialog } from './RenameBridgeDialog';
import { useChangeBridge } from './useChangeBridge';

export function BridgeRow({ bridge }: { bridge: Bridge }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const reader = useDateReader();
  const problemOf = useProblemTextOf();
  const change = useChangeBridge(bridge.id);
  const [renaming, setRenaming] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { id, name, kind, enabled, createdAt, webhookPath } = bridge;

  const remove = useMutation({
    mutationFn: () => api.delete(`/bridges/${id}`),
    onSuccess: () => {
      setRemoving(false);
      toast(t('bridges.removed', { name }));
      return cache.invalidateQueries({ queryKey: bridgesQuery.queryKey });
    },
  });
  const toggle = (on: boolean) =>
    change.mutate(
      { enabled: on },
      { onSuccess: () => toast(t(on ? 'bridges.switchedOn' : 'bridges.switchedOff', { name })), onError: (error) => toast(problemOf(error), { tone: 'danger' }) },
    );

  return (
    <li className={classes.row}>
      <div className={classes.lines}>
        <p className={classes.name}>{name}</p>
        <p className={classes.fact}>{[bridgeKindName(kind, t), t('bridges.since', { date: longDay(createdAt, reader) })].join(' · ')}</p>
        <p className={classes.fact}>{webhookPath}</p>
      </div>
      <Switch aria-label={`${t('bridges.enabled')}: ${name}`} checked={enabled} disabled={change.isPending} onChange={(event) => toggle(event.currentTarget.checked)} />
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon={IconDots} label={t('bridges.menu', { name })} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={17} stroke={1.75} />} onClick={() => setRenaming(true)}>
            {t('bridges.rename')}
          </Menu.Item>
          <Menu.Item data-tone="danger" leftSection={<IconPlugConnectedX size={17} stroke={1.75} />} onClick={() => setRemoving(true)}>
            {t('bridges.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameBridgeDialog bridge={bridge} onClose={() => setRenaming(false)} />}
      {removing && (
        <ConfirmDialog
          title={t('bridges.removeTitle', { name })}
          text={t('bridges.removeText')}
          action={t('bridges.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
