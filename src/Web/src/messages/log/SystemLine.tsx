import {
  IconArrowsExchange,
  IconCrown,
  IconDoorExit,
  type Icon,
  IconHash,
  IconLock,
  IconMessagePlus,
  IconPencil,
  IconShieldCheck,
  IconShieldOff,
  IconUserMinus,
  IconUserPlus,
  IconWorld,
} from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemEntry, SystemFact } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { Moment } from '@/app/format/Moment';
import { useDateReader } from '@/app/format/useDateReader';
import { Rich, slot } from '@/app/i18n/Rich';
import { systemText } from '../systemText';
import { useChatScene } from './ChatScene';
import { foldedCount, type SystemRow } from './rows';
import classes from './SystemLine.module.css';

const icons: Record<SystemFact['type'], Icon> = {
  created: IconMessagePlus,
  added: IconUserPlus,
  joined: IconUserPlus,
  removed: IconUserMinus,
  left: IconDoorExit,
  renamed: IconPencil,
  handedOver: IconArrowsExchange,
  ownerChanged: IconCrown,
  becameChannel: IconHash,
  becamePublic: IconWorld,
  becamePrivate: IconLock,
  administratorAppointed: IconShieldCheck,
  administratorDismissed: IconShieldOff,
};

export function SystemLines({ row }: { row: SystemRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const folded = foldedCount(row);
  const shown = folded > 0 && !open ? row.entries.slice(folded) : row.entries;

  return (
    <div className={classes.lines}>
      {folded > 0 && !open && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('messages.moreEvents', { count: folded })}
        </button>
      )}
      {shown.map((entry) => (
        <SystemLine key={entry.number} entry={entry} />
      ))}
    </div>
  );
}

function SystemLine({ entry }: { entry: SystemEntry }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const { isGuest, createdAt } = useChatScene();
  const IconMark = icons[entry.system.type];

  const { text, parts } = useMemo(() => {
    const names: Record<string, ReactNode> = {};
    const name = (value: string) => {
      const key = `n${Object.keys(names).length}`;
      names[key] = <b>{value}</b>;
      return slot(key);
    };
    const since = createdAt ? longDay(createdAt, reader) : undefined;
    return { text: systemText(entry.system, t, { forGuest: isGuest, name, since }), parts: names };
  }, [entry.system, t, isGuest, createdAt, reader]);

  return (
    <div className={classes.line}>
      <IconMark size={16} stroke={1.75} aria-hidden="true" />
      <span>
        <Rich text={text} parts={parts} />
      </span>
      <Moment at={entry.createdAt} as="clock" className={classes.time} />
    </div>
  );
}
