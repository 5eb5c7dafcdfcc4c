import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './JumpDown.module.css';

export function JumpDown({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.jump} aria-label={count > 0 ? t('messages.jumpCount', { count }) : t('messages.jump')} onClick={onClick}>
      {count > 0 && <span className={classes.count}>{count > 99 ? '99+' : count}</span>}
      <IconChevronDown size={20} stroke={1.75} aria-hidden="true" />
    </button>
  );
}
