import { ActionIcon, Popover } from '@mantine/core';
import { IconCheck, IconMoodSmile, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { tellTyping } from '@/app/live/typing';
import { useIsPhone } from '@/app/useLayout';
import { ArchivedBar } from '@/channels/ArchivedBar';
import { JoinBar } from '@/channels/JoinBar';
import { viewersQuery } from '@/conversations/queries';
import { useProblemText } from '@/app/useProblemText';
import { AttachButton } from '@/files/AttachButton';
import { addFiles, finished, forgetUploads, useUploads } from '@/files/uploads';
import { UploadTray } from '@/files/UploadTray';
import { useMe } from '@/organizations/me';
import { preferencesStore } from '@/settings/look/preferences';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { clearDraft, changeDraft, draftPlace, endEdit, useDraft } from '../drafts/drafts';
import { asPicture } from '../emoji/emojiData';
import { EmojiPopover } from '../emoji/EmojiPopover';
import { useEditMessage } from '../log/useMessageChanges';
import { MentionList, mentionOptionId } from '../mentions/MentionList';
import { useMentionPicker } from '../mentions/useMentionPicker';
import { useOutbox } from '../outbox/useOutbox';
import classes from './Composer.module.css';
import { EditBar } from './EditBar';
import { ReadersLine } from './ReadersLine';
import { ReadOnlyLine } from './ReadOnlyLine';
import { ReplyBar } from './ReplyBar';
import { useGrowing } from './useGrowing';
import { useReaderChanges } from './useReaderChanges';

const longest = 10_000;

type ComposerProps = { conversation: Conversation; thread?: number; field: RefObject<HTMLTextAreaElement | null>; onSent: () => void; onEditLast: () => void };

export function Composer({ conversation, thread, field, onSent, onEditLast }: ComposerProps) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const { send } = useOutbox();
  const place = draftPlace(conversation.id, thread);
  const draft = useDraft(place);
  const viewers = useQuery(viewersQuery(conversation.id));
  const sendBy = preferencesStore((state) => state.sendBy);
  const [asking, setAsking] = useState(false);
  const [choosing, setChoosing] = useState(false);

  const editing = draft?.editing;
  const edit = useEditMessage(conversation.id);
  const problem = useProblemText(edit.error);

  const text = editing?.text ?? draft?.text ?? '';
  const uploads = useUploads(place);
  const attached = editing ? [] : finished(uploads);
  const arriving = !editing && uploads.length > attached.length;
  const ready = text.trim();
  const over = Math.max(0, text.trim().length - longest);
  const sendable = (ready !== '' || attached.length > 0) && !arriving && over === 0;
  const { change, settle } = useReaderChanges(viewers.data, ready !== '' || uploads.length > 0);
  useGrowing(field, text);
  const placeholder = usePlaceholder(conversation, thread !== undefined);
  const fieldId = thread === undefined ? 'composer' : 'thread-composer';
  const listId = `${fieldId}-mentions`;
  const write = (next: string) => changeDraft(place, editing ? { editing: { ...editing, text: next } } : { text: next });
  const picker = useMentionPicker(field, viewers.data, write);

  if (conversation.can.join) return <JoinBar conversation={conversation} />;
  if (conversation.readOnly === 'archived') return <ArchivedBar conversation={conversation} />;
  if (!conversation.can.write) return <ReadOnlyLine conversation={conversation} viewers={viewers.data} />;

  const offers = picker.candidates.length > 0;
  const insert = (emoji: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    const inserted = asPicture(emoji);
    write(text.slice(0, selectionStart) + inserted + text.slice(selectionEnd));
    window.setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(selectionStart + inserted.length, selectionStart + inserted.length);
    });
  };
  const cancelEdit = () => {
    edit.reset();
    endEdit(place);
    field.current?.focus();
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!sendable || edit.isPending) return;
    if (editing) {
      if (ready === editing.before) cancelEdit();
      else edit.mutate({ number: editing.number, text: ready }, { onSuccess: cancelEdit });
      return;
    }
    if (change && !asking) {
      setAsking(true);
      return;
    }
    setAsking(false);
    settle();
    send(conversation.id, ready, { thread, replyTo: draft?.replyTo, attachments: attached.length > 0 ? attached : undefined });
    clearDraft(place);
    forgetUploads(place);
    onSent();
    field.current?.focus();
  };

  const keyDown = (event: KeyboardEvent) => {
    if (picker.onKeyDown(event)) return;
    if (event.key === 'Escape' && editing) {
      event.stopPropagation();
      cancelEdit();
      return;
    }
    if (event.key === 'ArrowUp' && text === '' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onEditLast();
      return;
    }
    if (event.key === 'Escape' && draft?.replyTo) {
      event.stopPropagation();
      changeDraft(place, { replyTo: undefined });
      return;
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const plain = !event.shiftKey && !event.altKey && !withCtrl;
    if (withCtrl || (plain && !phone && sendBy === 'enter')) submit(event);
  };

  const paste = (event: ClipboardEvent) => {
    const files = Array.from(event.clipboardData.files);
    if (files.length === 0 || editing) return;
    event.preventDefault();
    if (conversation.can.attach) addFiles(place, files);
    else toast(t('files.notHere'), { tone: 'danger' });
  };

  return (
    <form className={classes.composer} onSubmit={submit} data-warn={change ? true : undefined}>
      <ReadersLine conversation={conversation} viewers={viewers.data} failed={viewers.isError} change={change} asking={asking} />
      {editing && <EditBar before={editing.before} problem={problem} onCancel={cancelEdit} />}
      {!editing && draft?.replyTo && <ReplyBar quote={draft.replyTo} onCancel={() => changeDraft(place, { replyTo: undefined })} />}
      {!editing && <UploadTray uploads={uploads} />}
      <div className={classes.row}>
        {conversation.can.attach && !editing && phone && <AttachButton conversationId={place} />}
        <Popover opened={offers} position="top-start" width={phone ? 'target' : 340} trapFocus={false} returnFocus={false} withRoles={false} withinPortal={false} floatingStrategy="fixed">
          <Popover.Target>
            <textarea
              ref={field}
              id={fieldId}
              data-pane={thread === undefined ? 'composer' : undefined}
              className={classes.field}
              rows={1}
              aria-autocomplete="list"
              aria-controls={offers ? listId : undefined}
              aria-activedescendant={offers ? mentionOptionId(listId, picker.active) : undefined}
              aria-label={t(thread === undefined ? 'messages.composer.label' : 'threads.placeholder')}
              aria-describedby={over > 0 ? `${fieldId}-over` : undefined}
              aria-invalid={over > 0}
              placeholder={placeholder}
              value={text}
              onChange={(event) => {
                write(event.currentTarget.value);
                picker.look();
                if (!editing) tellTyping(conversation.id);
              }}
              onSelect={picker.look}
              onBlur={picker.close}
              onKeyDown={keyDown}
              onPaste={paste}
            />
          </Popover.Target>
          <Popover.Dropdown p={6}>
            <MentionList id={listId} candidates={picker.candidates} active={picker.active} onActive={picker.setActive} onChoose={picker.choose} />
          </Popover.Dropdown>
        </Popover>
        <div className={classes.bar}>
          {conversation.can.attach && !editing && !phone && <AttachButton conversationId={place} />}
          <p className={classes.hint} id={`${fieldId}-over`} data-over={over > 0 || undefined} role={over > 0 ? 'alert' : undefined}>
            {over > 0 ? t('messages.composer.tooLong', { count: over }) : arriving ? t('files.waitToSend') : thread !== undefined ? null : t(sendBy === 'enter' ? 'messages.composer.hintEnter' : 'messages.composer.hintCtrlEnter')}
          </p>
          <span className={classes.tools}>
            <EmojiPopover opened={choosing} onChange={setChoosing} position="top-end" onPick={insert}>
              <IconButton icon={IconMoodSmile} size={32} label={t('emoji.insert')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />
            </EmojiPopover>
            <ActionIcon type="submit" className={classes.send} aria-label={t(editing ? 'messages.editSave' : 'messages.composer.send')} disabled={!sendable} loading={edit.isPending}>
              {editing ? <IconCheck size={20} stroke={1.75} aria-hidden="true" /> : <IconSend size={20} stroke={1.75} aria-hidden="true" />}
            </ActionIcon>
          </span>
        </div>
      </div>
    </form>
  );
}

function usePlaceholder({ kind, name, person }: Conversation, inThread: boolean): string {
  const { t } = useTranslation();
  const me = useMe();
  const phone = useIsPhone();
  if (inThread) return t('threads.placeholder');
  if (kind === 'direct' && !phone) return t('messages.composer.placeholderTo', { name: person?.displayName ?? name });
  if (me.role === 'guest') return t('messages.composer.placeholderGuest');
  if (kind === 'bridged') return t('messages.composer.placeholderBridge');
  if (phone) return t('messages.composer.label');
  return t('messages.composer.placeholder', { chat: name });
}
