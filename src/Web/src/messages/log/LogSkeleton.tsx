import { useTranslation } from 'react-i18next';
import { Bone } from '@/ui/Skeleton';
import classes from './LogSkeleton.module.css';

const bubbles: [side: 'left' | 'right', width: number, height: number][] = [
  ['left', 320, 58],
  ['left', 240, 38],
  ['right', 380, 58],
  ['left', 200, 58],
  ['right', 280, 38],
  ['right', 360, 58],
];

export function LogSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.log} role="status" aria-label={t('loading')}>
      {bubbles.map(([side, width, height], index) => (
        <div key={index} className={classes.row} data-side={side}>
          {side === 'left' && <Bone width={32} height={32} radius="50%" />}
          <Bone width={width} height={height} radius={14} />
        </div>
      ))}
    </div>
  );
}
