import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { fullMoment } from '@/app/format/dates';
import { Moment } from '@/app/format/Moment';
import { useDateReader } from '@/app/format/useDateReader';
import { useWords } from '@/app/i18n/useWords';
import classes from './Invitations.module.css';

export function InvitationTerm({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const words = useWords();
  const reader = useDateReader();
  const { status, delivery, deliveryError, expiresAt, acceptedAt, revokedAt, revokedBy, askedAgainAt } = invitation;

  if (status === 'accepted') return acceptedAt ? <Moment at={acceptedAt} /> : null;
  if (status === 'revoked') {
    return (
      <>
        {revokedAt && <Moment at={revokedAt} />}
        {revokedBy && ` · ${revokedBy.displayName}`}
      </>
    );
  }
  if (status === 'expired') {
    return (
      <>
        <Moment at={expiresAt} />
        {askedAgainAt && <span className={classes.asked}> · {t('invitations.askedAgain')}</span>}
      </>
    );
  }
  if (delivery === 'failed') return <span className={classes.bad}>{deliveryError ?? t('invitations.status.failed')}</span>;
  const left = Date.parse(expiresAt) - reader.now;
  return <time dateTime={expiresAt} title={fullMoment(expiresAt, reader)}>{left > 60_000 ? t('invitations.term.left', { duration: words.duration(left) }) : t('invitations.term.soon')}</time>;
}
