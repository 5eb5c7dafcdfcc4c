import { describe, expect, test } from 'vitest';
import { nextToSend, restored, type Outgoing } from '@/messages/outbox/outbox';

const outgoing = (clientMessageId: string, change: Partial<Outgoing> = {}): Outgoing => ({
  clientMessageId,
  conversationId: 'vektor',
  text: clientMessageId,
  createdAt: '2026-11-17T07:00:00Z',
  state: 'waiting',
  ...change,
});

describe('Unsent messages', () => {
  test('the oldest of a chat goes first, past those that were refused', () => {
    const items = [outgoing('other', { conversationId: 'delo' }), outgoing('refused', { state: 'failed' }), outgoing('first'), outgoing('second')];
    expect(nextToSend(items, 'vektor')?.clientMessageId).toBe('first');
  });

  test('after a reload nothing is in the air any more', () => {
    expect(restored([outgoing('a', { state: 'sending' }), outgoing('b', { state: 'failed' })]).map(({ state }) => state)).toEqual(['waiting', 'failed']);
  });
});
