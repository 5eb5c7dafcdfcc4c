import { Tooltip } from '@mantine/core';
import { IconCheck, IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '@/app/i18n/useWords';
import { useMe } from '@/organizations/me';
import { useChatScene } from './ChatScene';

/** One tick: on disk. Two ticks: somebody has read it; the tooltip says who. */
export function Ticks({ number }: { number: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useMe();
  const { reads, people } = useChatScene();

  const readers = reads.filter((mark) => mark.number >= number && mark.participantId !== me.id);
  if (readers.length === 0) return <IconCheck size={14} stroke={1.75} role="img" aria-label={t('messages.sent')} />;

  const names = readers.map(({ participantId }) => people.get(participantId)?.displayName).filter((name) => name !== undefined);
  return (
    <Tooltip label={names.length > 0 ? t('messages.readBy', { names: words.list(names) }) : t('messages.read')}>
      <IconChecks size={14} stroke={1.75} role="img" aria-label={t('messages.read')} />
    </Tooltip>
  );
}
