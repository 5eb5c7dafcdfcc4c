import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import { useIsPhone } from '@/app/useLayout';
import { IconButton } from '@/ui/IconButton';
import classes from './SettingsLayout.module.css';

type Saving = { changed: boolean; busy: boolean; onSave: () => void; onDiscard: () => void };

type SettingsPageProps = { title: string; lead?: string; actions?: ReactNode; wide?: boolean; saving?: Saving; children: ReactNode };

/** One section of the settings; the bar to save comes when something has changed. */
export function SettingsPage({ title, lead, actions, wide = false, saving, children }: SettingsPageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const phone = useIsPhone();
  useDocumentTitle(title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving?.onSave();
  };

  return (
    <main className={classes.page} id="main" tabIndex={-1} data-pane="main">
      <header className={classes.head}>
        {phone && <IconButton icon={IconArrowLeft} iconSize={22} label={t('settings.back')} onClick={() => void navigate({ to: '/settings' })} />}
        <div className={classes.titles}>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions}
      </header>
      {saving ? (
        <form noValidate onSubmit={submit} style={{ display: 'contents' }}>
          <div className={classes.body} data-wide={wide || undefined}>
            {children}
          </div>
          {saving.changed && (
            <div className={classes.bar}>
              <span role="status">{t('unsaved')}</span>
              <Button variant="default" onClick={saving.onDiscard}>
                {t('do.cancel')}
              </Button>
              <Button type="submit" loading={saving.busy}>
                {t('do.save')}
              </Button>
            </div>
          )}
        </form>
      ) : (
        <div className={classes.body} data-wide={wide || undefined}>
          {children}
        </div>
      )}
    </main>
  );
}
