import { IconArrowDown, IconArrowUp, IconPinnedOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation, MessageEntry } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { IconButton } from '@/ui/IconButton';
import { toast } from '@/ui/toasts';
import { excerptOf } from '../excerpt';
import classes from './PinList.module.css';
import { useOrderPins, usePin } from './pinsQuery';

type PinListProps = { conversation: Conversation; pins: MessageEntry[]; onGoTo: (number: number) => void };

/** Everything that is pinned, in its order, which whoever may pin can change. */
export function PinList({ conversation, pins, onGoTo }: PinListProps) {
  const { t } = useTranslation();
  const pin = usePin(conversation.id);
  const order = useOrderPins(conversation.id);

  const swap = (one: number, other: number) => {
    const [first, second] = [pins[one], pins[other]];
    if (first && second) order.mutate(pins.with(one, second).with(other, first));
  };
  const unpin = (entry: MessageEntry) =>
    pin.mutate(
      { number: entry.number, on: false },
      { onSuccess: () => toast(t('pins.unpinned'), { action: { label: t('do.undo'), run: () => pin.mutate({ number: entry.number, on: true }) } }) },
    );

  return (
    <ol className={classes.list}>
      {pins.map((entry, index) => (
        <li key={entry.number} className={classes.item}>
          <button type="button" className={classes.go} onClick={() => onGoTo(entry.number)}>
            <span className={classes.who}>
              {entry.author.displayName}
              <Moment at={entry.createdAt} as="row" />
            </span>
            <span className={classes.text}>{excerptOf(entry)}</span>
          </button>
          {conversation.can.pin && (
            <span className={classes.acts}>
              {pins.length > 1 && (
                <>
                  <IconButton icon={IconArrowUp} iconSize={16} size={28} label={t('pins.up')} disabled={index === 0 || order.isPending} onClick={() => swap(index, index - 1)} />
                  <IconButton icon={IconArrowDown} iconSize={16} size={28} label={t('pins.down')} disabled={index === pins.length - 1 || order.isPending} onClick={() => swap(index, index + 1)} />
                </>
              )}
              <IconButton icon={IconPinnedOff} iconSize={16} size={28} label={t('pins.unpin')} onClick={() => unpin(entry)} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
