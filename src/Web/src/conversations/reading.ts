import { create } from 'zustand';

/** The chat whose newest message is before the reader's eyes right now. */
export const readingStore = create<{ id: string | undefined }>(() => ({ id: undefined }));
