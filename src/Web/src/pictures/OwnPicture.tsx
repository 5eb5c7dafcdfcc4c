import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Me } from '@/api/types';
import { meQuery, useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { PictureLine } from './PictureLine';

export function OwnPicture() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const me = useMe();
  const show = async (fileId: string) => cache.setQueryData(meQuery.queryKey, await api.put<Me>('/me/avatar', { fileId }));
  const remove = async () => {
    await api.delete('/me/avatar');
    await cache.invalidateQueries({ queryKey: meQuery.queryKey });
  };

  return (
    <PictureLine
      label={t('pictures.person')}
      hint={t('pictures.personHint')}
      addLabel={t('pictures.addPhoto')}
      face={<Avatar id={me.id} name={me.displayName} url={me.avatarUrl} size={64} isClient={me.role === 'guest'} />}
      round
      hasPicture={me.avatarUrl !== undefined}
      onShow={show}
      onRemove={remove}
    />
  );
}
