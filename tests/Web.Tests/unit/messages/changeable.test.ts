import { describe, expect, test } from 'vitest';
import { changeable } from '@/messages/log/changeable';
import { message } from '../cast';

describe('What may be done to a message', () => {
  const own = message(5);
  const me = own.author.participantId;
  const written = Date.parse(own.createdAt);
  const group = { kind: 'group' as const, write: true, moderate: false };

  test('an author changes it for a day and deletes it at any time', () => {
    expect(changeable(group, own, me, written + 1000)).toEqual({ edit: true, delete: true });
    expect(changeable(group, own, me, written + 24 * 3_600_000)).toEqual({ edit: false, delete: true });
  });

  test('nobody changes the words of others, and the owner of the chat deletes them', () => {
    expect(changeable(group, own, 'somebody', written)).toEqual({ edit: false, delete: false });
    expect(changeable({ ...group, moderate: true }, own, 'somebody', written)).toEqual({ edit: false, delete: true });
  });

  test('what went to a messenger, or stands where one may not write, stays', () => {
    expect(changeable({ ...group, kind: 'bridged' }, own, me, written)).toEqual({ edit: false, delete: false });
    expect(changeable({ ...group, write: false }, own, me, written)).toEqual({ edit: false, delete: false });
  });
});
