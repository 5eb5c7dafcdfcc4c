/** What this device keeps for one member: drafts and messages that have not left yet. */
const prefix = 'clientchats.member.';

function keyOf(memberId: string, name: string): string {
  return `${prefix}${memberId}.${name}`;
}

export function readMember<T>(memberId: string, name: string, otherwise: T): T {
  try {
    const stored = localStorage.getItem(keyOf(memberId, name));
    return stored === null ? otherwise : (JSON.parse(stored) as T);
  } catch {
    return otherwise;
  }
}

export function writeMember(memberId: string, name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(memberId, name));
    else localStorage.setItem(keyOf(memberId, name), JSON.stringify(value));
  } catch {
    return;
  }
}

export function forgetMember(memberId: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix + memberId)) localStorage.removeItem(key);
    }
  } catch {
    return;
  }
}
