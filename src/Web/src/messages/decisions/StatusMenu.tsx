import { Menu } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconFlag, IconHelpHexagon, IconProgress } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry } from '@/api/types';
import { useSetStatus } from './useSetStatus';

/** The statuses of a message, below its menu. */
export function StatusMenu({ conversationId, entry, onAsk }: { conversationId: string; entry: MessageEntry; onAsk: () => void }) {
  const { t } = useTranslation();
  const { set } = useSetStatus(conversationId);
  const { number, status } = entry;
  const mark = { size: 17, stroke: 1.75 };
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconFlag {...mark} />}>{t('status.menu')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        <Menu.Item leftSection={<IconProgress {...mark} />} onClick={() => set(number, { status: 'inProgress' }, status)}>
          {t('status.inProgress')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHelpHexagon {...mark} />} onClick={onAsk}>
          {t(status?.status === 'needsDecision' ? 'decisions.change' : 'decisions.ask')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCircleCheck {...mark} />} onClick={() => set(number, { status: 'done' }, status)}>
          {t('status.done')}
        </Menu.Item>
        {status && (
          <Menu.Item leftSection={<IconCircleOff {...mark} />} onClick={() => set(number, { status: null }, status)}>
            {t('status.clear')}
          </Menu.Item>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
