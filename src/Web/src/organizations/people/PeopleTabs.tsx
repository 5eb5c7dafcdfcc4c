import { useTranslation } from 'react-i18next';
import { LinkTabs, type LinkTab } from '@/ui/LinkTabs';
import { useMe } from '../me';

export function PeopleTabs() {
  const { t } = useTranslation();
  const me = useMe();
  const tabs: LinkTab[] = [
    { to: '/people', label: t('people.tabs.employees') },
    { to: '/people/guests', label: t('people.tabs.guests') },
    ...(me.can.invite ? [{ to: '/people/invitations', label: t('people.tabs.invitations') } as const] : []),
    ...(me.can.manageMembers ? [{ to: '/people/deactivated', label: t('people.tabs.deactivated') } as const] : []),
  ];
  return <LinkTabs label={t('people.tabsLabel')} tabs={tabs} />;
}
