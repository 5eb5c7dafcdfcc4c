import { Button } from '@mantine/core';
import { IconArchive, IconMailOpened, IconMessages, IconPlus, IconSearchOff, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateView } from '@/ui/StateView';
import type { ConversationFilter } from '../keys';

export function EmptyList({ filter, onNew }: { filter: ConversationFilter; onNew: (() => void) | undefined }) {
  const { t } = useTranslation();
  if (filter.query) return <StateView icon={IconSearchOff} title={t('chats.emptySearch', { query: filter.query })} text={t('chats.emptySearchText')} />;
  if (filter.show === 'unread') return <StateView icon={IconMailOpened} tone="ok" title={t('chats.emptyUnread')} text={t('chats.emptyUnreadText')} />;
  if (filter.show === 'clients') return <StateView icon={IconUsers} title={t('chats.emptyClients')} text={t('chats.emptyClientsText')} />;
  if (filter.show === 'archived') return <StateView icon={IconArchive} title={t('channels.emptyArchive')} text={t('channels.emptyArchiveText')} />;
  if (filter.show === 'managed') return <StateView icon={IconUsers} title={t('chats.emptyManaged')} text={t('chats.emptyManagedText')} />;
  return (
    <StateView icon={IconMessages} title={t('chats.empty')} text={t('chats.emptyText')}>
      {onNew && (
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={onNew}>
          {t('chats.new')}
        </Button>
      )}
    </StateView>
  );
}
