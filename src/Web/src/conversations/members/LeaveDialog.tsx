import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useMe } from '@/organizations/me';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { toast } from '@/ui/toasts';
import { conversationKeys } from '../keys';
import { dropRow } from '../list/listCache';
import { useRemoveMember } from './useRemoveMember';

export function LeaveDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const remove = useRemoveMember(conversation.id);

  const goAway = async () => {
    onClose();
    dropRow(cache, conversation.id);
    await navigate({ to: '/chats' });
    cache.removeQueries({ queryKey: conversationKeys.one(conversation.id) });
    toast(t('chats.left', { name: conversation.name }));
  };

  // The chat may have closed, and this dialog with it, before the answer to the request is here.
  const leave = () => void remove.mutateAsync(me.id).then(goAway, () => undefined);
  return (
    <ConfirmDialog title={t('chats.leave')} text={t('chats.leaveText')} action={t('chats.leaveAction')} busy={remove.isPending} error={remove.error} onConfirm={leave} onClose={onClose} />
  );
}
