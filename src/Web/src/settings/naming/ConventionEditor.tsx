import { Button, Radio, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Convention, NamePart } from '@/api/types';
import { partsOf } from '@/naming/patternWords';
import classes from '../settings.module.css';
import { conventionProblem, withPart } from './conventionDrafts';

const parts: NamePart[] = ['project', 'client', 'work', 'responsible'];

type ConventionEditorProps = { convention: Convention; tried: boolean; onChange: (convention: Convention) => void; onDefault: () => void; onRemove: () => void };

export function ConventionEditor({ convention, tried, onChange, onDefault, onRemove }: ConventionEditorProps) {
  const { t } = useTranslation();
  const { pattern, separator, isDefault } = convention;
  const used = partsOf(pattern);
  const problem = conventionProblem(convention);
  const example = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (used.includes(name as NamePart) ? t(`settings.naming.example.${name as NamePart}`) : whole));

  return (
    <div className={classes.convention}>
      <div className={classes.fields}>
        <TextInput
          label={t('settings.naming.pattern')}
          description={problem ? undefined : t('settings.naming.preview', { example })}
          error={problem === 'noSeparator' || (tried && problem) ? t(`settings.naming.${problem}`) : undefined}
          maxLength={200}
          value={pattern}
          onChange={(event) => onChange({ ...convention, pattern: event.currentTarget.value })}
        />
        <TextInput label={t('settings.naming.separator')} maxLength={3} value={separator} onChange={(event) => onChange({ ...convention, separator: event.currentTarget.value })} />
      </div>
      <div className={classes.inserts}>
        {parts
          .filter((part) => !used.includes(part))
          .map((part) => (
            <button key={part} type="button" className={classes.insert} onClick={() => onChange({ ...convention, pattern: withPart(pattern, separator, part) })}>
              {t('settings.naming.insert', { part: t(`newChat.part.${part}`) })}
            </button>
          ))}
      </div>
      <div className={classes.foot}>
        <Radio name="default-convention" label={t('settings.naming.default')} checked={isDefault} onChange={onDefault} />
        <Button variant="default" size="xs" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={onRemove}>
          {t('settings.naming.remove')}
        </Button>
      </div>
    </div>
  );
}
