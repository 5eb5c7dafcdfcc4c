import { Button, Menu } from '@mantine/core';
import { IconBan, IconDots, IconMessagePlus, IconPencil, IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { askForNewChat } from '@/conversations/newChat/newChatStore';
import { useMe } from '@/organizations/me';
import { memberQuery } from '@/organizations/people/memberQueries';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { shownStatus } from './InvitationStatusChip';
import classes from './Invitations.module.css';
import { useResendInvitation } from './useResendInvitation';
import { useRevokeInvitation } from './useRevokeInvitation';

export function InvitationActions({ invitation, onFix }: { invitation: Invitation; onFix: (invitation: Invitation) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  const resend = useResendInvitation();
  const revoke = useRevokeInvitation();
  const [revoking, setRevoking] = useState(false);

  const name = `${invitation.firstName} ${invitation.lastName}`.trim() || invitation.email;
  const shown = shownStatus(invitation);
  const open = invitation.status === 'pending' || invitation.status === 'expired';
  const { memberId } = invitation;

  const sayProblem = (error: unknown) => toast(problemOf(error), { tone: 'danger' });
  const addToChat = async () => {
    if (memberId) askForNewChat([await cache.fetchQuery(memberQuery(memberId))]);
  };
  const fix = () => revoke.mutate(invitation.id, { onSuccess: () => onFix(invitation), onError: sayProblem });

  return (
    <span className={classes.actions}>
      {invitation.status === 'accepted' && memberId && me.can.createChats && (
        <Button size="xs" variant="default" leftSection={<IconMessagePlus size={16} stroke={1.75} />} onClick={() => void addToChat().catch(sayProblem)}>
          {t('invitations.addToChat')}
        </Button>
      )}
      {shown === 'failed' && (
        <Button size="xs" variant="default" leftSection={<IconPencil size={16} stroke={1.75} />} loading={revoke.isPending} onClick={fix}>
          {t('invitations.fixAddress')}
        </Button>
      )}
      {open && shown !== 'failed' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={16} stroke={1.75} />}
          loading={resend.isPending}
          onClick={() => resend.mutate(invitation.id, { onSuccess: () => toast(t('invitations.resent')), onError: sayProblem })}
        >
          {t(invitation.status === 'expired' ? 'invitations.newLink' : 'invitations.resend')}
        </Button>
      )}
      {open && (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconDots} iconSize={17} size={32} label={t('invitations.menu', { name })} />
          </Menu.Target>
          <Menu.Dropdown>
            {shown === 'failed' && (
              <Menu.Item leftSection={<IconSend size={17} stroke={1.75} />} onClick={() => resend.mutate(invitation.id, { onSuccess: () => toast(t('invitations.resent')), onError: sayProblem })}>
                {t('invitations.resend')}
              </Menu.Item>
            )}
            <Menu.Item data-tone="danger" leftSection={<IconBan size={17} stroke={1.75} />} onClick={() => setRevoking(true)}>
              {t('invitations.revoke')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {revoking && (
        <ConfirmDialog
          title={t('invitations.revokeTitle', { name })}
          text={t('invitations.revokeText')}
          action={t('invitations.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() =>
            revoke.mutate(invitation.id, {
              onSuccess: () => {
                setRevoking(false);
                toast(t('invitations.revoked', { name }));
              },
            })
          }
          onClose={() => setRevoking(false)}
        />
      )}
    </span>
  );
}
