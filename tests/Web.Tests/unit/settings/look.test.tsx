import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ThemeMenu } from '@/app/shell/ThemeMenu';
import { avatarColours, colourTokens } from '@/app/theme/tokens';
import { initialsOf } from '@/ui/initials';

afterEach(cleanup);

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

type Token = keyof typeof colourTokens;
const grounds: Token[] = ['canvas', 'surface', 'subtle', 'hover', 'selected', 'own', 'mate', 'primary-tint', 'client-tint'];
const readable: [Token, Token[]][] = [
  ['text', grounds],
  ['text2', grounds],
  ['muted', ['canvas', 'surface', 'subtle']],
  ['link', ['canvas', 'surface', 'subtle', 'own', 'mate']],
  ['on-primary', ['primary', 'primary-hover']],
  ['client', ['client-tint', 'surface']],
  ['warn', ['warn-tint', 'surface']],
  ['danger', ['danger-tint', 'surface']],
  ['ok', ['ok-tint', 'surface']],
  ['info', ['info-tint', 'surface']],
  ['on-danger', ['danger-fill']],
  ['on-inverse', ['inverse']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('Every text can be read: %s', (_, shade) => {
  test.each(readable)('%s', (ink, on) => {
    const tooFaint = on.map((ground) => [ground, contrast(colourTokens[ink][shade], colourTokens[ground][shade])] as const).filter(([, ratio]) => ratio < 4.5);
    expect(tooFaint).toEqual([]);
  });
});

test('initials can be read on every avatar', () => {
  expect(avatarColours.filter((colour) => contrast(colour, '#FFFFFF') < 4.5)).toEqual([]);
});

describe('The theme', () => {
  const open = () => render(<MantineProvider colorSchemeManager={localStorageColorSchemeManager({ key: 'clientchats.scheme' })} defaultColorScheme="auto" env="test"><ThemeMenu /></MantineProvider>);

  test('is what the system has until one chooses, and stays chosen', async () => {
    open();
    expect(screen.getByRole('button').getAttribute('aria-label')).toBe('Тема: Как\u00A0в\u00A0системе');
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Тёмная' }));
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');

    cleanup();
    open();
    expect(screen.getByRole('button').getAttribute('aria-label')).toBe('Тема: Тёмная');
  });
});

describe('Preferences', () => {
  const load = async () => {
    vi.resetModules();
    return (await import('@/settings/look/preferences')).preferencesStore;
  };

  test('stay on the device, and new ones have their usual value', async () => {
    (await load()).setState({ sendBy: 'ctrlEnter' });
    expect((await load()).getState().sendBy).toBe('ctrlEnter');
    localStorage.setItem('clientchats.preferences', '{"density":"compact"}');
    expect((await load()).getState()).toMatchObject({ density: 'compact', sendBy: 'enter', singleKeys: true });
  });

  test.each([['{oops'], ['null'], ['[]']])('%s in the storage is as good as nothing', async (stored) => {
    localStorage.setItem('clientchats.preferences', stored);
    expect((await load()).getState()).toMatchObject({ sendBy: 'enter', density: 'comfortable' });
  });
});

describe('Initials', () => {
  test.each([
    ['Николай Орлов', 'НО'],
    ['Сайт | «Вектор»', 'СВ'],
    ['madonna', 'M'],
    ['  ', '?'],
    ['👩‍🚀 Анна', 'А'],
  ])('%s: %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
