import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CopyField.module.css';
import { copyText } from './copyText';

export function CopyField({ label, value, mono = true }: { label: string; value: string; mono?: boolean }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    setCopied(await copyText(value));
    window.setTimeout(() => setCopied(false), 2000);
  };

  return (
    <div className={classes.field}>
      <TextInput className={classes.input} label={label} value={value} readOnly onFocus={(event) => event.currentTarget.select()} data-mono={mono || undefined} />
      <Button
        variant="default"
        className={classes.button}
        leftSection={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
        onClick={copy}
      >
        {copied ? t('do.copied') : t('do.copy')}
      </Button>
    </div>
  );
}
