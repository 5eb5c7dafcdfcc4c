import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/app/useLayout';
import classes from './SidePanel.module.css';

/** A panel from the right with what belongs to one row; the whole screen on a phone. */
export function SidePanel({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 420}
      lockScroll={false}
      title={title}
      closeButtonProps={{ 'aria-label': t('do.close') }}
      transitionProps={{ duration: 160 }}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
    >
      {children}
    </Drawer>
  );
}
