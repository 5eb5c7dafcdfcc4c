import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { InvitationPreview } from '@/api/types';
import { FrontDoor } from '@/app/shell/FrontDoor';
import { useFragment } from '@/app/useFragment';
import { exactMoment } from '@/app/format/moments';
import { useDateReader } from '@/app/format/useDateReader';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { AcceptForm } from './AcceptForm';
import { BadLink } from './BadLink';

export function AcceptPage() {
  const { t } = useTranslation();
  const reader = useDateReader();
  const token = useFragment();
  const preview = useQuery({
    queryKey: ['invitations', 'preview', token],
    queryFn: () => api.post<InvitationPreview>('/invitations/preview', { token }),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });

  const invitation = preview.data;
  const title = invitation ? t('session.accept.title', { first: invitation.firstName }) : t('session.accept.checking');
  return (
    <FrontDoor
      title={title}
      brand={invitation?.organizationName ?? t('app.name')}
      foot={invitation && t('session.accept.until', { date: exactMoment(invitation.expiresAt, reader, t) })}
    >
      {!token || preview.isError ? (
        <BadLink token={token} error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <Loading pending={preview.isPending} skeleton={<SkeletonRows rows={4} avatar="none" />}>
          {invitation && <AcceptForm key={token} token={token} invitation={invitation} />}
        </Loading>
      )}
    </FrontDoor>
  );
}
