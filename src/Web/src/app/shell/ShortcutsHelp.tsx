import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Kbd } from '@/ui/Kbd';
import { overlayStore } from './overlays';
import classes from './ShortcutsHelp.module.css';

const everywhere = [
  ['switcher', ['Ctrl K']],
  ['search', ['Ctrl Shift F']],
  ['newChat', ['Alt N']],
  ['chats', ['Alt ↑', 'Alt ↓']],
  ['unread', ['Alt Shift ↑', 'Alt Shift ↓']],
  ['panes', ['F6', 'Shift F6']],
  ['close', ['Esc']],
  ['help', ['?']],
] as const;

const inChat = [
  ['send', ['Ctrl Enter']],
  ['move', ['K', 'J']],
  ['ends', ['Home', 'End']],
  ['reply', ['R']],
  ['thread', ['T']],
  ['link', ['L']],
  ['markUnread', ['U']],
  ['searchHere', ['Ctrl F']],
  ['details', ['Ctrl I']],
  ['why', ['Ctrl Shift E']],
  ['fixAll', ['Ctrl Shift F']],
] as const;

export function ShortcutsHelp() {
  const { t } = useTranslation();
  const open = overlayStore((state) => state.help);
  if (!open) return null;
  return (
    <Dialog title={t('shell.shortcuts.title')} width={640} onClose={() => overlayStore.setState({ help: false })}>
      <div className={classes.columns}>
        <Keys title={t('shell.shortcuts.everywhere')} keys={everywhere} />
        <Keys title={t('shell.shortcuts.inChat')} keys={inChat} />
      </div>
      <p className={classes.note}>{t('shell.shortcuts.off')}</p>
    </Dialog>
  );
}

type KeyRow = typeof everywhere[number] | typeof inChat[number];

function Keys({ title, keys }: { title: string; keys: readonly KeyRow[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(([what, combinations]) => (
          <div key={what} className={classes.row}>
            <dt>
              {combinations.map((combination) => (
                <Kbd key={combination}>{combination}</Kbd>
              ))}
            </dt>
            <dd>{t(`shell.shortcuts.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
