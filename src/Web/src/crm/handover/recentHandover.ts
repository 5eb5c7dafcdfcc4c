import { create } from 'zustand';
import type { Handover } from '@/api/types';

export const undoWithin = 60_000;

export const recentHandoverStore = create<{ handover: Handover | undefined; at: number }>(() => ({ handover: undefined, at: 0 }));
