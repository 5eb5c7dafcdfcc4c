import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Conversation } from '@/api/types';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { conversationKeys } from '@/conversations/keys';
import { patchRow } from '@/conversations/list/listCache';
import { PictureLine } from './PictureLine';

export function ConversationPicture({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { id } = conversation;
  const take = (avatarUrl: string | null) => {
    cache.setQueryData<Conversation>(conversationKeys.detail(id), (one) => one && { ...one, avatarUrl });
    patchRow(cache, id, { avatarUrl });
  };

  return (
    <PictureLine
      label={t('pictures.chat')}
      hint={t('pictures.chatHint')}
      addLabel={t('pictures.addPicture')}
      face={<ConversationAvatar conversation={conversation} size={48} />}
      round={false}
      hasPicture={conversation.avatarUrl !== null}
      onShow={async (fileId) => take((await api.put<Conversation>(`/conversations/${id}/avatar`, { fileId })).avatarUrl)}
      onRemove={async () => {
        await api.delete(`/conversations/${id}/avatar`);
        take(null);
      }}
    />
  );
}
