import { Menu, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconDeviceMobile, IconDots, IconLink, IconMessage, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, ParticipantContact } from '@/api/types';
import { leadsOf, useLead } from '@/channels/useLead';
import { LinkDialog } from '@/crm/radar/LinkDialog';
import { useUnlinkClient } from '@/crm/radar/useLinking';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { useRemoveMember } from '../members/useRemoveMember';
import { useOpenDirect } from '../useOpenDirect';
import classes from './AboutPane.module.css';
import { ClientLinkItems } from './ClientLinkItems';
import { personFacts } from './personFacts';
import type { ChatPerson } from './useChatPeople';

export function PersonLine({ conversation, person }: { conversation: Conversation; person: ChatPerson }) {
  const { t } = useTranslation();
  const me = useMe();
  const [removing, setRemoving] = useState(false);
  const [handing, setHanding] = useState(false);
  const [linking, setLinking] = useState(false);
  const [unlinking, setUnlinking] = useState<ParticipantContact>();
  const unlink = useUnlinkClient();
  const remove = useRemoveMember(conversation.id);
  const direct = useOpenDirect();

  const { memberId, displayName, participant, membership } = person;
  const isMe = person.participantId === me.id;
  const contact = participant?.contacts?.[0];
  const mayWrite = memberId !== undefined && !isMe && me.role !== 'guest' && conversation.kind !== 'direct';
  const mayRemove = membership?.can.remove === true && !isMe;
  const mayLink = conversation.can.linkClients && person.isClient && participant?.contacts !== undefined;
  const lead = useLead(conversation.id);
  const leads = membership ? leadsOf(membership, isMe) : [];

  const confirm = () =>
    remove.mutate(membership?.memberId ?? '', {
      onSuccess: () => {
        setRemoving(false);
        toast(t('people.removed', { name: displayName }));
      },
    });

  return (
    <li className={classes.person}>
      <Avatar id={person.participantId} name={displayName} url={person.avatarUrl} size={32} isClient={person.isClient} presence={participant?.presence} />
      <div className={classes.lines}>
        <p className={classes.name} title={displayName}>
          {displayName}
          {participant?.presence && participant.presence !== 'offline' && <VisuallyHidden>{`, ${t(`people.presence.${participant.presence}`)}`}</VisuallyHidden>}
        </p>
        <p className={classes.fact}>{personFacts(person, me.id, me.role === 'guest', t).join(' · ')}</p>
      </div>
      {contact && (
        <Tooltip label={`${t('people.linkedHint', { name: contact.name })}\n${t(`access.linkedBy.${contact.linkedBy}`)}`}>
          <IconLink size={17} stroke={1.75} className={classes.linked} role="img" aria-label={t('people.linkedHint', { name: contact.name })} />
        </Tooltip>
      )}
      {participant?.ownNumber && <IconDeviceMobile size={17} stroke={1.75} role="img" aria-label={t('people.ownNumber')} />}
      {(mayWrite || mayRemove || mayLink || leads.length > 0) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconDots} iconSize={17} size={30} label={t('people.menu', { name: displayName })} />
          </Menu.Target>
          <Menu.Dropdown>
            {mayWrite && (
              <Menu.Item leftSection={<IconMessage size={17} stroke={1.75} />} onClick={() => direct.mutate(memberId)}>
                {t('people.write')}
              </Menu.Item>
            )}
            {mayLink && <ClientLinkItems contacts={participant.contacts ?? []} onLink={() => setLinking(true)} onUnlink={setUnlinking} />}
            {membership &&
              leads.map(({ act, icon: IconAct }) => (
                <Menu.Item
                  key={act}
                  leftSection={<IconAct size={17} stroke={1.75} />}
                  onClick={() => (act === 'handOn' ? setHanding(true) : lead.mutate({ act, memberId: membership.memberId, name: displayName }))}
                >
                  {t(`channels.${act}`)}
                </Menu.Item>
              ))}
            {mayRemove && (
              <Menu.Item data-tone="danger" leftSection={<IconUserMinus size={17} stroke={1.75} />} onClick={() => setRemoving(true)}>
                {t('people.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {linking && <LinkDialog conversationId={conversation.id} clients={[{ participantId: person.participantId, displayName, phone: participant?.phone }]} onClose={() => setLinking(false)} />}
      {unlinking && (
        <ConfirmDialog
          title={t('radar.linking.removeTitle', { name: displayName })}
          text={t('radar.linking.removeText')}
          action={t('radar.linking.removeAction')}
          busy={unlink.isPending}
          error={unlink.error}
          onConfirm={() =>
            unlink.mutate(
              { conversationId: conversation.id, participantId: person.participantId, clientName: displayName, externalId: unlinking.externalId, contactName: unlinking.name },
              { onSuccess: () => setUnlinking(undefined) },
            )
          }
          onClose={() => setUnlinking(undefined)}
        />
      )}
      {handing && membership && (
        <ConfirmDialog
          title={t('channels.handOnTitle', { name: displayName })}
          text={t('channels.handOnText')}
          action={t('channels.handOnAction')}
          danger={false}
          busy={lead.isPending}
          error={lead.error}
          onConfirm={() => lead.mutate({ act: 'handOn', memberId: membership.memberId, name: displayName }, { onSuccess: () => setHanding(false) })}
          onClose={() => setHanding(false)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t('people.removeTitle', { name: displayName })}
          text={t('people.removeText')}
          action={t('people.removeAction')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={confirm}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
