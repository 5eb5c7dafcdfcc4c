import i18next from 'i18next';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { newId } from '@/api/newId';
import type { Attachment, FileKind } from '@/api/types';
import { toast } from '@/ui/toasts';
import { startUpload, stopUpload } from './uploader';

/** A file on its way to the server, for a message that is still being written. */
export type Upload = {
  key: string;
  conversationId: string;
  file: File;
  state: 'uploading' | 'waiting' | 'done' | 'failed';
  sent: number;
  id?: string;
  problem?: string;
  picture?: { width: number; height: number };
};

export const mostFiles = 10;
const largest = 2 * 1024 ** 3;

export const uploadStore = create<{ items: Upload[] }>(() => ({ items: [] }));

export function useUploads(conversationId: string): Upload[] {
  return uploadStore(useShallow((state) => state.items.filter((item) => item.conversationId === conversationId)));
}

/** Those that the server has, as the message will show them. */
export function finished(uploads: Upload[]): Attachment[] {
  return uploads.flatMap(({ state, id, file, picture }) =>
    state === 'done' && id ? [{ id, name: file.name, size: file.size, contentType: file.type, kind: kindOf(file.type), ...picture }] : [],
  );
}

export function addFiles(conversationId: string, files: File[]): void {
  const { t } = i18next;
  const room = mostFiles - uploadStore.getState().items.filter((item) => item.conversationId === conversationId).length;
  const fit = files.filter((file) => file.size > 0 && file.size <= largest);
  for (const file of files) {
    if (file.size === 0) toast(t('files.empty', { name: file.name }), { tone: 'danger' });
    if (file.size > largest) toast(t('files.tooLarge', { name: file.name }), { tone: 'danger' });
  }
  if (fit.length > room) toast(t('files.tooMany', { count: mostFiles }), { tone: 'danger' });

  for (const file of fit.slice(0, Math.max(0, room))) {
    const item: Upload = { key: newId(), conversationId, file, state: 'uploading', sent: 0 };
    uploadStore.setState(({ items }) => ({ items: [...items, item] }));
    start(item);
    if (kindOf(file.type) === 'image') void measure(item);
  }
}

export function retryUpload(item: Upload): void {
  change(item.key, { state: 'uploading', problem: '' });
  start(item);
}

/** Takes a file out; what of it has reached the server is given up there too. */
export function dropUpload(item: Upload): void {
  stopUpload(item.key, true);
  uploadStore.setState(({ items }) => ({ items: items.filter(({ key }) => key !== item.key) }));
}

/** The message has taken its files along. */
export function forgetUploads(conversationId: string): void {
  uploadStore.setState(({ items }) => ({ items: items.filter((item) => item.conversationId !== conversationId) }));
}

export function kindOf(type: string): FileKind {
  if (type === 'application/pdf') return 'pdf';
  if (/^image\/(png|jpeg|gif|webp)$/.test(type)) return 'image';
  if (/^video\/(mp4|webm|quicktime)$/.test(type)) return 'video';
  if (/^audio\//.test(type)) return 'audio';
  return 'other';
}

function start(item: Upload): void {
  startUpload(item.key, item.file, {
    moved: (sent) => change(item.key, { sent, state: 'uploading' }),
    waits: () => change(item.key, { state: 'waiting' }),
    done: (id) => change(item.key, { id, state: 'done', sent: item.file.size }),
    failed: (problem) => change(item.key, { state: 'failed', problem }),
  });
}

function change(key: string, next: Partial<Upload>): void {
  uploadStore.setState(({ items }) => ({ items: items.map((item) => (item.key === key ? { ...item, ...next } : item)) }));
}

async function measure(item: Upload): Promise<void> {
  try {
    const bitmap = await createImageBitmap(item.file);
    change(item.key, { picture: { width: bitmap.width, height: bitmap.height } });
    bitmap.close();
  } catch {
    return;
  }
}
