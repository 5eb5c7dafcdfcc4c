import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateView } from '@/ui/StateView';
import { LinkButton } from '@/ui/LinkButton';
import classes from './NotFoundPage.module.css';
import { useDocumentTitle } from './shell/useDocumentTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('notFound.title'));
  return (
    <main className={classes.page} id="main">
      <StateView heading="h1" icon={IconLock} title={t('notFound.title')} text={t('notFound.text')}>
        <LinkButton to="/chats" variant="default" size="xs">
          {t('notFound.action')}
        </LinkButton>
      </StateView>
    </main>
  );
}
