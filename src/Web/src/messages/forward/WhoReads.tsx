import { IconEye, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Viewers } from '@/api/types';
import { useWords } from '@/app/i18n/useWords';
import { useMe } from '@/organizations/me';
import { Notice } from '@/ui/Notice';
import { readersLine } from '../composer/readers';
import classes from './ForwardDialog.module.css';

type WhoReadsProps = { source: Conversation | undefined; target: Conversation; viewers: Viewers };

/** Who will read what is passed on; amber where clients get what was not written for them. */
export function WhoReads({ source, target, viewers }: WhoReadsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useMe();
  const isGuest = me.role === 'guest';
  const clients = viewers.items.filter(({ isClient }) => isClient).map(({ displayName }) => displayName);

  if (!isGuest && clients.length > 0 && source && source.id !== target.id) {
    return (
      <Notice tone="warn" role="status">
        {t(source.isClientChat ? 'forward.otherClient' : 'forward.inside', { names: words.list(clients) })}
      </Notice>
    );
  }
  const line = readersLine(viewers, { participantId: me.id, isGuest }, t, words, (text) => text);
  const IconMark = line.tone === 'client' ? IconEye : IconLock;
  return (
    <p className={classes.readers} data-tone={line.tone} role="status">
      <IconMark size={16} stroke={1.75} aria-hidden="true" />
      {line.text}
    </p>
  );
}
