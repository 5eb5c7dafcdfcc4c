import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import classes from './ThreadsButton.module.css';
import { unreadThreadsQuery } from './threadsQuery';

/** In the header, while there are threads that one follows with replies that one has not read. */
export function ThreadsButton({ conversationId, onOpen }: { conversationId: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const count = useQuery(unreadThreadsQuery(conversationId)).data ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.place}>
      <IconButton icon={IconMessages} label={t('threads.unreadThreads', { count })} onClick={onOpen} />
      <span className={classes.count} aria-hidden="true">
        {count}
      </span>
    </span>
  );
}
