import { Menu, VisuallyHidden } from '@mantine/core';
import { IconDots, IconLink, IconMail, IconMailOpened } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FocusEventHandler, type KeyboardEvent, type KeyboardEventHandler, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { useTypingText } from '@/app/live/useTypingText';
import { useDraft } from '@/messages/drafts/drafts';
import { useLongPress } from '@/ui/useLongPress';
import { conversationLink } from '@/messages/log/messageLink';
import { useMe } from '@/organizations/me';
import { preferencesStore } from '@/settings/look/preferences';
import { copyText } from '@/ui/copyText';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { ClientCount } from '../ClientCount';
import { ConversationAvatar } from '../ConversationAvatar';
import { freshStore } from '../fresh';
import { markRead, markUnreadFrom } from '../markRead';
import classes from './ConversationRow.module.css';
import { plainText, previewOf } from './preview';

type ConversationRowProps = {
  row: ConversationItem;
  selected: boolean;
  tabIndex: number;
  onFocus: FocusEventHandler;
  onKeyDown: KeyboardEventHandler;
};

export function ConversationRow({ row, selected, tabIndex, onFocus, onKeyDown }: ConversationRowProps) {
  const { t } = useTranslation();
  const me = useMe();
  const fresh = freshStore((state) => state.ids[row.id]);
  const compact = preferencesStore((state) => state.density === 'compact');
  const draft = useDraft(row.id)?.text;
  const typing = useTypingText(row.id, row.kind === 'direct');
  const unread = row.unreadCount ?? 0;
  const preview = previewOf(row, me.id, me.role === 'guest', t);
  const clients = row.clientCount ?? 0;
  const longPress = useLongPress(openMenu);

  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const asksForMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!asksForMenu) return onKeyDown(event);
    event.preventDefault();
    if (event.currentTarget.parentElement) openMenu(event.currentTarget.parentElement);
  };

  return (
    <div {...longPress} className={classes.row} data-selected={selected || undefined} data-unread={unread > 0 || undefined} data-fresh={fresh || undefined} data-compact={compact || undefined}>
      <Link
        to="/c/$conversationId"
        params={{ conversationId: row.id }}
        className={classes.link}
        tabIndex={tabIndex}
        title={row.name}
        aria-current={selected ? 'page' : undefined}
        onFocus={onFocus}
        onKeyDown={keyDown}
      >
        <ConversationAvatar conversation={row} size={compact ? 28 : 40} />
        <span className={classes.lines}>
          <span className={classes.top}>
            <span className={classes.name}>{row.name}</span>
            <RowFacts row={row} />
            {row.lastActivityAt && <Moment at={row.lastActivityAt} as="row" className={classes.time} />}
          </span>
          <span className={classes.bottom}>
            {row.isClientChat && clients > 0 && (
              <span aria-hidden="true">
                <ClientCount count={clients} />
              </span>
            )}
            <span className={classes.preview}>
              {typing ? (
                <span className={classes.typing}>{typing}</span>
              ) : draft && !selected ? (
                <>
                  <span className={classes.draft}>{t('chats.draft')}:</span> {plainText(draft)}
                </>
              ) : (
                <>{preview.author ? `${preview.author}: ${preview.text}` : preview.text}</>
              )}
            </span>
            {row.mentionCount > 0 && (
              <span className={classes.mention} aria-hidden="true">
                @
              </span>
            )}
            {unread > 0 && (
              <span className={classes.count} aria-hidden="true">
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
        </span>
      </Link>
      <RowMenu row={row} />
    </div>
  );
}

/** What the chips and counters say, in words for the screen reader. */
function RowFacts({ row }: { row: ConversationItem }) {
  const { t } = useTranslation();
  const facts = [
    row.isClientChat ? `${t('chats.clientChat')}, ${t('chats.clients', { count: row.clientCount ?? 0 })}` : undefined,
    row.bridge?.name,
    row.unreadCount > 0 ? t('chats.unread', { count: row.unreadCount }) : undefined,
    row.mentionCount > 0 ? t('mentions.you') : undefined,
  ].filter(Boolean);
  return facts.length > 0 ? <VisuallyHidden>{`. ${facts.join('. ')}. `}</VisuallyHidden> : null;
}

function openMenu(row: HTMLElement): void {
  row.querySelector<HTMLElement>('[data-row-menu]')?.click();
}

function RowMenu({ row }: { row: ConversationItem }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const last = row.lastMessage?.number;

  return (
    <div className={classes.menu} data-open={open || undefined}>
      <Menu position="bottom-end" opened={open} onChange={setOpen}>
        <Menu.Target>
          <IconButton icon={IconDots} iconSize={17} size={28} label={t('chats.rowMenu', { name: row.name })} tabIndex={-1} data-row-menu />
        </Menu.Target>
        <Menu.Dropdown>
          {last !== undefined && (row.unreadCount ?? 0) === 0 && (
            <Menu.Item leftSection={<IconMail size={17} stroke={1.75} />} onClick={() => void markUnreadFrom(cache, row.id, last)}>
              {t('chats.markUnread')}
            </Menu.Item>
          )}
          {last !== undefined && (row.unreadCount ?? 0) > 0 && (
            <Menu.Item leftSection={<IconMailOpened size={17} stroke={1.75} />} onClick={() => void markRead(cache, row.id, last)}>
              {t('chats.markRead')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLink size={17} stroke={1.75} />}
            onClick={() => void copyText(conversationLink(row.id)).then((done) => done && toast(t('chats.linkCopied')))}
          >
            {t('chats.copyLink')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
