import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayLine } from '@/app/format/moments';
import { useDateReader } from '@/app/format/useDateReader';
import classes from './LogRow.module.css';
import { MessageItem } from './MessageItem';
import { PendingItem } from './PendingItem';
import type { Row } from './rows';
import { SystemLines } from './SystemLine';
import { useFoundMark } from '@/search/foundStore';
import { useLongPress } from '@/ui/useLongPress';

export function LogRow({ row, focusable, onFocus }: { row: Row; focusable: boolean; onFocus: () => void }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const place = useRef<HTMLDivElement>(null);
  const found = useFoundMark(place, row.kind === 'message' ? row.entry.conversationId : undefined, row.kind === 'message' ? row.entry.number : undefined);
  const longPress = useLongPress((target) => target.querySelector<HTMLElement>('[data-message-menu]')?.click());

  return (
    <div className={classes.row}>
      {row.repliesAbove !== undefined && (
        <div className={classes.replies}>
          <span>{row.repliesAbove > 0 ? t('threads.count', { count: row.repliesAbove }) : t('threads.none')}</span>
        </div>
      )}
      {row.dayAt && (
        <div className={classes.day}>
          <span>{dayLine(row.dayAt, reader, t)}</span>
        </div>
      )}
      {row.isNewLine && (
        <div className={classes.new} role="separator" aria-label={t('messages.new')}>
          <span aria-hidden="true">{t('messages.new')}</span>
        </div>
      )}
      <div ref={place} role="article" className={classes.article} data-found={found || undefined} data-row={row.key} tabIndex={focusable ? 0 : -1} onFocus={onFocus} {...longPress}>
        {row.kind === 'message' && <MessageItem row={row} />}
        {row.kind === 'system' && <SystemLines row={row} />}
        {row.kind === 'pending' && <PendingItem row={row} />}
      </div>
    </div>
  );
}
