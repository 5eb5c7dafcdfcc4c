import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconHash, IconLock, IconShieldCheck, IconWorld } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Conversation } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { patchRow } from '@/conversations/list/listCache';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { toast } from '@/ui/toasts';
import { AppointDialog } from './AppointDialog';
import { useArchive } from './useArchive';

type Act = 'publish' | 'unpublish' | 'convert';

/** What changes a whole chat: each is asked for once more, the archive is taken back from its message instead. */
export function ChannelActs({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act | undefined>();
  const { archive, isPending, problem } = useArchive();
  const [appointing, setAppointing] = useState(false);
  const { can, visibility, archivedAt, managed, owner } = conversation;
  const mayAppoint = managed && (can.appoint || (can.handOn && !owner));

  return (
    <>
      {mayAppoint && (
        <Button variant="default" size="xs" leftSection={<IconShieldCheck size={16} stroke={1.75} />} onClick={() => setAppointing(true)}>
          {t(can.appoint ? 'channels.leader.appoint' : 'channels.leader.handOn')}
        </Button>
      )}
      {can.convert && (
        <Button variant="default" size="xs" leftSection={<IconHash size={16} stroke={1.75} />} onClick={() => setAsked('convert')}>
          {t('channels.convert')}
        </Button>
      )}
      {can.publish && visibility === 'private' && (
        <Button variant="default" size="xs" leftSection={<IconWorld size={16} stroke={1.75} />} onClick={() => setAsked('publish')}>
          {t('channels.publish')}
        </Button>
      )}
      {can.unpublish && visibility === 'public' && (
        <Button variant="default" size="xs" leftSection={<IconLock size={16} stroke={1.75} />} onClick={() => setAsked('unpublish')}>
          {t('channels.unpublish')}
        </Button>
      )}
      {can.archive && (
        <Button
          variant="default"
          size="xs"
          loading={isPending}
          leftSection={archivedAt ? <IconArchiveOff size={16} stroke={1.75} /> : <IconArchive size={16} stroke={1.75} />}
          onClick={() => archive(conversation, !archivedAt)}
        >
          {t(archivedAt ? 'channels.restore' : 'channels.archive')}
        </Button>
      )}
      {problem && <p role="alert">{problem}</p>}
      {appointing && <AppointDialog conversation={conversation} onClose={() => setAppointing(false)} />}
      {asked && <AskFirst conversation={conversation} act={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function AskFirst({ conversation, act, onClose }: { conversation: Conversation; act: Act; onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { id, name } = conversation;
  const done = { publish: t('channels.published'), unpublish: t('channels.unpublished'), convert: t('channels.converted', { name }) };

  const change = useMutation({
    mutationFn: () =>
      act === 'convert' ? api.post<Conversation>(`/chats/${id}/to-channel`) : api.patch<Conversation>(`/channels/${id}`, { visibility: act === 'publish' ? 'public' : 'private' }),
    onSuccess: async (chat) => {
      cache.setQueryData(conversationKeys.detail(id), chat);
      patchRow(cache, id, chat);
      toast(done[act]);
      onClose();
      await cache.invalidateQueries({ queryKey: conversationKeys.one(id), predicate: ({ queryKey }) => queryKey[2] !== 'log' });
    },
  });

  return (
    <ConfirmDialog
      title={t(`channels.${act}Title`)}
      text={t(`channels.${act}Text`)}
      action={t(`channels.${act}Action`)}
      danger={act === 'unpublish'}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    />
  );
}
