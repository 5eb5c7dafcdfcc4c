type Shade = readonly [light: string, dark: string];

/** The colours of the product. Changing one means computing its contrast anew on every ground it stands on. */
export const colourTokens = {
  canvas: ['#F2F5F4', '#101614'],
  surface: ['#FFFFFF', '#161D1B'],
  subtle: ['#F8FAF9', '#1A2220'],
  hover: ['#E9EEEC', '#222C29'],
  selected: ['#DDECE7', '#1C3A33'],
  border: ['#DCE3E0', '#2A3431'],
  control: ['#76827D', '#7A8782'],
  text: ['#14201D', '#E7EDEB'],
  text2: ['#46544F', '#B4BFBB'],
  muted: ['#5D6A65', '#98A49F'],
  primary: ['#0B6A57', '#3DB596'],
  'primary-hover': ['#095646', '#55C6A9'],
  'on-primary': ['#FFFFFF', '#05201A'],
  'primary-tint': ['#E2F1EC', '#16332C'],
  link: ['#0A6352', '#62CBB0'],
  own: ['#DCEFE8', '#1A3D35'],
  mate: ['#F0F3F2', '#202927'],
  client: ['#5B41BE', '#B9ABFA'],
  'client-tint': ['#F1EEFC', '#262140'],
  'client-line': ['#CBC1F2', '#4A4080'],
  'client-fill': ['#6A50CC', '#8F7BEA'],
  warn: ['#7F4D00', '#F2BC62'],
  'warn-tint': ['#FDF0D8', '#382B12'],
  'warn-fill': ['#C47A06', '#E0A030'],
  danger: ['#AE231B', '#FF9E95'],
  'danger-tint': ['#FCE9E7', '#40201D'],
  'danger-fill': ['#C9342A', '#E25A50'],
  'on-danger': ['#FFFFFF', '#101614'],
  ok: ['#17673A', '#7FD49C'],
  'ok-tint': ['#E2F3E8', '#173423'],
  'ok-fill': ['#2E9B5B', '#3FAE6C'],
  info: ['#1B5A9E', '#8BBDF2'],
  'info-tint': ['#E5EFF9', '#172B40'],
  'info-fill': ['#2F7BCB', '#4A93DD'],
  inverse: ['#14201D', '#E7EDEB'],
  'on-inverse': ['#FFFFFF', '#101614'],
} as const satisfies Record<string, Shade>;

export const avatarColours = ['#2F6F8F', '#8A5A12', '#7A3E8E', '#2D6E4E', '#A23B52', '#4A5BB5', '#6B5A2E', '#43616B'];

/** Colours and measures that are the same in both themes. */
export const fixedTokens: Record<string, string> = {
  '--cc-whatsapp': '#1A7F4B',
  '--cc-telegram': '#1E78B4',
  '--cc-messenger': '#5D6A65',
  '--cc-on-avatar': '#FFFFFF',
  '--cc-emoji-font': "'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif",
  '--cc-radius-chip': '5px',
  '--cc-radius-control': '9px',
  '--cc-radius-row': '10px',
  '--cc-radius-card': '12px',
  '--cc-radius-bubble': '14px',
  '--cc-radius-dialog': '16px',
  '--cc-shadow-float': '0 12px 40px rgba(12, 28, 24, 0.22)',
  '--cc-shadow-tile': '0 1px 2px rgba(16, 32, 28, 0.06)',
  '--cc-ease': 'cubic-bezier(0.2, 0.8, 0.2, 1)',
  ...Object.fromEntries(avatarColours.map((colour, index) => [`--cc-avatar-${index}`, colour])),
};

export function colourVariables(theme: 'light' | 'dark'): Record<string, string> {
  const column = theme === 'light' ? 0 : 1;
  return Object.fromEntries(Object.entries(colourTokens).map(([name, shade]) => [`--cc-${name}`, shade[column]]));
}
