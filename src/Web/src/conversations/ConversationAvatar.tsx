import { IconBrandTelegram, IconBrandWhatsapp, IconHash, IconMessageCircle, IconUsers } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { ConversationItem } from '@/api/types';
import { avatarColours } from '@/app/theme/tokens';
import { Avatar } from '@/ui/Avatar';
import { hashOf } from '@/ui/hash';
import { initialsOf } from '@/ui/initials';
import { Picture } from '@/ui/Picture';
import classes from './ConversationAvatar.module.css';

const messengers = { whatsapp: IconBrandWhatsapp, telegram: IconBrandTelegram };

type ConversationAvatarProps = {
  conversation: Pick<ConversationItem, 'id' | 'kind' | 'name'> & Partial<Pick<ConversationItem, 'avatarUrl' | 'isClientChat' | 'person' | 'bridge'>>;
  size?: number;
};

/** Chats are square, people are round; a bridged chat wears the mark of its messenger. */
export function ConversationAvatar({ conversation, size = 40 }: ConversationAvatarProps) {
  const { id, kind, name, avatarUrl, isClientChat, person, bridge } = conversation;
  if (kind === 'direct') return <Avatar id={person?.participantId ?? id} name={person?.displayName ?? name} url={avatarUrl} size={size} isClient={person?.isClient ?? false} />;

  const style = { '--tile-size': `${size}px`, '--tile-colour': `var(--cc-avatar-${hashOf(id) % avatarColours.length})` } as CSSProperties;
  return (
    <span className={classes.place} aria-hidden="true">
      <span className={classes.tile} style={style} data-inner={!isClientChat || undefined} data-initials={isClientChat ? initialsOf(name) : undefined}>
        {isClientChat ? null : kind === 'channel' ? <IconHash size={size * 0.52} stroke={1.75} /> : <IconUsers size={size * 0.52} stroke={1.75} />}
        {avatarUrl && <Picture key={avatarUrl} url={avatarUrl} />}
      </span>
      {bridge && <MessengerMark kind={bridge.kind} />}
    </span>
  );
}

export function MessengerMark({ kind }: { kind: string }) {
  const known = kind === 'whatsapp' || kind === 'telegram' ? kind : undefined;
  const IconMark = known ? messengers[known] : IconMessageCircle;
  return (
    <span className={classes.mark} data-kind={known}>
      <IconMark size={11} stroke={2} />
    </span>
  );
}
