import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { NewBridge } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { CopyField } from '@/ui/CopyField';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { bridgeKindName } from './bridgeKinds';
import { bridgesQuery } from './bridgesQuery';

const kinds = ['development'];

export function CreateBridgeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [intention] = useState(createIntention);
  const [kind, setKind] = useState('development');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: (bridge: { kind: string; name: string }) => api.post<NewBridge>('/bridges', bridge, { headers: intention(bridge) }),
    onSuccess: () => cache.invalidateQueries({ queryKey: bridgesQuery.queryKey }),
  });

  if (create.data) {
    const { name: created, key, secret, webhookPath } = create.data;
    return (
      <Dialog title={t('bridges.created', { name: created })} width={640} onClose={onClose} footer={<Button onClick={onClose}>{t('bridges.done')}</Button>}>
        <Notice tone="warn">{t('secretOnce')}</Notice>
        <CopyField label={t('bridges.secret')} value={secret} />
        <CopyField label={t('bridges.key')} value={key} />
        <CopyField label={t('bridges.webhook')} value={window.location.origin + webhookPath} />
        <p>{t('bridges.secretHint')}</p>
      </Dialog>
    );
  }

  const problems = fieldProblems(create.error);
  const submit = () => {
    setTried(true);
    if (name.trim()) create.mutate({ kind, name: name.trim() });
  };
  return (
    <Dialog
      title={t('bridges.createTitle')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('bridges.create')}
          </Button>
        </>
      }
    >
      <Select
        label={t('bridges.kind')}
        data={kinds.map((value) => ({ value, label: bridgeKindName(value, t) }))}
        value={kind}
        allowDeselect={false}
        error={problems.kind}
        onChange={(value) => value && setKind(value)}
      />
      <TextInput
        label={t('bridges.name')}
        description={t('bridges.nameHint')}
        maxLength={100}
        data-autofocus
        value={name}
        error={tried && !name.trim() ? t('problem.required') : problems.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FormProblem error={create.error} fields={['kind', 'name']} />
    </Dialog>
  );
}
