import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import { StateView } from '@/ui/StateView';
import classes from './ConversationPage.module.css';

export function NoChatChosen() {
  const { t } = useTranslation();
  useDocumentTitle(t('chats.title'));
  return (
    <main className={classes.chat} id="main" data-pane="main">
      <StateView heading="h1" icon={IconMessages} title={t('chats.choose')} text={t('chats.chooseText')} />
    </main>
  );
}
