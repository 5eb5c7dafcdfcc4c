import { useTranslation } from 'react-i18next';
import classes from './SkipLinks.module.css';

const targets = [
  ['chat-list', 'nav.skipToList'],
  ['main', 'nav.skipToMain'],
  ['composer', 'nav.skipToComposer'],
] as const;

export function SkipLinks() {
  const { t } = useTranslation();
  const go = (id: string) => {
    const target = document.getElementById(id);
    const inside = target?.querySelector<HTMLElement>('a, button, input, textarea, [tabindex]');
    (id === 'chat-list' ? inside : target)?.focus();
  };
  return (
    <div className={classes.links}>
      {targets.map(([id, label]) => (
        <button key={id} type="button" className={classes.link} onClick={() => go(id)}>
          {t(label)}
        </button>
      ))}
    </div>
  );
}
