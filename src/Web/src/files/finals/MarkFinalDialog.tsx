import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, FilePlace, FinalFile } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { Dialog } from '@/ui/Dialog';
import { FileCard } from '../FileCard';
import classes from './Finals.module.css';
import { nearestName } from './nearestName';

type MarkFinalDialogProps = { file: Attachment; others: FinalFile[]; busy: boolean; onChoose: (supersedes: FilePlace | undefined) => void; onClose: () => void };

const nothing = '';

/** Which of the present final versions the new one replaces; the one with the nearest name is proposed. */
export function MarkFinalDialog({ file, others, busy, onChoose, onClose }: MarkFinalDialogProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const [chosen, setChosen] = useState(() => keyOf(nearestName(file.name, others, (other) => other.file.name)));
  const former = others.find((other) => keyOf(other) === chosen);

  return (
    <Dialog
      title={t('finals.mark')}
      onClose={onClose}
      onSubmit={() => onChoose(former && { number: former.number, fileId: former.file.id })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy} data-autofocus>
            {t('finals.mark')}
          </Button>
        </>
      }
    >
      <FileCard file={file} onOpen={undefined} isStill />
      <Radio.Group className={classes.question} label={t('finals.question')} value={chosen} onChange={setChosen}>
        <div className={classes.choices}>
          {others.map((other) => (
            <Radio
              key={keyOf(other)}
              value={keyOf(other)}
              label={other.file.name}
              description={t('finals.replaces', { facts: [other.file.final?.by?.displayName, other.file.final && longDay(other.file.final.at, reader)].filter(Boolean).join(', ') })}
              classNames={{ root: classes.choice, body: classes.body, label: classes.name, description: classes.hint }}
            />
          ))}
          <Radio value={nothing} label={t('finals.nothing')} description={t('finals.nothingHint')} classNames={{ root: classes.choice, body: classes.body, label: classes.name, description: classes.hint }} />
        </div>
      </Radio.Group>
    </Dialog>
  );
}

function keyOf(one: FinalFile | undefined): string {
  return one ? `${one.number}.${one.file.id}` : nothing;
}
