import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Conversation } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { useProblemText } from '@/app/useProblemText';
import { NameFindings } from '@/naming/NameFindings';
import { useNameCheck } from '@/naming/useNameCheck';
import { conversationKeys } from './keys';
import { patchRow } from './list/listCache';
import classes from './RenameInPlace.module.css';

/** The name becomes a field where it stands; findings advise below it. */
export function RenameInPlace({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [name, setName] = useState(conversation.name);
  const check = useNameCheck(name, { conversationId: conversation.id });
  const rename = useMutation({
    mutationFn: () => api.patch<Conversation>(`/chats/${conversation.id}`, { name: name.trim() }),
    onSuccess: (chat) => {
      cache.setQueryData(conversationKeys.detail(chat.id), chat);
      patchRow(cache, chat.id, { name: chat.name });
      onDone();
    },
  });
  const problem = useProblemText(rename.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === conversation.name) onDone();
    else if (!check.blocked) rename.mutate();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };

  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={keyDown}>
      <Popover opened={name !== conversation.name && check.result !== undefined} position="bottom-start" width="target" trapFocus={false} returnFocus={false}>
        <Popover.Target>
          <TextInput
            className={classes.field}
            aria-label={t('chats.renameLabel')}
            value={name}
            maxLength={400}
            autoFocus
            error={fieldProblems(rename.error).name ?? problem}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Popover.Target>
        <Popover.Dropdown className={classes.findings}>{check.result && <NameFindings name={name} check={check.result} onChange={setName} />}</Popover.Dropdown>
      </Popover>
      <Button type="submit" size="xs" loading={rename.isPending} disabled={check.blocked}>
        {t('do.save')}
      </Button>
      <Button variant="default" size="xs" onClick={onDone}>
        {t('do.cancel')}
      </Button>
    </form>
  );
}
