import { IconDownload, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { IconButton } from '@/ui/IconButton';
import classes from './Attachments.module.css';
import { downloadAddress } from './fileAddress';
import { FileMark } from './FileMark';
import { FinalTag } from './finals/FinalTag';
import { useFileSize } from './useFileSize';

type FileCardProps = {
  file: Attachment;
  onOpen: (() => void) | undefined;
  note?: string;
  conversationId?: string | undefined;
  onMark?: (() => void) | undefined;
  /** It stands where everything is final. */
  untagged?: boolean;
  /** It is only shown, not to be opened. */
  isStill?: boolean;
};

export function FileCard({ file, onOpen, note, conversationId, onMark, untagged = false, isStill = false }: FileCardProps) {
  const { t } = useTranslation();
  const size = useFileSize();
  const words = (
    <>
      <FileMark kind={file.kind} name={file.name} />
      {!isStill && <span className={classes.verb}>{t(onOpen ? 'files.open' : 'files.download')} </span>}
      <span className={classes.words}>
        <span className={classes.name} title={file.name} data-former={file.final?.isCurrent === false || undefined}>
          {file.name}
        </span>
        <span className={classes.fact}>{[size(file.size), note].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  );

  return (
    <div className={classes.card}>
      {isStill ? (
        <div className={classes.open}>{words}</div>
      ) : onOpen ? (
        <button type="button" className={classes.open} onClick={onOpen}>
          {words}
        </button>
      ) : (
        <a className={classes.open} href={downloadAddress(file.id)} download={file.name}>
          {words}
        </a>
      )}
      {file.final && !isStill && !untagged && (
        <span className={classes.final} data-below={note !== undefined || undefined}>
          <FinalTag final={file.final} name={file.name} conversationId={conversationId} />
        </span>
      )}
      {onMark && (
        <span className={classes.mark}>
          <IconButton icon={IconRosetteDiscountCheck} iconSize={18} size={32} label={t('finals.markNamed', { name: file.name })} onClick={onMark} />
        </span>
      )}
      {onOpen && (
        <a className={classes.download} href={downloadAddress(file.id)} download={file.name} aria-label={t('files.downloadName', { name: file.name })}>
          <IconDownload size={18} stroke={1.75} aria-hidden="true" />
        </a>
      )}
    </div>
  );
}
