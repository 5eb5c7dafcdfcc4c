import {
  Button,
  Checkbox,
  Combobox,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Overlay,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { createElement } from 'react';
import { colourVariables, fixedTokens } from './tokens';
import controls from './controls.module.css';

const pine: MantineColorsTuple = ['#E8F4F0', '#D3EAE2', '#A8D6C8', '#7AC2AC', '#3DB596', '#23997C', '#128068', '#0B6A57', '#095646', '#064236'];
const client: MantineColorsTuple = ['#F1EEFC', '#DFD8F8', '#CBC1F2', '#B9ABFA', '#8F7BEA', '#7A63DD', '#6A50CC', '#5B41BE', '#4A34A0', '#392880'];

const chevron = createElement(IconChevronDown, { size: 16, stroke: 1.75, 'aria-hidden': true });
const floating = { duration: 120, transition: 'fade' } as const;

export const theme = createTheme({
  colors: { pine, client },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 9,
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '16px' },
  lineHeights: { xs: '1.3333', sm: '1.3846', md: '1.4286', lg: '1.3333', xl: '1.375' },
  breakpoints: { xs: '600px', sm: '900px', md: '1280px', lg: '1440px', xl: '1680px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  components: {
    Button: Button.extend({ classNames: { root: controls.button } }),
    Input: Input.extend({ classNames: { input: controls.input } }),
    InputWrapper: Input.Wrapper.extend({
      classNames: { label: controls.label, description: controls.description, error: controls.error },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Select: Select.extend({ defaultProps: { openOnFocus: false, rightSection: chevron, checkIconPosition: 'right', comboboxProps: { transitionProps: floating, shadow: 'md', position: 'bottom-start' } } }),
    Combobox: Combobox.extend({ classNames: { dropdown: controls.dropdown, option: controls.option, empty: controls.empty } }),
    Checkbox: Checkbox.extend({ classNames: { input: controls.check } }),
    Radio: Radio.extend({ classNames: { radio: controls.check } }),
    Switch: Switch.extend({ classNames: { track: controls.track } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', transitionProps: floating, withinPortal: true }, classNames: { dropdown: controls.dropdown, item: controls.item } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: floating }, classNames: { dropdown: controls.dropdown } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: floating, multiline: true, maw: 320 }, classNames: { tooltip: controls.tooltip } }),
    ModalRoot: Modal.Root.extend({ defaultProps: { transitionProps: { duration: 200, transition: 'fade-up' } } }),
    Overlay: Overlay.extend({ classNames: { root: controls.overlay } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { withItemsBorders: false }, classNames: { root: controls.segments, label: controls.segment, indicator: controls.indicator } }),
  },
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: fixedTokens,
  light: { ...colourVariables('light'), ...mantineVariables },
  dark: { ...colourVariables('dark'), ...mantineVariables },
});

const mantineVariables = {
  '--mantine-color-body': 'var(--cc-surface)',
  '--mantine-color-text': 'var(--cc-text)',
  '--mantine-color-dimmed': 'var(--cc-muted)',
  '--mantine-color-placeholder': 'var(--cc-muted)',
  '--mantine-color-anchor': 'var(--cc-link)',
  '--mantine-color-default': 'var(--cc-surface)',
  '--mantine-color-default-hover': 'var(--cc-hover)',
  '--mantine-color-default-color': 'var(--cc-text)',
  '--mantine-color-default-border': 'var(--cc-border)',
  '--mantine-color-error': 'var(--cc-danger)',
  '--mantine-color-disabled': 'var(--cc-hover)',
  '--mantine-color-disabled-color': 'var(--cc-muted)',
  '--mantine-color-disabled-border': 'var(--cc-border)',
  '--mantine-primary-color-filled': 'var(--cc-primary)',
  '--mantine-primary-color-filled-hover': 'var(--cc-primary-hover)',
  '--mantine-primary-color-contrast': 'var(--cc-on-primary)',
  '--mantine-primary-color-light': 'var(--cc-primary-tint)',
  '--mantine-primary-color-light-color': 'var(--cc-link)',
};
