import { Button } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Tagged } from '@/api/client';
import { newId } from '@/api/newId';
import type { Convention, Conventions } from '@/api/types';
import { conventionsQuery } from '@/naming/conventionsQuery';
import { partsOf } from '@/naming/patternWords';
import { FormProblem } from '@/ui/FormProblem';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import { ConventionEditor } from './ConventionEditor';
import { conventionProblem, withDefault, withoutConvention } from './conventionDrafts';

export function NamingForm({ conventions: { value, etag } }: { conventions: Tagged<Conventions> }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [items, setItems] = useState(value.items);
  const [tried, setTried] = useState(false);
  const changed = JSON.stringify(items) !== JSON.stringify(value.items);

  const save = useMutation({
    mutationFn: () => {
      const body = { ...value, items: items.map((item) => ({ ...item, pattern: item.pattern.trim(), separator: item.separator.trim(), parts: partsOf(item.pattern) })) };
      return api.put<Conventions>('/naming/conventions', body, { headers: { 'If-Match': etag } });
    },
    onSuccess: () => {
      toast(t('settings.naming.saved'));
      return cache.invalidateQueries({ queryKey: conventionsQuery.queryKey });
    },
  });

  const change = (next: Convention) => setItems((now) => now.map((item) => (item.id === next.id ? next : item)));
  const add = () => setItems((now) => [...now, { id: newId(), pattern: '{project} | {client}', separator: '|', isDefault: now.length === 0, parts: ['project', 'client'] }]);
  const submit = () => {
    setTried(true);
    if (items.every((item) => conventionProblem(item) !== 'noParts')) save.mutate();
  };

  return (
    <SettingsPage
      title={t('settings.section.naming')}
      lead={t('settings.naming.lead')}
      saving={{ changed, busy: save.isPending, onSave: submit, onDiscard: () => setItems(value.items) }}
    >
      {items.length === 0 && <StateView icon={IconTag} title={t('settings.naming.empty')} text={t('settings.naming.emptyText')} />}
      {items.map((item) => (
        <ConventionEditor
          key={item.id}
          convention={item}
          tried={tried}
          onChange={change}
          onDefault={() => setItems((now) => withDefault(now, item.id))}
          onRemove={() => setItems((now) => withoutConvention(now, item.id))}
        />
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={17} stroke={1.75} />} onClick={add}>
          {t('settings.naming.add')}
        </Button>
      </div>
      <FormProblem error={save.error} />
    </SettingsPage>
  );
}
