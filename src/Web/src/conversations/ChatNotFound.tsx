import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateView } from '@/ui/StateView';
import { LinkButton } from '@/ui/LinkButton';
import classes from './ConversationPage.module.css';

export function ChatNotFound() {
  const { t } = useTranslation();
  return (
    <main className={classes.chat} id="main">
      <StateView heading="h1" icon={IconLock} title={t('chats.notFound.title')} text={t('chats.notFound.text')}>
        <LinkButton to="/chats" variant="default" size="xs">
          {t('chats.notFound.action')}
        </LinkButton>
      </StateView>
    </main>
  );
}
