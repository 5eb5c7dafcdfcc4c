import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureDialog } from './PictureDialog';
import classes from './PictureDialog.module.css';

type PictureLineProps = {
  label: string;
  hint: string;
  addLabel: string;
  face: ReactNode;
  round: boolean;
  hasPicture: boolean;
  onShow: (fileId: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
};

/** The present picture, what it is for, and the way to another one. */
export function PictureLine({ label, hint, addLabel, face, round, hasPicture, onShow, onRemove }: PictureLineProps) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={classes.line}>
      {face}
      <div className={classes.about}>
        <p className={classes.label}>{label}</p>
        {round && <p className={classes.hint}>{hint}</p>}
      </div>
      <Button variant="default" size="xs" aria-label={hasPicture ? `${t('pictures.change')}: ${label}` : undefined} onClick={() => setChoosing(true)}>
        {hasPicture ? t('pictures.change') : addLabel}
      </Button>
      {choosing && <PictureDialog title={label} hint={hint} face={face} round={round} hasPicture={hasPicture} onShow={onShow} onRemove={onRemove} onClose={() => setChoosing(false)} />}
    </div>
  );
}
