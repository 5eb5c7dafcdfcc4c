import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { framedLetter } from './framedLetter';
import classes from './MailboxPage.module.css';

/** The letter as its reader would see it: in a frame that runs no scripts and cannot lead this page anywhere. */
export function LetterFrame({ html }: { html: string }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useMemo(() => framedLetter(html), [html]);

  // The frame inherits our content security policy, which forbids style attributes in markup but not styles set by script.
  const dress = () => {
    const letter = frame.current?.contentDocument;
    for (const element of letter?.querySelectorAll<HTMLElement>('[data-style]') ?? []) element.style.cssText = element.dataset.style ?? '';
    for (const link of letter?.querySelectorAll('a') ?? []) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
  };

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={t('mailbox.frame')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={source}
      onLoad={dress}
    />
  );
}
