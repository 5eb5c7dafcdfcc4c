import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import classes from './Attachments.module.css';
import { fileAddress } from './fileAddress';
import { FileCard } from './FileCard';
import { FileViewer } from './FileViewer';
import { FinalTag } from './finals/FinalTag';
import { useMarkingFinal } from './finals/useMarkingFinal';
import { shownInPlace, shownInViewer } from './shown';

type AttachmentsProps = { files: Attachment[]; author: string; at: string; place?: MessagePlace };

/** Where the files stand, and what the reader may do to them there. */
export type MessagePlace = { conversationId: string; number: number; canMarkFinal: boolean };

/** The files of a message: pictures in place, everything else as a card. */
export function Attachments({ files, author, at, place }: AttachmentsProps) {
  const [open, setOpen] = useState<string>();
  const pictures = files.filter(shownInPlace);
  const others = files.filter((file) => !shownInPlace(file));
  const marking = useMarkingFinal(place?.conversationId ?? '');

  return (
    <div className={classes.files}>
      {pictures.length > 0 && (
        <div className={classes.pictures} data-many={pictures.length > 1 || undefined}>
          {pictures.map((file) => (
            <Picture key={file.id} file={file} alone={pictures.length === 1} conversationId={place?.conversationId} onOpen={() => setOpen(file.id)} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileCard
          key={file.id}
          file={file}
          conversationId={place?.conversationId}
          onMark={place?.canMarkFinal && !file.final?.isCurrent ? () => marking.mark(place.number, file) : undefined}
          onOpen={shownInViewer(file) ? () => setOpen(file.id) : undefined}
        />
      ))}
      {marking.dialog}
      {open && <FileViewer files={files.filter(shownInViewer)} start={open} author={author} at={at} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** Its place is kept from the beginning, so that nothing jumps when it arrives. */
function Picture({ file, alone, conversationId, onOpen }: { file: Attachment; alone: boolean; conversationId: string | undefined; onOpen: () => void }) {
  const { t } = useTranslation();
  const [gone, setGone] = useState(false);
  const { width = 4, height = 3 } = file;
  if (gone) return <FileCard file={file} conversationId={conversationId} onOpen={undefined} />;

  const scale = Math.min(1, 360 / width, 300 / height);
  const place = alone ? { width: Math.max(96, Math.round(width * scale)), aspectRatio: `${width} / ${height}` } : undefined;
  const picture = (
    <button type="button" className={classes.picture} style={place} aria-label={t('files.picture', { name: file.name })} onClick={onOpen}>
      <img src={fileAddress(file.id)} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setGone(true)} />
    </button>
  );
  if (!file.final) return picture;
  return (
    <span className={classes.marked}>
      {picture}
      <span className={classes.tag}>
        <FinalTag final={file.final} name={file.name} conversationId={conversationId} />
      </span>
    </span>
  );
}
