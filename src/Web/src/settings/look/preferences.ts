import { create } from 'zustand';

export type Preferences = { sendBy: 'enter' | 'ctrlEnter'; density: 'comfortable' | 'compact'; singleKeys: boolean; listWidth: number; details: boolean };

const key = 'clientchats.preferences';
const usual: Preferences = { sendBy: 'enter', density: 'comfortable', singleKeys: true, listWidth: 348, details: true };

function read(): Preferences {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return usual;
  }
}

/** How one likes the page to behave on this device. */
export const preferencesStore = create<Preferences>(read);

preferencesStore.subscribe((preferences) => {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    return;
  }
});
