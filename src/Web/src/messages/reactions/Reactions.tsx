import { Tooltip } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry, Reaction } from '@/api/types';
import { useWords } from '@/app/i18n/useWords';
import { useMe } from '@/organizations/me';
import { asPicture } from '../emoji/emojiData';
import { EmojiPopover } from '../emoji/EmojiPopover';
import { useChatScene } from '../log/ChatScene';
import classes from './Reactions.module.css';
import { useReact } from './useReact';

/** The emoji under a message; a click on one adds one's own to it or takes it back. */
export function Reactions({ entry }: { entry: MessageEntry }) {
  const { t } = useTranslation();
  const { conversationId, canWrite } = useChatScene();
  const react = useReact(conversationId);
  const [choosing, setChoosing] = useState(false);
  if (!entry.reactions) return null;

  return (
    <ul className={classes.list} aria-label={t('reactions.label')}>
      {entry.reactions.map((reaction) => (
        <li key={reaction.emoji}>
          <Chip reaction={reaction} onToggle={(on) => react.mutate({ number: entry.number, emoji: reaction.emoji, on })} />
        </li>
      ))}
      {canWrite && (
        <li className={classes.more} data-open={choosing || undefined}>
          <EmojiPopover opened={choosing} onChange={setChoosing} onPick={(emoji) => react.mutate({ number: entry.number, emoji, on: true })}>
            <button type="button" className={classes.chip} aria-label={t('reactions.add')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
              <IconMoodPlus size={16} stroke={1.75} aria-hidden="true" />
            </button>
          </EmojiPopover>
        </li>
      )}
    </ul>
  );
}

const mostNames = 15;

function Chip({ reaction: { emoji, people }, onToggle }: { reaction: Reaction; onToggle: (on: boolean) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useMe();
  const { canWrite } = useChatScene();

  const isMine = people.some(({ participantId }) => participantId === me.id);
  const shown = people.slice(0, mostNames).map(({ participantId, displayName }) => (participantId === me.id ? t('reactions.you') : displayName));
  const names = people.length > mostNames ? t('reactions.andMore', { names: shown.join(', '), count: people.length - mostNames }) : words.list(shown);
  return (
    <Tooltip label={names} multiline maw={280}>
      <button
        type="button"
        className={classes.chip}
        data-mine={isMine || undefined}
        aria-pressed={isMine}
        aria-disabled={!canWrite}
        aria-label={t('reactions.chip', { emoji: asPicture(emoji), count: people.length, names })}
        onClick={() => canWrite && onToggle(!isMine)}
      >
        <span className={classes.emoji}>{asPicture(emoji)}</span> {people.length}
      </button>
    </Tooltip>
  );
}
