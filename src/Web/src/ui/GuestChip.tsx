import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from './Chip';

export function GuestChip() {
  const { t } = useTranslation();
  return (
    <Chip tone="client" icon={IconUser}>
      {t('role.guest')}
    </Chip>
  );
}
