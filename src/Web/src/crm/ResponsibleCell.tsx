import { useTranslation } from 'react-i18next';
import type { Responsible } from '@/api/types';
import { Avatar } from '@/ui/Avatar';
import classes from './ContactsPage.module.css';

/** Who answers for a client; nobody, or somebody who cannot, is said in red. */
export function ResponsibleCell({ responsible }: { responsible: Responsible | undefined }) {
  const { t } = useTranslation();
  if (!responsible) return <span className={classes.bad}>{t('crm.nobody')}</span>;
  if (responsible.state === 'unknown') {
    return <span className={classes.bad}>{responsible.crmUserId ? t('crm.unknown', { id: responsible.crmUserId }) : t('crm.unknownPlain')}</span>;
  }
  return (
    <span className={classes.responsibleCell}>
      {responsible.memberId && <Avatar id={responsible.memberId} name={responsible.displayName ?? ''} size={24} />}
      <span>
        {responsible.displayName}
        {responsible.state === 'deactivated' && <span className={classes.bad}> · {t('crm.deactivated')}</span>}
      </span>
    </span>
  );
}
