import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './NewPasswordField.module.css';
import { passwordStrength } from './passwordStrength';

type NewPasswordFieldProps = PasswordInputProps & { value: string };

/** A password being chosen: its length is told in words while one types, there are no other rules. */
export function NewPasswordField({ value, ...rest }: NewPasswordFieldProps) {
  const { t } = useTranslation();
  const { step, length, missing } = passwordStrength(value);

  return (
    <div>
      <PasswordInput
        {...rest}
        value={value}
        autoComplete="new-password"
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('session.password.show') }}
        description={value || rest.error ? undefined : t('session.password.hint')}
      />
      {value && !rest.error && (
        <div className={classes.strength} data-step={step} role="status">
          <div className={classes.bars} aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
          <p className={classes.words}>
            {step === 'good' && <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />}
            {step === 'short' && t('session.password.short', { count: missing })}
            {step === 'fair' && t('session.password.fair', { count: length })}
            {step === 'good' && t('session.password.good', { count: length })}
          </p>
        </div>
      )}
    </div>
  );
}
