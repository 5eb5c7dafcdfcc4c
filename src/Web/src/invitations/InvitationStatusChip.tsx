import { IconBan, IconCircleCheck, IconClockX, type Icon, IconLoader, IconMail, IconMailX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { Chip, type Tone } from '@/ui/Chip';

type Shown = Invitation['status'] | 'failed' | 'queued';

const looks: Record<Shown, [Tone, Icon]> = {
  pending: ['info', IconMail],
  accepted: ['ok', IconCircleCheck],
  expired: ['warn', IconClockX],
  revoked: ['neutral', IconBan],
  failed: ['danger', IconMailX],
  queued: ['info', IconLoader],
};

/** Delivery is not a status of its own, but while one waits it says more. */
export function shownStatus({ status, delivery }: Pick<Invitation, 'status' | 'delivery'>): Shown {
  if (status !== 'pending') return status;
  return delivery === 'sent' ? 'pending' : delivery;
}

export function InvitationStatusChip({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const shown = shownStatus(invitation);
  const [tone, icon] = looks[shown];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`invitations.status.${shown}`)}
    </Chip>
  );
}
