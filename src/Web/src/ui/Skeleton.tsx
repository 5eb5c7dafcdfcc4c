import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Skeleton.module.css';

type BoneProps = { width: number | string; height?: number; radius?: number | string };

export function Bone({ width, height = 12, radius = 6 }: BoneProps) {
  const style: CSSProperties = { width, height, borderRadius: radius };
  return <span className={classes.bone} style={style} />;
}

type RowsProps = { rows?: number; height?: number; avatar?: 'round' | 'square' | 'none' };

const widths = ['62%', '48%', '70%', '55%', '40%', '66%'];

/** Rows of the true shape while a list loads. */
export function SkeletonRows({ rows = 6, height = 60, avatar = 'square' }: RowsProps) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')} className={classes.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }}>
          {avatar !== 'none' && <Bone width={40} height={40} radius={avatar === 'round' ? '50%' : '26%'} />}
          <div className={classes.lines}>
            <Bone width={widths[index % widths.length] ?? '60%'} />
            <Bone width={widths[(index + 2) % widths.length] ?? '50%'} height={10} />
          </div>
        </div>
      ))}
    </div>
  );
}
