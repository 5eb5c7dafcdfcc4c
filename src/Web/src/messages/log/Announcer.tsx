import { VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/api/types';
import { useMe } from '@/organizations/me';
import { announcementStore } from '../announcements';
import { excerptOf } from '../excerpt';
import { systemText } from '../systemText';

const gatherFor = 600;
const singlyUpTo = 3;

/** Says new messages of the open chat once: one by one, or as a number when many come together. */
export function Announcer() {
  const { t } = useTranslation();
  const me = useMe();
  const entries = announcementStore((state) => state.entries);
  const [said, setSaid] = useState<string[]>([]);

  const inWords = (entry: Entry): string => {
    if (entry.kind === 'system') return systemText(entry.system, t, { forGuest: me.role === 'guest', name: (name) => name, since: undefined });
    const side = t(entry.author.isClient ? 'messages.client' : 'messages.colleague');
    return t('messages.announce', { author: entry.author.displayName, side, text: 'text' in entry ? entry.text || excerptOf(entry) : t('messages.deleted') });
  };
  const say = useEffectEvent((arrived: Entry[]) => {
    setSaid(arrived.length > singlyUpTo ? [t('messages.announceMany', { count: arrived.length })] : arrived.map(inWords));
    announcementStore.setState({ entries: [] });
  });

  useEffect(() => {
    if (entries.length === 0) return;
    const timer = window.setTimeout(() => say(entries), gatherFor);
    return () => window.clearTimeout(timer);
  }, [entries]);

  return (
    <VisuallyHidden aria-live="polite" role="status">
      {said.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
    </VisuallyHidden>
  );
}
