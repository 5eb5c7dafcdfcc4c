import { Button, Modal } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateView } from '@/ui/StateView';
import { sessionEndStore } from '../sessionEnd';

/** Covers the page; what was typed is still behind it and on this device. */
export function SessionEnded() {
  const { t } = useTranslation();
  const ended = sessionEndStore((state) => state.ended);
  if (!ended) return null;

  const from = window.location.pathname + window.location.search;
  const signIn = () => window.location.assign(`/sign-in?from=${encodeURIComponent(from)}`);
  return (
    <Modal.Root opened onClose={signIn} centered lockScroll={false} closeOnClickOutside={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('session.ended')}>
      <StateView heading="h2" icon={IconLogout} title={t('session.ended')} text={t('session.endedText')}>
        <Button onClick={signIn} data-autofocus>
          {t('session.signIn.submit')}
        </Button>
      </StateView>
      </Modal.Content>
    </Modal.Root>
  );
}
