import { useTranslation } from 'react-i18next';
import { clockTime, fullMoment, longDay } from './dates';
import { exactMoment, rowMoment, textMoment } from './moments';
import { useDateReader } from './useDateReader';

const styles = { row: rowMoment, text: textMoment, exact: exactMoment, day: longDay, clock: clockTime };

/** A moment in the reader's words and zone; the full date is in the tooltip. */
export function Moment({ at, as = 'text', className }: { at: string; as?: keyof typeof styles; className?: string | undefined }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  return (
    <time dateTime={at} title={fullMoment(at, reader)} className={className}>
      {styles[as](at, reader, t)}
    </time>
  );
}
