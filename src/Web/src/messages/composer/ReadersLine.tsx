import { Popover, UnstyledButton } from '@mantine/core';
import { IconEye, IconLock, IconSend2, IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Viewers } from '@/api/types';
import { Rich, slot } from '@/app/i18n/Rich';
import { useWords } from '@/app/i18n/useWords';
import { useIsPhone } from '@/app/useLayout';
import { useMe } from '@/organizations/me';
import classes from './ReadersLine.module.css';
import { ReadersList } from './ReadersList';
import { readersLine } from './readers';
import type { ReaderChange } from './useReaderChanges';

type ReadersLineProps = { conversation: Conversation; viewers: Viewers | undefined; failed: boolean; change: ReaderChange | undefined; asking: boolean };

/** The first line of the composer, never hidden: who will read this. A click opens the list of readers. */
export function ReadersLine({ conversation, viewers, failed, change, asking }: ReadersLineProps) {
  const { t } = useTranslation();
  const { tone, content } = useLine(viewers, failed, change, asking);
  const IconMark = tone === 'warn' ? IconUserPlus : tone === 'client' || conversation.isClientChat ? IconEye : IconLock;

  return (
    <Popover position="top-start" width={320} disabled={!viewers}>
      <Popover.Target>
        <UnstyledButton className={classes.line} data-tone={tone} aria-label={undefined}>
          <IconMark size={16} stroke={1.75} aria-hidden="true" />
          <span className={classes.text} aria-live="polite">
            {content}
          </span>
          {conversation.bridge && conversation.can.write && (
            <span className={classes.bridge}>
              <IconSend2 size={15} stroke={1.75} aria-hidden="true" />
              {t('messages.composer.goesTo', { bridge: conversation.bridge.name })}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>{viewers && <ReadersList viewers={viewers} />}</Popover.Dropdown>
    </Popover>
  );
}

function useLine(viewers: Viewers | undefined, failed: boolean, change: ReaderChange | undefined, asking: boolean) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useMe();
  const phone = useIsPhone();

  return useMemo(() => {
    const joined = change ? words.list(change.joined.map(({ displayName }) => displayName)) : '';
    if (change && asking) return { tone: 'warn', content: t('messages.reads.confirm', { names: joined }) };
    if (change?.isLoud) {
      const asGuests = change.joined.every(({ memberId }) => memberId);
      return { tone: 'warn', content: t(asGuests ? 'messages.reads.changed' : 'messages.reads.changedClients', { names: joined }) };
    }
    if (!viewers) return { tone: 'neutral', content: t(failed ? 'messages.reads.failed' : 'messages.reads.loading') };

    let strongText = '';
    const strong = (text: string) => {
      strongText = text;
      return slot('strong');
    };
    const line = readersLine(viewers, { participantId: me.id, isGuest: me.role === 'guest', isBrief: phone }, t, words, strong);
    return { tone: line.tone, content: <Rich text={line.text} parts={{ strong: <b>{strongText}</b> }} /> };
  }, [viewers, failed, change, asking, t, words, me, phone]);
}
