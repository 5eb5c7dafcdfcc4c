import { Button } from '@mantine/core';
import {
  IconAbc,
  IconAlertCircle,
  IconArrowBarToRight,
  IconCircleCheck,
  IconCopy,
  IconEyeOff,
  type Icon,
  IconSeparatorVertical,
  IconTextWrapDisabled,
  IconUserEdit,
  IconWand,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NameCheck } from '@/api/types';
import { Rich, slot } from '@/app/i18n/Rich';
import { applyFinding } from './applyFinding';
import classes from './NameFindings.module.css';

const icons: Record<string, Icon> = {
  'name.noSeparator': IconSeparatorVertical,
  'name.tooGeneral': IconZoomQuestion,
  'name.abbreviation': IconAbc,
  'name.longWord': IconTextWrapDisabled,
  'name.unreadable': IconTextWrapDisabled,
  'name.firstName': IconUserEdit,
  'name.jobTitle': IconUserEdit,
  'name.tooLong': IconArrowBarToRight,
  'name.invisible': IconEyeOff,
  'name.taken': IconCopy,
  'name.near': IconCopy,
};

type NameFindingsProps = { name: string; check: NameCheck; onChange: (name: string) => void };

/** What could be better about a name: a sentence each, and a button that is the suggestion itself. */
export function NameFindings({ name, check, onChange }: NameFindingsProps) {
  const { t } = useTranslation();
  const { findings, suggestion } = check;

  if (findings.length === 0) {
    return (
      <p className={classes.good} role="status">
        <IconCircleCheck size={17} stroke={1.75} aria-hidden="true" />
        {t('newChat.good')}
      </p>
    );
  }
  return (
    <div className={classes.card}>
      <ul className={classes.findings}>
        {findings.map((finding, index) => {
          const IconMark = icons[finding.code] ?? IconAlertCircle;
          const fixed = finding.suggestion;
          return (
            <li key={`${finding.code}.${index}`} className={classes.finding} data-severity={finding.severity}>
              <IconMark size={17} stroke={1.75} aria-hidden="true" />
              <span className={classes.message}>{finding.message}</span>
              {fixed !== undefined && (
                <Button
                  variant="default"
                  size="xs"
                  className={classes.suggestion}
                  aria-label={fixed.trim() ? t('newChat.apply', { text: fixed.trim() }) : t('newChat.fix')}
                  onClick={() => onChange(applyFinding(name, finding))}
                >
                  {fixed.trim() || t('newChat.fix')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {suggestion !== undefined && suggestion !== name && (
        <div className={classes.whole}>
          <IconWand size={17} stroke={1.75} aria-hidden="true" />
          <span className={classes.message}>
            <Rich text={t('newChat.becomes', { name: slot('name') })} parts={{ name: <b>{suggestion}</b> }} />
          </span>
          <Button size="xs" onClick={() => onChange(suggestion)}>
            {t('newChat.fixAll')}
          </Button>
        </div>
      )}
      <p className={classes.srOnly} role="status">
        {t('newChat.findings', { count: findings.length })}
      </p>
    </div>
  );
}
