import { Popover } from '@mantine/core';
import { IconChevronDown, IconPinFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { IconButton } from '@/ui/IconButton';
import { excerptOf } from '../excerpt';
import { useChatScene } from '../log/ChatScene';
import { PinList } from './PinList';
import classes from './PinnedBar.module.css';
import { pinsQuery } from './pinsQuery';

/** What is pinned, the first of it in sight; a click goes there, the next click to the next one. */
export function PinnedBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { onGoTo } = useChatScene();
  const pins = useQuery(pinsQuery(conversation.id)).data ?? [];
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);

  const shown = pins[at % pins.length];
  if (!shown) return null;

  return (
    <div className={classes.bar}>
      <button
        type="button"
        className={classes.pin}
        title={t('pins.goTo')}
        onClick={() => {
          onGoTo(shown.number);
          setAt((at + 1) % pins.length);
        }}
      >
        <IconPinFilled size={15} className={classes.icon} aria-hidden="true" />
        <span className={classes.label}>{t('pins.label')}</span>
        {pins.length > 1 && <span className={classes.place}>{t('pins.place', { number: (at % pins.length) + 1, count: pins.length })}</span>}
        <span className={classes.text}>{excerptOf(shown)}</span>
      </button>
      {(pins.length > 1 || conversation.can.pin) && (
        <Popover opened={open} onChange={setOpen} position="bottom-end" width={380} withinPortal trapFocus returnFocus>
          <Popover.Target>
            <IconButton icon={IconChevronDown} size={30} label={t('pins.all')} aria-expanded={open} onClick={() => setOpen(!open)} />
          </Popover.Target>
          <Popover.Dropdown className={classes.box} aria-label={t('pins.all')}>
            <PinList
              conversation={conversation}
              pins={pins}
              onGoTo={(number) => {
                setOpen(false);
                onGoTo(number);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}
