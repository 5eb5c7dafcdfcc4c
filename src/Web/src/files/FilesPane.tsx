import { Button } from '@mantine/core';
import { IconFiles, IconMessage } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, ConversationFile } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { ErrorState } from '@/ui/ErrorState';
import { Filters } from '@/ui/Filters';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { FileCard } from './FileCard';
import classes from './FilesPane.module.css';
import { type FileGroup, filesQuery } from './filesQuery';
import { FileViewer } from './FileViewer';
import { FinalShelf } from './finals/FinalShelf';
import { shownInViewer } from './shown';

/** The files of a conversation, the newest first. */
export function FilesPane({ conversation }: { conversation: Conversation }) {
  const { id: conversationId } = conversation;
  const { t } = useTranslation();
  const reader = useDateReader();
  const [group, setGroup] = useState<FileGroup>('all');
  const [open, setOpen] = useState<ConversationFile>();
  const files = useInfiniteQuery(filesQuery(conversationId, group));
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className={classes.pane}>
      <FinalShelf conversation={conversation} />
      <Filters
        label={t('files.filter')}
        value={group}
        onChange={setGroup}
        options={[
          { value: 'all', label: t('files.all') },
          { value: 'media', label: t('files.media') },
          { value: 'documents', label: t('files.documents') },
        ]}
      />
      {files.isError && items.length === 0 ? (
        <ErrorState error={files.error} what={t('what.files')} onRetry={() => void files.refetch()} />
      ) : (
        <Loading pending={files.isPending} skeleton={<SkeletonRows rows={6} height={54} avatar="square" />}>
          {items.length === 0 ? (
            <StateView icon={IconFiles} title={t('files.none')} text={t('files.noneText')} />
          ) : (
            <ul className={classes.list}>
              {items.map((item) => (
                <li key={`${item.number}.${item.file.id}`} className={classes.line}>
                  <FileCard
                    file={item.file}
                    conversationId={conversationId}
                    note={[item.author?.displayName, longDay(item.createdAt, reader)].filter(Boolean).join(', ')}
                    onOpen={shownInViewer(item.file) ? () => setOpen(item) : undefined}
                  />
                  <Link to="/c/$conversationId/m/$number" params={{ conversationId, number: String(item.number) }} className={classes.to} aria-label={`${t('files.toMessage')}: ${item.file.name}`} title={t('files.toMessage')}>
                    <IconMessage size={18} stroke={1.75} aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {files.hasNextPage && (
            <Button variant="default" size="xs" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
              {t('files.more')}
            </Button>
          )}
        </Loading>
      )}
      {open && (
        <FileViewer
          files={items.map(({ file }) => file).filter(shownInViewer)}
          start={open.file.id}
          author={open.author?.displayName ?? ''}
          at={open.createdAt}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
