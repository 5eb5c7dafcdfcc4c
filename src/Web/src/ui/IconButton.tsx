import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ComponentPropsWithoutRef } from 'react';
import classes from './IconButton.module.css';

type IconButtonProps = {
  icon: Icon;
  label: string;
  hint?: string | undefined;
  iconSize?: number;
  tone?: 'plain' | 'danger' | undefined;
} & ActionIconProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ActionIconProps>;

/** An icon alone: it always has a name for the reader and a tooltip for the eye. */
export function IconButton({ icon: IconMark, label, hint, iconSize = 19, tone = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={hint ? `${label}\n${hint}` : label} disabled={rest['aria-expanded'] === true}>
      <ActionIcon variant="transparent" size={36} aria-label={label} className={[classes.button, className].filter(Boolean).join(' ')} data-tone={tone} {...rest}>
        <IconMark size={iconSize} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
