import type { CSSProperties } from 'react';
import type { Presence } from '@/api/types';
import { avatarColours } from '@/app/theme/tokens';
import classes from './Avatar.module.css';
import { hashOf } from './hash';
import { initialsOf } from './initials';
import { Picture } from './Picture';

type AvatarProps = { id: string; name: string; url?: string | null | undefined; size?: number; isClient?: boolean; presence?: Presence | undefined };

/** People are round; whoever is outside the company wears the violet ring. The letters are drawn, not text: they repeat the name beside them. */
export function Avatar({ id, name, url, size = 32, isClient = false, presence }: AvatarProps) {
  const style = {
    '--avatar-size': `${size}px`,
    '--avatar-colour': `var(--cc-avatar-${hashOf(id) % avatarColours.length})`,
  } as CSSProperties;

  return (
    <span className={classes.avatar} data-client={isClient || undefined} data-presence={presence === 'offline' ? undefined : presence} data-initials={initialsOf(name)} style={style} aria-hidden="true">
      {url && <Picture key={url} url={url} />}
    </span>
  );
}
