import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import classes from './InsteadOfComposer.module.css';
import { useArchive } from './useArchive';

/** Stands where the composer would while a chat is in the archive. */
export function ArchivedBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { archive, isPending, problem } = useArchive();
  return (
    <div className={classes.bar}>
      <IconArchive size={18} stroke={1.75} aria-hidden="true" />
      <p className={classes.text} role={problem ? 'alert' : undefined}>
        {problem ?? t('channels.inArchive')}
      </p>
      {conversation.can.archive && (
        <Button size="xs" variant="default" loading={isPending} onClick={() => archive(conversation, false)}>
          {t('channels.restore')}
        </Button>
      )}
    </div>
  );
}
