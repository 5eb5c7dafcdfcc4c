import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '@/ui/useDebounced';
import { overlayStore } from './overlays';
import classes from './QuickSwitcher.module.css';
import { type Target, useTargets } from './useTargets';

export function QuickSwitcher() {
  const open = overlayStore((state) => state.switcher);
  return open ? <Switcher onClose={() => overlayStore.setState({ switcher: false })} /> : null;
}

/** One field to anywhere: chats, people, sections. */
function Switcher({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const query = useDebounced(search.trim(), 150);
  const { groups, settled } = useTargets(query, search.trim());

  const targets = groups.flatMap(({ targets: inGroup }) => inGroup);
  const active = targets[Math.min(at, targets.length - 1)];
  const choose = (target: Target | undefined) => {
    if (!target) return;
    onClose();
    target.go();
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = (Math.min(at, targets.length - 1) + step + targets.length) % Math.max(1, targets.length);
      setAt(next);
      document.getElementById(`switch-${targets[next]?.key}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    }
  };

  return (
    <Modal.Root opened onClose={onClose} lockScroll={false} size={560} yOffset="12vh" padding={0} classNames={{ content: classes.content }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.switcher.title')}>
      <div className={classes.search}>
        <IconSearch size={19} stroke={1.75} aria-hidden="true" />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded="true"
          aria-controls="switch-list"
          aria-activedescendant={active ? `switch-${active.key}` : undefined}
          aria-label={t('shell.switcher.placeholder')}
          placeholder={t('shell.switcher.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          data-autofocus
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={keyDown}
        />
      </div>
      <div className={classes.list} role="listbox" id="switch-list" aria-label={t('shell.switcher.title')}>
        {groups.map(
          ({ label, targets: inGroup }) =>
            inGroup.length > 0 && (
              <div key={label} role="group" aria-label={label}>
                <p className={classes.label} aria-hidden="true">
                  {label}
                </p>
                {inGroup.map((target) => (
                  <div
                    key={target.key}
                    id={`switch-${target.key}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={target === active}
                    className={classes.option}
                    onPointerMove={() => setAt(targets.indexOf(target))}
                    onClick={() => choose(target)}
                    onKeyDown={keyDown}
                  >
                    {target.mark}
                    <span className={classes.name}>{target.name}</span>
                    {target.note}
                  </div>
                ))}
              </div>
            ),
        )}
        {targets.length === 0 && settled && <p className={classes.nothing}>{t('shell.switcher.nothing', { query })}</p>}
      </div>
      <p className={classes.hint}>{t('shell.switcher.hint')}</p>
      </Modal.Content>
    </Modal.Root>
  );
}
