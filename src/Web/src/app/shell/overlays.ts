import { create } from 'zustand';

type Overlays = { switcher: boolean; help: boolean };

export const overlayStore = create<Overlays>(() => ({ switcher: false, help: false }));
