import { Button } from '@mantine/core';
import { IconArrowsExchange, IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { useOpenDirect } from '@/conversations/useOpenDirect';
import { HandoverDialog } from '@/crm/handover/HandoverDialog';
import { Avatar } from '@/ui/Avatar';
import { Chip } from '@/ui/Chip';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { GuestChip } from '@/ui/GuestChip';
import { Loading } from '@/ui/Loading';
import { SidePanel } from '@/ui/SidePanel';
import { SkeletonRows } from '@/ui/Skeleton';
import { useMe } from '../me';
import { memberQuery } from './memberQueries';
import classes from './PeoplePage.module.css';
import { ProfileAdministration } from './ProfileAdministration';

export function ProfilePanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const member = useQuery(memberQuery(memberId));
  return (
    <SidePanel title={t('people.profile')} onClose={onClose}>
      {member.isError ? (
        <ErrorState error={member.error} what={t('what.person')} onRetry={() => void member.refetch()} />
      ) : (
        <Loading pending={member.isPending} skeleton={<SkeletonRows rows={4} avatar="round" />}>
          {member.data && <Profile member={member.data} />}
        </Loading>
      )}
    </SidePanel>
  );
}

function Profile({ member }: { member: Member }) {
  const { t } = useTranslation();
  const me = useMe();
  const direct = useOpenDirect();
  const [handing, setHanding] = useState(false);
  const mayWrite = member.can?.write ?? (member.id !== me.id && member.status === 'active');
  const mayHandOver = me.can.handOverAny && member.role !== 'guest';

  return (
    <>
      <div className={classes.who}>
        <Avatar id={member.id} name={member.displayName} url={member.avatarUrl} size={64} isClient={member.isClient} />
        <div>
          <h2 className={classes.name}>{member.displayName}</h2>
          <p className={classes.fact}>
            {member.role === 'guest' ? <GuestChip /> : t(`role.${member.role}`)} {member.status === 'deactivated' && <Chip tone="danger">{t('people.statusDeactivated')}</Chip>}
          </p>
          <p className={classes.fact}>{[member.company, member.email].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      {member.duties && member.duties.length > 0 && (
        <div className={classes.chips}>
          {member.duties.map((duty) => (
            <Chip key={duty}>{t(`duty.${duty}`)}</Chip>
          ))}
        </div>
      )}
      {(mayWrite || mayHandOver) && (
        <div className={classes.acts}>
          {mayWrite && (
            <Button leftSection={<IconMessage size={17} stroke={1.75} />} loading={direct.isPending} onClick={() => direct.mutate(member.id)}>
              {t('people.write')}
            </Button>
          )}
          {mayHandOver && (
            <Button variant="default" leftSection={<IconArrowsExchange size={17} stroke={1.75} />} onClick={() => setHanding(true)}>
              {t('people.handOver')}
            </Button>
          )}
        </div>
      )}
      <FormProblem error={direct.error} />
      <ProfileAdministration member={member} />
      {handing && <HandoverDialog from={member} onClose={() => setHanding(false)} onDone={() => setHanding(false)} />}
    </>
  );
}
