import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FrontPitch } from '@/app/shell/FrontText';
import classes from './SetupPage.module.css';

export function SetupSteps() {
  const { t } = useTranslation();
  return (
    <>
      <FrontPitch title={t('session.setup.lead')} text={t('session.setup.about')} />
      <ol className={classes.steps} aria-label={t('session.setup.stepsLabel')}>
        <li className={classes.step} data-state="done">
          <span className={classes.number}>
            <IconCheck size={15} stroke={2} role="img" aria-label={t('session.setup.stepDone')} />
          </span>
          {t('session.setup.stepDatabase')}
        </li>
        <li className={classes.step} data-state="current" aria-current="step">
          <span className={classes.number}>2</span>
          {t('session.setup.stepOrganization')}
        </li>
        <li className={classes.step}>
          <span className={classes.number}>3</span>
          {t('session.setup.stepInvite')}
        </li>
      </ol>
      <p className={classes.later}>{t('session.setup.later')}</p>
    </>
  );
}
