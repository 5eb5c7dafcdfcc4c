import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/app/useLayout';
import classes from './Dialog.module.css';
import { IconButton } from './IconButton';

type DialogProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  mark?: ReactNode;
  width?: 480 | 640 | 860 | 920;
  onClose: () => void;
  onSubmit?: () => void;
  /** A question that floats on a phone too. */
  floats?: boolean;
  footer?: ReactNode;
  footnote?: ReactNode;
  children: ReactNode;
};

/** A dialog floats on a desktop and fills the screen of a phone; its middle scrolls, its ends stay. */
export function Dialog({ title, subtitle, mark, width = 480, onClose, onSubmit, floats = false, footer, footnote, children }: DialogProps) {
  const { t } = useTranslation();
  const phone = useIsPhone();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit) submit(event);
  };

  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered
      fullScreen={phone && !floats}
      size={width}
      lockScroll={false}
      padding={0}
      classNames={{ content: classes.content, body: classes.body, header: classes.header, title: classes.title }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <form className={classes.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
            <Modal.Header>
              {mark}
              <div className={classes.titles}>
                <Modal.Title>{title}</Modal.Title>
                {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
              </div>
              <IconButton icon={IconX} label={t('do.close')} onClick={onClose} />
            </Modal.Header>
            <div className={classes.middle}>{children}</div>
            {footer && (
              <div className={classes.footer}>
                <div className={classes.footnote}>{footnote}</div>
                <div className={classes.actions}>{footer}</div>
              </div>
            )}
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
