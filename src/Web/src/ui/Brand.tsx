import { IconMessages } from '@tabler/icons-react';
import classes from './Brand.module.css';

export function BrandMark({ size = 40 }: { size?: number }) {
  return (
    <span className={classes.mark} style={{ width: size, height: size }} aria-hidden="true">
      <IconMessages size={size * 0.58} stroke={1.75} />
    </span>
  );
}

export function Brand({ name, size = 40 }: { name: string; size?: number }) {
  return (
    <span className={classes.brand}>
      <BrandMark size={size} />
      <span className={classes.name}>{name}</span>
    </span>
  );
}
