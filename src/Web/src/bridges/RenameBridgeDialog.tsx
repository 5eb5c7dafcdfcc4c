import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bridge } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { useChangeBridge } from './useChangeBridge';

export function RenameBridgeDialog({ bridge, onClose }: { bridge: Bridge; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(bridge.name);
  const change = useChangeBridge(bridge.id);

  return (
    <Dialog
      title={t('bridges.rename')}
      onClose={onClose}
      onSubmit={() => name.trim() && change.mutate({ name: name.trim() }, { onSuccess: onClose })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('bridges.name')}
        description={t('bridges.nameHint')}
        maxLength={100}
        data-autofocus
        value={name}
        error={fieldProblems(change.error).name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FormProblem error={change.error} fields={['name']} />
    </Dialog>
  );
}
