import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../live/online';
import classes from './OfflineBanner.module.css';

export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={classes.banner}>
          <IconWifiOff size={17} stroke={1.75} aria-hidden="true" />
          <span>
            <b>{t('offline.banner')}</b> {t('offline.hint')}
          </span>
        </p>
      )}
    </div>
  );
}
