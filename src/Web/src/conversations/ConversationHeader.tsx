import { Menu, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconDotsVertical, IconEyeQuestion, IconInfoCircle, IconLayoutSidebarRight, IconPencil, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { AccountMenu } from '@/app/shell/AccountMenu';
import { useLayout } from '@/app/useLayout';
import { ThreadsButton } from '@/messages/threads/ThreadsButton';
import { useMe } from '@/organizations/me';
import { searchStore } from '@/search/searchStore';
import { useSearchPlace } from '@/search/useSearchPlace';
import { IconButton } from '@/ui/IconButton';
import { ConversationAvatar } from './ConversationAvatar';
import classes from './ConversationHeader.module.css';
import { HeaderFacts } from './HeaderFacts';
import { AddPeopleDialog } from './members/AddPeopleDialog';
import { RenameDialog } from './RenameDialog';
import { RenameInPlace } from './RenameInPlace';
import { useIsOnlyChat } from './useIsOnlyChat';
import { type Pane, usePane } from './usePane';

export function ConversationHeader({ conversation, pane }: { conversation: Conversation; pane: Pane | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  const layout = useLayout();
  const navigate = useNavigate();
  const { shown, open, toggle } = usePane(conversation.id, pane);
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const onlyChat = useIsOnlyChat();
  const phone = layout === 'phone';
  const single = phone || layout === 'narrow';
  const { can } = conversation;
  const searching = searchStore((state) => state.open);
  const search = useSearchPlace();
  const searchHere = conversation.managed ? undefined : () => search.open({ conversation: { id: conversation.id, name: conversation.name } });
  const mayAdd = can.addEmployees || can.addGuests;

  return (
    <header className={classes.header}>
      {single && (searching || !onlyChat) && (
        <IconButton icon={IconArrowLeft} iconSize={22} label={t('chats.back')} onClick={() => void navigate({ to: searching ? '/search' : '/chats' })} />
      )}
      <ConversationAvatar conversation={conversation} size={38} />
      <div className={classes.titles}>
        {renaming && !phone ? (
          <>
            <VisuallyHidden component="h1" id="chat-title">
              {conversation.name}
            </VisuallyHidden>
            <RenameInPlace conversation={conversation} onDone={() => setRenaming(false)} />
          </>
        ) : (
          <div className={classes.name}>
            <h1 title={conversation.name}>{conversation.name}</h1>
            {can.rename && !phone && <IconButton icon={IconPencil} iconSize={15} size={26} label={t('chats.rename')} className={classes.rename} onClick={() => setRenaming(true)} />}
          </div>
        )}
        <HeaderFacts conversation={conversation} />
      </div>
      {!conversation.managed && <ThreadsButton conversationId={conversation.id} onOpen={() => open('threads')} />}
      {phone ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconDotsVertical} iconSize={22} label={t('chats.menu')} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconInfoCircle size={18} stroke={1.75} />} onClick={() => open('about')}>
              {t('chats.details')}
            </Menu.Item>
            {searchHere && (
              <Menu.Item leftSection={<IconSearch size={18} stroke={1.75} />} onClick={searchHere}>
                {t('search.inChat')}
              </Menu.Item>
            )}
            {can.explain && (
              <Menu.Item leftSection={<IconEyeQuestion size={18} stroke={1.75} />} onClick={() => open('access')}>
                {t('chats.why')}
              </Menu.Item>
            )}
            {mayAdd && (
              <Menu.Item leftSection={<IconUserPlus size={18} stroke={1.75} />} onClick={() => setAdding(true)}>
                {t('chats.addPeople')}
              </Menu.Item>
            )}
            {can.rename && (
              <Menu.Item leftSection={<IconPencil size={18} stroke={1.75} />} onClick={() => setRenaming(true)}>
                {t('chats.rename')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <div className={classes.buttons}>
          {searchHere && <IconButton icon={IconSearch} label={t('search.inChat')} hint="Ctrl F" onClick={searchHere} />}
          {mayAdd && <IconButton icon={IconUserPlus} label={t('chats.addPeople')} onClick={() => setAdding(true)} />}
          {can.explain && <IconButton icon={IconEyeQuestion} label={t('chats.why')} hint="Ctrl Shift E" aria-pressed={shown === 'access'} onClick={() => toggle('access')} />}
          <IconButton
            icon={IconLayoutSidebarRight}
            label={t(shown === 'about' ? 'chats.hideDetails' : 'chats.details')}
            hint="Ctrl I"
            aria-pressed={shown === 'about'}
            onClick={() => toggle('about')}
          />
        </div>
      )}
      {me.role === 'guest' && onlyChat && <AccountMenu />}
      {renaming && phone && <RenameDialog conversation={conversation} onClose={() => setRenaming(false)} />}
      {adding && <AddPeopleDialog conversation={conversation} onClose={() => setAdding(false)} />}
    </header>
  );
}
