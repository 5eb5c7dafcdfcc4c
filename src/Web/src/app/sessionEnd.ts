import { create } from 'zustand';

/** The server no longer knows this page: signed out elsewhere, expired, deactivated. */
export const sessionEndStore = create<{ ended: boolean }>(() => ({ ended: false }));
