import { Button, Popover, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { useProblemText } from '@/app/useProblemText';
import { NameFindings } from '@/naming/NameFindings';
import { useNameCheck } from '@/naming/useNameCheck';
import classes from './RenameInPlace.module.css';
import { useRename } from './useRename';

/** The name becomes a field where it stands; findings advise below it. */
export function RenameInPlace({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(conversation.name);
  const check = useNameCheck(name, { conversationId: conversation.id });
  const rename = useRename(conversation.id, onDone);
  const problem = useProblemText(rename.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === conversation.name) onDone();
    else if (!check.blocked) rename.mutate(name.trim());
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };

  return (
    <form className={classes.form} aria-labelledby="chat-title" onSubmit={submit} onKeyDown={keyDown}>
      <Popover opened={name !== conversation.name && check.result !== undefined} position="bottom-start" width={460} withRoles={false} withinPortal={false} trapFocus={false} returnFocus={false}>
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
