import { useTranslation } from 'react-i18next';
import type { Deal } from '@/api/types';
import classes from './ContactsPage.module.css';

export function newestDeal(deals: Deal[]): Deal | undefined {
  const open = deals.filter(({ closedAt }) => !closedAt);
  return [...(open.length > 0 ? open : deals)].sort((one, other) => other.createdAt.localeCompare(one.createdAt))[0];
}

export function DealCell({ deals }: { deals: Deal[] }) {
  const { t } = useTranslation();
  const deal = newestDeal(deals);
  if (!deal) return <span className={classes.quiet}>{t('crm.noDeal')}</span>;
  const notes = [t(deal.closedAt ? 'crm.dealClosed' : 'crm.dealOpen'), deals.length > 1 && t('crm.moreDeals', { count: deals.length - 1 })];
  return (
    <>
      <span className={classes.deal}>{deal.name ?? t('crm.dealUnnamed', { id: deal.id })}</span>
      <span className={classes.dealNote}>{notes.filter(Boolean).join(' · ')}</span>
    </>
  );
}
