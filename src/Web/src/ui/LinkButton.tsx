import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorOnly<Props> = Omit<ComponentPropsWithRef<'a'>, keyof Props>;

/** Mantine's looks on the router's links, with their targets checked. */
export const LinkButton = createLink((props: ButtonProps & AnchorOnly<ButtonProps>) => <Button component="a" {...props} />);

export const LinkAnchor = createLink((props: AnchorProps & AnchorOnly<AnchorProps>) => <Anchor {...props} />);

export const LinkMenuItem = createLink((props: MenuItemProps & AnchorOnly<MenuItemProps>) => <Menu.Item component="a" {...props} />);
