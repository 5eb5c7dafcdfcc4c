import { Button } from '@mantine/core';
import { IconArrowsExchange, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '@/messages/drafts/drafts';
import { useMe } from '@/organizations/me';
import { copyText } from '@/ui/copyText';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { LinkButton } from '@/ui/LinkButton';
import classes from './ConversationPage.module.css';

/** The chat closed while it was open. Nothing of it is left here but one's own draft. */
export function LostChat({ id }: { id: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const draft = useDraft(id)?.text;
  const text = me.role === 'guest' ? (draft ? 'textGuestDraft' : 'textGuest') : draft ? 'textDraft' : 'text';
  const copy = async () => {
    if (draft && (await copyText(draft))) toast(t('do.copied'));
  };

  return (
    <main className={classes.chat} id="main">
      <StateView heading="h1" role="alert" icon={IconArrowsExchange} title={t('chats.lost.title')} text={t(`chats.lost.${text}`)}>
        {draft && (
          <Button variant="default" size="xs" leftSection={<IconCopy size={16} stroke={1.75} />} onClick={() => void copy()}>
            {t('chats.lost.copy')}
          </Button>
        )}
        <LinkButton to="/chats" variant="default" size="xs">
          {t('chats.notFound.action')}
        </LinkButton>
      </StateView>
    </main>
  );
}
