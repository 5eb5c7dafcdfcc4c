/** Which conversations live events have touched, in order, so that an answer that was on its way meanwhile can be mended. */
const touched = new Map<string, number>();
let clock = 0;

export function noteTouch(conversationId: string): void {
  clock += 1;
  touched.set(conversationId, clock);
}

export function touchMark(): number {
  return clock;
}

export function touchedSince(mark: number): string[] {
  return Array.from(touched).flatMap(([id, at]) => (at > mark ? [id] : []));
}
