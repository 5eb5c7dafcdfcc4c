import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import classes from './Attachments.module.css';
import { downloadAddress, fileAddress } from './fileAddress';
import { FileMark } from './FileMark';
import { FileViewer } from './FileViewer';
import { shownInPlace, shownInViewer } from './shown';
import { useFileSize } from './useFileSize';

type AttachmentsProps = { files: Attachment[]; author: string; at: string };

/** The files of a message: pictures in place, everything else as a card. */
export function Attachments({ files, author, at }: AttachmentsProps) {
  const [open, setOpen] = useState<string>();
  const pictures = files.filter(shownInPlace);
  const others = files.filter((file) => !shownInPlace(file));

  return (
    <div className={classes.files}>
      {pictures.length > 0 && (
        <div className={classes.pictures} data-many={pictures.length > 1 || undefined}>
          {pictures.map((file) => (
            <Picture key={file.id} file={file} alone={pictures.length === 1} onOpen={() => setOpen(file.id)} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileCard key={file.id} file={file} onOpen={shownInViewer(file) ? () => setOpen(file.id) : undefined} />
      ))}
      {open && <FileViewer files={files.filter(shownInViewer)} start={open} author={author} at={at} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** Its place is kept from the beginning, so that nothing jumps when it arrives. */
function Picture({ file, alone, onOpen }: { file: Attachment; alone: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const [gone, setGone] = useState(false);
  const { width = 4, height = 3 } = file;
  if (gone) return <FileCard file={file} onOpen={undefined} />;

  const scale = Math.min(1, 360 / width, 300 / height);
  const place = alone ? { width: Math.max(96, Math.round(width * scale)), aspectRatio: `${width} / ${height}` } : undefined;
  return (
    <button type="button" className={classes.picture} style={place} aria-label={t('files.picture', { name: file.name })} onClick={onOpen}>
      <img src={fileAddress(file.id)} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setGone(true)} />
    </button>
  );
}

export function FileCard({ file, onOpen, note }: { file: Attachment; onOpen: (() => void) | undefined; note?: string }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const words = (
    <>
      <FileMark kind={file.kind} name={file.name} />
      <span className={classes.verb}>{t(onOpen ? 'files.open' : 'files.download')} </span>
      <span className={classes.words}>
        <span className={classes.name} title={file.name}>
          {file.name}
        </span>
        <span className={classes.fact}>{[size(file.size), note].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  );

  return (
    <div className={classes.card}>
      {onOpen ? (
        <button type="button" className={classes.open} onClick={onOpen}>
          {words}
        </button>
      ) : (
        <a className={classes.open} href={downloadAddress(file.id)} download={file.name}>
          {words}
        </a>
      )}
      {onOpen && (
        <a className={classes.download} href={downloadAddress(file.id)} download={file.name} aria-label={t('files.downloadName', { name: file.name })}>
          <IconDownload size={18} stroke={1.75} aria-hidden="true" />
        </a>
      )}
    </div>
  );
}
