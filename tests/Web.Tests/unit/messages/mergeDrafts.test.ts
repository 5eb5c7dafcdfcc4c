import { describe, expect, test } from 'vitest';
import { type DraftMark, merge } from '@/messages/drafts/mergeDrafts';
import { vektor } from '../cast';

const before = '2026-11-22T10:00:00.000Z';
const at = '2026-11-22T10:05:00.000Z';
const kept = (text: string, replyTo?: number) => ({ conversationId: vektor, thread: 0, text, at, ...(replyTo !== undefined && { replyTo }) });
const minutes = (count: number) => Date.parse(at) + count * 60_000;

describe('Of a draft here and a draft on the server', () => {
  test('the same words are left alone', () => {
    expect(merge({ text: 'Да' }, undefined, kept('Да'))).toBe('same');
    expect(merge({ text: 'Да', replyTo: { number: 3, available: true } }, { keptAt: at }, kept('Да', 3))).toBe('same');
  });

  test('what another device has written since is taken', () => {
    expect(merge({ text: 'Да' }, { keptAt: before }, kept('Да, завтра'))).toBe('take');
    expect(merge(undefined, undefined, kept('Да, завтра'))).toBe('take');
  });

  test('what was written here without a network is sent where nobody has written since', () => {
    expect(merge({ text: 'Да, завтра' }, { keptAt: at, changedAt: minutes(-1) }, kept('Да'))).toBe('push');
  });

  test('of two that were changed apart the later one is followed', () => {
    const mark = (changedAt: number): DraftMark => ({ keptAt: before, changedAt });
    expect(merge({ text: 'Здесь' }, mark(minutes(1)), kept('Там'))).toBe('push');
    expect(merge({ text: 'Здесь' }, mark(minutes(-1)), kept('Там'))).toBe('take');
  });

  test('what never reached the server is sent, also from before drafts were kept there', () => {
    expect(merge({ text: 'Да' }, undefined, undefined)).toBe('push');
    expect(merge({ text: 'Да' }, { changedAt: minutes(0) }, undefined)).toBe('push');
    expect(merge({ text: 'Да' }, undefined, kept('Там'))).toBe('push');
  });

  test('one that the server does not list is asked for before it is forgotten, since its chat may only be closed', () => {
    expect(merge({ text: 'Да' }, { keptAt: before }, undefined)).toBe('ask');
  });

  test('one that was deleted here without a network is deleted there, unless it was written anew', () => {
    expect(merge(undefined, { keptAt: at, changedAt: minutes(-1) }, kept('Да'))).toBe('push');
    expect(merge(undefined, { keptAt: before, changedAt: minutes(-1) }, kept('Да'))).toBe('take');
    expect(merge(undefined, { keptAt: at, changedAt: minutes(-1) }, undefined)).toBe('nothing');
  });
});
