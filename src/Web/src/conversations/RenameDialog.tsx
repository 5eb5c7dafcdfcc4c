import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { fieldProblems } from '@/app/problemText';
import { NamingField } from '@/naming/NamingField';
import { useListLength } from '@/naming/conventionsQuery';
import { useNameCheck } from '@/naming/useNameCheck';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { useRename } from './useRename';

/** On a phone the header has no room for a field: the name is changed on a screen of its own. */
export function RenameDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(conversation.name);
  const check = useNameCheck(name, { conversationId: conversation.id });
  const rename = useRename(conversation.id, onClose);
  const listLength = useListLength();

  return (
    <Dialog
      title={t('chats.rename')}
      width={640}
      onClose={onClose}
      onSubmit={() => !check.blocked && rename.mutate(name.trim())}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={rename.isPending} disabled={check.blocked || name.trim() === conversation.name}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <NamingField value={name} onChange={setName} check={check.result} latest={check.latest} listLength={listLength} error={fieldProblems(rename.error).name} />
      <FormProblem error={rename.error} fields={['name']} />
    </Dialog>
  );
}
