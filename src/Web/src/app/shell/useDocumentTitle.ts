import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

export const unreadStore = create<{ total: number }>(() => ({ total: 0 }));

/** «(3) Чаты – ClientChats»: the name of the page, with what waits unread before it. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const total = unreadStore((state) => state.total);
  useEffect(() => {
    const counter = total > 0 ? `(${total > 99 ? '99+' : total}) ` : '';
    document.title = counter + (title ? `${title} – ${t('app.name')}` : t('app.name'));
  }, [title, total, t]);
}
