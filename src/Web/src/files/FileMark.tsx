import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconMusic, IconPhoto, IconTable, IconVideo } from '@tabler/icons-react';
import type { FileKind } from '@/api/types';
import classes from './FileMark.module.css';

const byEnding: [RegExp, typeof IconFile][] = [
  [/\.(docx?|odt|rtf|txt|md)$/i, IconFileText],
  [/\.(xlsx?|ods|csv)$/i, IconTable],
  [/\.(zip|rar|7z|gz|tar)$/i, IconFileZip],
];

const byKind = { image: IconPhoto, video: IconVideo, audio: IconMusic, pdf: IconFileTypePdf };

/** The picture of a file's type. */
export function FileMark({ kind, name }: { kind: FileKind; name: string }) {
  const Mark = kind === 'other' ? (byEnding.find(([ending]) => ending.test(name))?.[1] ?? IconFile) : byKind[kind];
  return (
    <span className={classes.mark} data-kind={kind} aria-hidden="true">
      <Mark size={22} stroke={1.5} />
    </span>
  );
}
