import type { ru } from './ru/ru';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ru };
    nsSeparator: false;
    returnNull: false;
  }
}
