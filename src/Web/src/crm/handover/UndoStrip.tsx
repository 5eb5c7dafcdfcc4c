import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '@/app/i18n/useWords';
import { Notice } from '@/ui/Notice';
import { recentHandoverStore, undoWithin } from './recentHandover';
import { useUndoHandover } from './useHandOver';

/** The toast goes, the way back stays for its whole minute. */
export function UndoStrip() {
  const { t } = useTranslation();
  const words = useWords();
  const { handover, at } = recentHandoverStore();
  const undo = useUndoHandover();
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (!handover) return;
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, [handover]);

  const left = at + undoWithin - Math.max(now, at);
  if (!handover || left <= 0) return null;
  return (
    <Notice
      tone="ok"
      actions={
        <Button variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate(handover.id)}>
          {t('do.undo')}
        </Button>
      }
    >
      {t('crm.handover.undoLeft', { count: handover.contacts, duration: words.duration(left) })}
    </Notice>
  );
}
