import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';

type LinesFieldProps = { label: string; hint: string; value: string[]; field: string; error: unknown; busy: boolean; onSave: (lines: string[]) => void };

/** Several short values, one a line; the button comes with the first change. */
export function LinesField({ label, hint, value, field, error, busy, onSave }: LinesFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | undefined>(undefined);
  const lines = (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
  const changed = text !== undefined && lines.join('\n') !== value.join('\n');
  const problem = Object.entries(asProblem(error)?.fields ?? {}).find(([name]) => name === field || name.startsWith(`${field}[`))?.[1][0]?.message;

  return (
    <>
      <Textarea
        label={label}
        description={hint}
        rows={Math.max(2, value.length + 1)}
        maxLength={2000}
        value={text ?? value.join('\n')}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {changed && (
        <Button size="xs" loading={busy} onClick={() => onSave(lines)}>
          {t('do.save')}
        </Button>
      )}
    </>
  );
}
