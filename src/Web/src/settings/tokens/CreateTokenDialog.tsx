import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import { fieldProblems } from '@/app/problemText';
import { CopyField } from '@/ui/CopyField';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import classes from '../settings.module.css';
import { type Scope, scopes } from './scopes';
import { tokensKey } from './TokensSettings';

const terms = [30, 90, 365];

export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [intention] = useState(createIntention);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>([]);
  const [days, setDays] = useState('90');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: (token: { name: string; scopes: Scope[]; expiresAt?: string }) => api.post<{ id: string; token: string }>('/tokens', token, { headers: intention({ name: token.name, scopes: token.scopes, days }) }),
    onSuccess: () => cache.invalidateQueries({ queryKey: tokensKey }),
  });

  if (create.data) {
    return (
      <Dialog title={t('settings.tokens.created')} onClose={onClose} footer={<Button onClick={onClose}>{t('settings.tokens.done')}</Button>}>
        <Notice tone="warn">{t('secretOnce')}</Notice>
        <CopyField label={t('settings.tokens.token')} value={create.data.token} />
      </Dialog>
    );
  }

  const problems = fieldProblems(create.error);
  const submit = () => {
    setTried(true);
    if (!name.trim() || chosen.length === 0) return;
    const expiresAt = days === 'never' ? {} : { expiresAt: new Date(Date.now() + Number(days) * 86_400_000).toISOString() };
    create.mutate({ name: name.trim(), scopes: chosen, ...expiresAt });
  };
  return (
    <Dialog
      title={t('settings.tokens.create')}
      width={640}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('settings.tokens.create')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('settings.tokens.name')}
        description={t('settings.tokens.nameHint')}
        maxLength={100}
        data-autofocus
        value={name}
        error={tried && !name.trim() ? t('problem.required') : problems.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('settings.tokens.scopes')}
        value={chosen}
        error={tried && chosen.length === 0 ? t('settings.tokens.needScopes') : problems.scopes}
        onChange={(value) => setChosen(value)}
      >
        <div className={classes.checks}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`settings.tokens.scope.${scope}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={t('settings.tokens.expires')}
        data={[...terms.map((count) => ({ value: String(count), label: t('settings.tokens.days', { count }) })), { value: 'never', label: t('settings.tokens.never') }]}
        value={days}
        allowDeselect={false}
        error={problems.expiresAt}
        onChange={(value) => value && setDays(value)}
      />
      <FormProblem error={create.error} fields={['name', 'scopes', 'expiresAt']} />
    </Dialog>
  );
}
