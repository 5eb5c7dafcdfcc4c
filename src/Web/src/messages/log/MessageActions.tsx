import { Menu, Popover } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopy,
  IconDots,
  IconLink,
  IconMail,
  IconMessages,
  IconMoodSmile,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconRosetteDiscountCheck,
  IconRosetteDiscountCheckOff,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry } from '@/api/types';
import { useMarkingFinal } from '@/files/finals/useMarkingFinal';
import { copyText } from '@/ui/copyText';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { AskDecisionDialog } from '../decisions/AskDecisionDialog';
import { StatusMenu } from '../decisions/StatusMenu';
import { ForwardDialog } from '../forward/ForwardDialog';
import { usePin } from '../pins/pinsQuery';
import { QuickReactions } from '../reactions/QuickReactions';
import { useChatScene } from './ChatScene';
import { DeleteMessageDialog } from './DeleteMessageDialog';
import classes from './MessageActions.module.css';
import { messageLink } from './messageLink';

/** The hover toolbar of a message; it also comes with the keyboard focus and stays for an open menu. */
export function MessageActions({ entry }: { entry: MessageEntry }) {
  const { t } = useTranslation();
  const { conversationId, canWrite, canReply = true, canPin, canMarkFinal, canSetStatus, onReply, onThread, changeable, onEdit, onUnreadFrom } = useChatScene();
  const [open, setOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [forwarding, setForwarding] = useState(false);
  const [asking, setAsking] = useState(false);
  const [reacting, setReacting] = useState(false);
  const pin = usePin(conversationId);
  const marking = useMarkingFinal(conversationId);
  const may = open ? changeable(entry) : undefined;

  const togglePin = () => {
    const { number, pinned } = entry;
    const done = t(pinned ? 'pins.unpinned' : 'pins.pinned');
    pin.mutate({ number, on: !pinned }, { onSuccess: () => toast(done, { action: { label: t('do.undo'), run: () => pin.mutate({ number, on: Boolean(pinned) }) } }) });
  };
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) toast(done);
  };

  return (
    <div className={classes.actions} data-open={open || reacting || undefined} data-message-actions>
      {canWrite && (
        <Popover opened={reacting} onChange={setReacting} position="top-end" withinPortal trapFocus>
          <Popover.Target>
            <IconButton icon={IconMoodSmile} iconSize={17} size={30} label={t('reactions.add')} tabIndex={-1} aria-expanded={reacting} onClick={() => setReacting(!reacting)} />
          </Popover.Target>
          <Popover.Dropdown p={3}>
            <QuickReactions entry={entry} onDone={() => setReacting(false)} />
          </Popover.Dropdown>
        </Popover>
      )}
      {canWrite && canReply && <IconButton icon={IconArrowBackUp} iconSize={17} size={30} label={t('messages.reply')} hint="R" tabIndex={-1} onClick={() => onReply(entry)} />}
      {canWrite && onThread && <IconButton icon={IconMessages} iconSize={17} size={30} label={t('threads.reply')} hint="T" tabIndex={-1} onClick={() => onThread(entry.number)} />}
      <Menu position="bottom-end" opened={open} onChange={setOpen}>
        <Menu.Target>
          <IconButton icon={IconDots} iconSize={17} size={30} label={t('messages.actions')} tabIndex={-1} data-message-menu />
        </Menu.Target>
        <Menu.Dropdown>
          {canWrite && (
            <Menu.Item leftSection={<IconMoodSmile size={17} stroke={1.75} />} onClick={() => setReacting(true)}>
              {t('reactions.add')}
            </Menu.Item>
          )}
          {canWrite && canReply && (
            <Menu.Item leftSection={<IconArrowBackUp size={17} stroke={1.75} />} onClick={() => onReply(entry)}>
              {t('messages.reply')}
            </Menu.Item>
          )}
          {onThread && (canWrite || entry.replies) && (
            <Menu.Item leftSection={<IconMessages size={17} stroke={1.75} />} onClick={() => onThread(entry.number)}>
              {t(canWrite ? 'threads.reply' : 'threads.open')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconArrowForwardUp size={17} stroke={1.75} />} onClick={() => setForwarding(true)}>
            {t('forward.menu')}
          </Menu.Item>
          {entry.text !== '' && (
            <Menu.Item leftSection={<IconCopy size={17} stroke={1.75} />} onClick={() => void copy(entry.text, t('messages.textCopied'))}>
              {t('messages.copyText')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLink size={17} stroke={1.75} />} onClick={() => void copy(messageLink(conversationId, entry.number), t('chats.linkCopied'))}>
            {t('messages.copyLink')}
          </Menu.Item>
          {canPin && (
            <Menu.Item leftSection={entry.pinned ? <IconPinnedOff size={17} stroke={1.75} /> : <IconPin size={17} stroke={1.75} />} onClick={togglePin}>
              {t(entry.pinned ? 'pins.unpin' : 'pins.pin')}
            </Menu.Item>
          )}
          {canSetStatus && <StatusMenu conversationId={conversationId} entry={entry} onAsk={() => setAsking(true)} />}
          {canMarkFinal &&
            entry.attachments?.map((file, _, { length }) =>
              file.final?.isCurrent ? (
                <Menu.Item key={file.id} leftSection={<IconRosetteDiscountCheckOff size={17} stroke={1.75} />} onClick={() => marking.unmark(entry.number, file)}>
                  <span className={classes.label}>{length > 1 ? t('finals.unmarkOne', { name: file.name }) : t('finals.unmark')}</span>
                </Menu.Item>
              ) : (
                <Menu.Item key={file.id} leftSection={<IconRosetteDiscountCheck size={17} stroke={1.75} />} onClick={() => marking.mark(entry.number, file)}>
                  <span className={classes.label}>{length > 1 ? t('finals.markOne', { name: file.name }) : t('finals.mark')}</span>
                </Menu.Item>
              ),
            )}
          <Menu.Item leftSection={<IconMail size={17} stroke={1.75} />} onClick={() => onUnreadFrom(entry.number)}>
            {t('messages.markUnread')}
          </Menu.Item>
          {may?.edit && (
            <Menu.Item leftSection={<IconPencil size={17} stroke={1.75} />} onClick={() => onEdit(entry)}>
              {t('messages.edit')}
            </Menu.Item>
          )}
          {may?.delete && (
            <Menu.Item data-tone="danger" leftSection={<IconTrash size={17} stroke={1.75} />} onClick={() => setDeleting(true)}>
              {t('messages.delete.menu')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {marking.dialog}
      {asking && <AskDecisionDialog conversationId={conversationId} entry={entry} onClose={() => setAsking(false)} />}
      {forwarding && <ForwardDialog conversationId={conversationId} entry={entry} onClose={() => setForwarding(false)} />}
      {deleting && <DeleteMessageDialog conversationId={conversationId} entry={entry} onClose={() => setDeleting(false)} />}
    </div>
  );
}
