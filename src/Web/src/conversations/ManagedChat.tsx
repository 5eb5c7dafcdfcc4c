import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { StateView } from '@/ui/StateView';
import { usePane } from './usePane';

export function ManagedChat({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { open } = usePane(conversation.id, undefined);
  return (
    <StateView icon={IconEyeOff} title={t('chats.managed.title')} text={t('chats.managed.text')}>
      <Button variant="default" size="xs" onClick={() => open('about')}>
        {t('chats.managed.action')}
      </Button>
    </StateView>
  );
}
