import { IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry } from '@/api/types';
import { IconButton } from '@/ui/IconButton';
import { useMe } from '@/organizations/me';
import { asPicture } from '../emoji/emojiData';
import { EmojiPopover } from '../emoji/EmojiPopover';
import { useChatScene } from '../log/ChatScene';
import classes from './QuickReactions.module.css';
import { useReact } from './useReact';

const usual = ['👍', '❤', '😂', '🎉', '👀', '✅'];

/** The usual emoji in one row, and behind the last button all others. */
export function QuickReactions({ entry, onDone }: { entry: MessageEntry; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { conversationId } = useChatScene();
  const react = useReact(conversationId);
  const [choosing, setChoosing] = useState(false);

  const toggle = (emoji: string) => {
    const isMine = entry.reactions?.some((reaction) => reaction.emoji === emoji && reaction.people.some(({ participantId }) => participantId === me.id)) ?? false;
    react.mutate({ number: entry.number, emoji, on: !isMine });
    onDone();
  };
  return (
    <div className={classes.row} role="group" aria-label={t('reactions.add')}>
      {usual.map((emoji) => (
        <button key={emoji} type="button" className={classes.emoji} aria-label={t('reactions.put', { emoji })} onClick={() => toggle(emoji)}>
          {asPicture(emoji)}
        </button>
      ))}
      <EmojiPopover opened={choosing} onChange={setChoosing} onPick={toggle}>
        <IconButton icon={IconMoodPlus} iconSize={18} size={34} label={t('emoji.all')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />
      </EmojiPopover>
    </div>
  );
}
