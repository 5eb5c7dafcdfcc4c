import type { Attachment } from '@/api/types';

/** A picture of more pixels is a file like any other: opening it could take the whole memory of a phone. */
const mostPixels = 50_000_000;

export function shownInPlace({ kind, width, height }: Attachment): boolean {
  return kind === 'image' && width !== undefined && height !== undefined && width * height <= mostPixels;
}

export function shownInViewer(file: Attachment): boolean {
  return file.kind === 'image' ? shownInPlace(file) : file.kind !== 'other';
}
