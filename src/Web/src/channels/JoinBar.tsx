import { Button } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useProblemText } from '@/app/useProblemText';
import classes from './InsteadOfComposer.module.css';
import { useJoin } from './useJoin';

/** Stands where the composer would while one only looks into a public channel. */
export function JoinBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const join = useJoin();
  const problem = useProblemText(join.error);
  return (
    <div className={classes.bar}>
      <IconHash size={18} stroke={1.75} aria-hidden="true" />
      <p className={classes.text} role={problem ? 'alert' : undefined}>
        {problem ?? t('channels.notJoined')}
      </p>
      <Button size="xs" loading={join.isPending} onClick={() => join.mutate(conversation)}>
        {t('channels.join')}
      </Button>
    </div>
  );
}
