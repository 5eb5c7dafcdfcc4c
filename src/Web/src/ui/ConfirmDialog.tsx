import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/app/useProblemText';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

type ConfirmDialogProps = {
  title: string;
  text: ReactNode;
  action: string;
  busy: boolean;
  error: unknown;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

export function ConfirmDialog({ title, text, action, busy, error, danger = true, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const problem = useProblemText(error);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onConfirm}
      floats
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" {...(danger && { variant: 'danger' })} loading={busy} data-autofocus>
            {action}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
