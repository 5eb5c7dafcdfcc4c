import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Tagged } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ChannelDescription, Conversation } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { conversationMembersQuery } from '@/conversations/queries';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { toast } from '@/ui/toasts';
import classes from './Description.module.css';
import { DescriptionFacts } from './DescriptionFacts';
import { descriptionQuery } from './descriptionQuery';

type Fields = { responsibleMemberId: string; work: string; startsOn: string; endsOn: string; summary: string; text: string };
type DescriptionFormProps = { conversation: Conversation; saved: Tagged<ChannelDescription>; onDone: () => void };

/** Keeps what is typed when somebody else saved meanwhile, shows both, and lets one choose. */
export function DescriptionForm({ conversation, saved, onDone }: DescriptionFormProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const members = useQuery(conversationMembersQuery(conversation.id)).data ?? [];
  const [readTag, setReadTag] = useState(saved.etag);
  const [theirs, setTheirs] = useState<Tagged<ChannelDescription> | undefined>();
  const form = useForm<Fields>({ mode: 'controlled', initialValues: fieldsOf(saved.value) });

  const save = useMutation({
    mutationFn: (fields: Fields) => api.put<ChannelDescription>(`/channels/${conversation.id}/description`, descriptionOf(fields), { headers: { 'If-Match': readTag } }),
    onSuccess: async () => {
      toast(t('channels.description.saved'));
      await cache.invalidateQueries({ queryKey: conversationKeys.description(conversation.id) });
      onDone();
    },
    onError: async (error) => {
      showFieldProblems(form, error);
      if (asProblem(error)?.status !== 412) return;
      const now = await cache.fetchQuery({ ...descriptionQuery(conversation.id), staleTime: 0 });
      setTheirs(now);
      setReadTag(now.etag);
    },
  });

  const submit = form.onSubmit((fields) => save.mutate(fields), (errors) => focusFirst(form, Object.keys(errors)));
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput label={t('channels.description.summary')} maxLength={500} data-autofocus {...form.getInputProps('summary')} />
      <Select
        label={t('channels.description.responsible')}
        placeholder={t('channels.description.nobody')}
        data={members.map(({ memberId, displayName }) => ({ value: memberId, label: displayName }))}
        clearable
        searchable
        value={form.values.responsibleMemberId || null}
        error={form.errors.responsibleMemberId}
        onChange={(value: string | null) => form.setFieldValue('responsibleMemberId', value ?? '')}
      />
      <TextInput label={t('channels.description.work')} maxLength={200} {...form.getInputProps('work')} />
      <div className={classes.dates}>
        <TextInput type="date" label={t('channels.description.startsOn')} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('channels.description.endsOn')} {...form.getInputProps('endsOn')} />
      </div>
      <Textarea label={t('channels.description.text')} autosize minRows={3} maxRows={14} maxLength={10_000} {...form.getInputProps('text')} />
      {theirs && (
        <Notice tone="warn" role="alert">
          <p>{t('channels.description.stale')}</p>
          <div className={classes.theirs}>
            <DescriptionFacts description={theirs.value} />
          </div>
        </Notice>
      )}
      {!theirs && <FormProblem error={save.error} fields={['responsibleMemberId', 'work', 'startsOn', 'endsOn', 'summary', 'text']} />}
      <div className={classes.acts}>
        <Button variant="default" size="xs" onClick={onDone}>
          {t(theirs ? 'channels.description.takeTheirs' : 'do.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={save.isPending}>
          {t(theirs ? 'channels.description.keepMine' : 'do.save')}
        </Button>
      </div>
    </form>
  );
}

function fieldsOf({ responsibleMemberId = '', work = '', startsOn = '', endsOn = '', summary = '', text = '' }: ChannelDescription): Fields {
  return { responsibleMemberId, work, startsOn, endsOn, summary, text };
}

function descriptionOf(fields: Fields): ChannelDescription {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
