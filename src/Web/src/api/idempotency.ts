import { newId } from './newId';

/** One key for one intention: pressing the button again after a lost answer repeats the first attempt. */
export function createIntention(): (body: unknown) => Record<string, string> {
  let key = '';
  let last = '';
  return (body) => {
    const text = JSON.stringify(body);
    if (!key || text !== last) {
      key = newId();
      last = text;
    }
    return { 'Idempotency-Key': key };
  };
}
