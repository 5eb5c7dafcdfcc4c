import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { toast } from '@/ui/toasts';
import classes from './DropPlace.module.css';
import { addFiles } from './uploads';

type DropPlaceProps = { conversation: Conversation; place?: string; className: string | undefined; children: ReactNode };

/** Files may be dropped anywhere on the conversation. */
export function DropPlace({ conversation, place = conversation.id, className, children }: DropPlaceProps) {
  const { t } = useTranslation();
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const may = conversation.can.attach;

  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const move = (event: DragEvent, by: number) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };

  return (
    <div
      className={className}
      data-drop
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => move(event, 0)}
      onDrop={(event) => {
        move(event, -depth.current);
        if (!holdsFiles(event)) return;
        if (may) addFiles(place, Array.from(event.dataTransfer.files));
        else toast(t('files.notHere'), { tone: 'danger' });
      }}
    >
      {children}
      {over && (
        <div className={classes.over} data-refused={!may || undefined} aria-hidden="true">
          <IconFileUpload size={32} stroke={1.5} />
          <p>{t(may ? 'files.drop' : 'files.notHere')}</p>
        </div>
      )}
    </div>
  );
}
