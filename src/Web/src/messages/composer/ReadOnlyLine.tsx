import { Popover, UnstyledButton } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Viewers } from '@/api/types';
import classes from './ReadOnlyLine.module.css';
import { ReadersList } from './ReadersList';

/** Stands where the composer would: why one cannot write here. */
export function ReadOnlyLine({ conversation, viewers }: { conversation: Conversation; viewers: Viewers | undefined }) {
  const { t } = useTranslation();
  return (
    <Popover position="top" width={320} disabled={!viewers}>
      <Popover.Target>
        <UnstyledButton className={classes.line}>
          <IconEye size={17} stroke={1.75} aria-hidden="true" />
          {t(`messages.reads.${readOnlyWord(conversation.readOnly)}`)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{viewers && <ReadersList viewers={viewers} />}</Popover.Dropdown>
    </Popover>
  );
}

function readOnlyWord(reason: Conversation['readOnly']) {
  return reason === undefined || reason === 'responsible' || reason === 'public' ? 'other' : reason;
}
