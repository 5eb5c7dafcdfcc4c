import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toasts';
import { CropStage } from './CropStage';
import { type Crop, wholeCrop } from './crop';
import classes from './PictureDialog.module.css';
import { uploadPicture } from './uploadPicture';

const accepted = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

type PictureDialogProps = {
  title: string;
  hint: string;
  face: ReactNode;
  round: boolean;
  hasPicture: boolean;
  onShow: (fileId: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  onClose: () => void;
};

/** Chooses a picture, the part of it that will be seen, and shows it to everybody; or takes the present one away. */
export function PictureDialog({ title, hint, face, round, hasPicture, onShow, onRemove, onClose }: PictureDialogProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [crop, setCrop] = useState<Crop>(wholeCrop);
  const [over, setOver] = useState(false);
  const [unreadable, setUnreadable] = useState(false);

  const done = (what: 'saved' | 'removed') => () => {
    toast(t(`pictures.${what}`));
    onClose();
  };
  const show = useMutation({ mutationFn: async (chosen: ImageBitmap) => onShow(await uploadPicture(chosen, crop)), onSuccess: done('saved') });
  const remove = useMutation({ mutationFn: onRemove, onSuccess: done('removed') });

  const choose = async (file: File | undefined) => {
    if (!file) return;
    show.reset();
    try {
      if (!accepted.includes(file.type)) throw new Error('This is no picture.');
      setPicture(await createImageBitmap(file));
      setCrop(wholeCrop);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const move = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <Dialog
      title={title}
      subtitle={hint}
      onClose={onClose}
      onSubmit={() => picture && show.mutate(picture)}
      footnote={
        hasPicture && !picture ? (
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('pictures.remove')}
          </Button>
        ) : picture ? (
          <Button variant="subtle" onClick={() => field.current?.click()}>
            {t('pictures.another')}
          </Button>
        ) : undefined
      }
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" disabled={!picture} loading={show.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div
        className={classes.place}
        data-over={over || undefined}
        onDragEnter={(event) => move(event, true)}
        onDragOver={(event) => move(event, true)}
        onDragLeave={(event) => move(event, false)}
        onDrop={(event) => {
          move(event, false);
          void choose(event.dataTransfer.files[0]);
        }}
      >
        {picture ? (
          <CropStage picture={picture} crop={crop} round={round} onChange={setCrop} />
        ) : (
          <>
            {face}
            <p className={classes.words}>{t('pictures.drop')}</p>
            <Button variant="default" leftSection={<IconPhotoPlus size={17} stroke={1.75} />} onClick={() => field.current?.click()} data-autofocus>
              {t('pictures.add')}
            </Button>
            <p className={classes.formats}>{t('pictures.formats')}</p>
          </>
        )}
      </div>
      <input
        ref={field}
        type="file"
        accept={accepted.join(',')}
        hidden
        aria-label={t('pictures.add')}
        data-picture
        onChange={({ currentTarget }) => {
          void choose(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {unreadable && <Notice tone="danger">{t('pictures.unreadable')}</Notice>}
      <FormProblem error={show.error ?? remove.error} />
    </Dialog>
  );
}
