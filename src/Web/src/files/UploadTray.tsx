import { IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/IconButton';
import { FileMark } from './FileMark';
import classes from './UploadTray.module.css';
import { dropUpload, kindOf, retryUpload, type Upload } from './uploads';
import { useFileSize } from './useFileSize';

type UploadTrayProps = { uploads: Upload[] };

/** The files of the message that is being written: how far they have come, and what stops them. */
export function UploadTray({ uploads }: UploadTrayProps) {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;

  return (
    <ul className={classes.tray} aria-label={t('files.tray')}>
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} />
      ))}
    </ul>
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const { file, state, sent, problem } = upload;
  const percent = Math.floor((sent / file.size) * 100);
  const said = { uploading: t('files.percent', { value: percent }), waiting: t('files.waiting'), done: t('files.ready'), failed: problem || t('files.failed') }[state];

  return (
    <li className={classes.line} data-state={state}>
      <FileMark kind={kindOf(file.type)} name={file.name} />
      <div className={classes.words}>
        <p className={classes.name} title={file.name}>
          {file.name}
        </p>
        <p className={classes.fact} role={state === 'failed' ? 'alert' : undefined}>
          {[size(file.size), said].join(' · ')}
        </p>
        {(state === 'uploading' || state === 'waiting') && (
          <div className={classes.track} role="progressbar" aria-label={t('files.progress', { name: file.name })} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
            <span style={{ width: `${percent}%` }} />
          </div>
        )}
      </div>
      {state === 'failed' && <IconButton icon={IconRefresh} iconSize={17} size={32} label={t('files.retry', { name: file.name })} onClick={() => retryUpload(upload)} />}
      <IconButton icon={IconX} iconSize={17} size={32} label={t('files.remove', { name: file.name })} onClick={() => dropUpload(upload)} />
    </li>
  );
}
