import { useTranslation } from 'react-i18next';
import type { MessageEntry } from '@/api/types';
import { useMe } from '@/organizations/me';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { toast } from '@/ui/toasts';
import { useDeleteMessage } from './useMessageChanges';

type DeleteMessageDialogProps = { conversationId: string; entry: MessageEntry; onClose: () => void };

export function DeleteMessageDialog({ conversationId, entry, onClose }: DeleteMessageDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const remove = useDeleteMessage(conversationId);
  const isOwn = entry.author.participantId === me.id;

  const confirm = () =>
    remove.mutate(entry.number, {
      onSuccess: () => {
        toast(t('messages.deleted'));
        onClose();
      },
    });

  return (
    <ConfirmDialog
      title={t('messages.delete.title')}
      text={isOwn ? t('messages.delete.text') : t('messages.delete.textOther', { name: entry.author.displayName })}
      action={t('messages.delete.action')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
