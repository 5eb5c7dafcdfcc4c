type KeyActs = { reply: () => void; thread?: () => void; link: () => void; unread: () => void };

/** What a single letter does to the message that has the focus. */
export function messageKey(code: string, acts: KeyActs): (() => void) | undefined {
  return { KeyR: acts.reply, KeyT: acts.thread, KeyL: acts.link, KeyU: acts.unread }[code];
}
