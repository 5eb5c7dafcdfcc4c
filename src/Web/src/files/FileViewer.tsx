import { Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { IconButton } from '@/ui/IconButton';
import { downloadAddress, fileAddress } from './fileAddress';
import classes from './FileViewer.module.css';

type FileViewerProps = { files: Attachment[]; start: string; author: string; at: string; onClose: () => void };

const steps = [1, 1.5, 2, 3, 4];

/** Pictures, films, sounds and PDF over the whole window: arrows go on, plus and minus zoom, Escape closes. */
export function FileViewer({ files, start, author, at, onClose }: FileViewerProps) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(() => Math.max(0, files.findIndex(({ id }) => id === start)));
  const [zoom, setZoom] = useState(0);
  const go = (by: number) => {
    setIndex((now) => (now + by + files.length) % files.length);
    setZoom(0);
  };
  const zoomBy = (by: number) => setZoom((now) => Math.min(steps.length - 1, Math.max(0, now + by)));
  useWindowEvent('keydown', (event) => {
    const act = { ArrowLeft: () => go(-1), ArrowRight: () => go(1), '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), '0': () => setZoom(0) }[event.key];
    if (!act || event.target instanceof HTMLMediaElement) return;
    event.preventDefault();
    act();
  });

  const file = files[index];
  if (!file) return null;

  return (
    <Modal.Root opened onClose={onClose} fullScreen padding={0} lockScroll={false} classNames={{ content: classes.content, body: classes.body }}>
      <Modal.Content aria-label={t('files.viewer')}>
        <Modal.Body>
          <header className={classes.head}>
            <div className={classes.words}>
              <p className={classes.name}>{file.name}</p>
              <p className={classes.fact}>
                {author} · <Moment at={at} />
                {files.length > 1 && ` · ${t('files.place', { number: index + 1, count: files.length })}`}
              </p>
            </div>
            {file.kind === 'image' && (
              <>
                <IconButton className={classes.act} icon={IconZoomOut} label={t('files.zoomOut')} disabled={zoom === 0} onClick={() => zoomBy(-1)} />
                <IconButton className={classes.act} icon={IconZoomIn} label={t('files.zoomIn')} disabled={zoom === steps.length - 1} onClick={() => zoomBy(1)} />
              </>
            )}
            <a className={classes.link} href={downloadAddress(file.id)} download={file.name} aria-label={t('files.downloadName', { name: file.name })}>
              <IconDownload size={19} stroke={1.75} aria-hidden="true" />
            </a>
            <IconButton className={classes.act} icon={IconX} label={t('files.close')} onClick={onClose} data-autofocus />
          </header>
          <Content key={file.id} file={file} scale={steps[zoom] ?? 1} onZoom={() => setZoom(zoom === 0 ? 2 : 0)} />
          {files.length > 1 && (
            <>
              <IconButton className={classes.previous} icon={IconChevronLeft} iconSize={26} size={44} label={t('files.previous')} onClick={() => go(-1)} />
              <IconButton className={classes.next} icon={IconChevronRight} iconSize={26} size={44} label={t('files.next')} onClick={() => go(1)} />
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Content({ file, scale, onZoom }: { file: Attachment; scale: number; onZoom: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const source = fileAddress(file.id);

  if (broken) {
    return (
      <div className={classes.stage}>
        <p className={classes.broken} role="alert">
          {t('files.broken')}
        </p>
      </div>
    );
  }
  if (file.kind === 'pdf') return <iframe className={classes.paper} src={source} title={t('files.pdf', { name: file.name })} referrerPolicy="no-referrer" />;
  return (
    <div ref={place} className={classes.stage} data-zoomed={scale > 1 || undefined} data-kind={file.kind}>
      {file.kind === 'image' && (
        <img src={source} alt={t('files.picture', { name: file.name })} style={{ width: `${scale * 100}%`, height: `${scale * 100}%` }} onError={() => setBroken(true)} onDoubleClick={onZoom} />
      )}
      {/* eslint-disable jsx-a11y/media-has-caption -- Nobody has written down what people say in their recordings. */}
      {file.kind === 'video' && <video src={source} controls autoPlay playsInline aria-label={file.name} onError={() => setBroken(true)} />}
      {file.kind === 'audio' && <audio src={source} controls autoPlay aria-label={file.name} onError={() => setBroken(true)} />}
      {/* eslint-enable jsx-a11y/media-has-caption */}
    </div>
  );
}
