import type { Author, Conversation, ConversationItem, LiveEvent, Me, MessageEntry, SystemEntry, SystemFact, Tombstone } from '@/api/types';

/** The people and the chat of these tests: Nikolai looks at the page, Elena is his colleague, Maria is the client. */
export const nikolai: Me = {
  id: 'nikolai',
  email: 'nikolai@bureau.example',
  firstName: 'Николай',
  lastName: 'Орлов',
  displayName: 'Николай Орлов',
  role: 'employee',
  duties: [],
  locale: 'ru',
  timeZone: 'Asia/Yekaterinburg',
  status: 'active',
  organization: { id: 'bureau', name: 'Бюро', locale: 'ru', timeZone: 'Asia/Yekaterinburg', oversight: false },
  can: {
    invite: false,
    manageMembers: false,
    seeContacts: true,
    seeRadar: true,
    seeAllContacts: false,
    seeJobs: false,
    createChats: true,
    createTokens: false,
    manageOrganization: false,
    handOverAny: false,
  },
};

export const byNikolai: Author = { participantId: 'nikolai', memberId: 'nikolai', displayName: 'Николай Орлов', isClient: false };
export const byElena: Author = { participantId: 'elena', memberId: 'elena', displayName: 'Елена Белова', isClient: false };
export const byMaria: Author = { participantId: 'maria', memberId: 'maria', displayName: 'Мария Ким', isClient: true };

export const vektor = 'vektor';

/** Noon of 17 November 2026 in Yekaterinburg, plus minutes. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 17, 7, 0) + minutes * 60_000).toISOString();
}

export function message(number: number, author: Author = byMaria, change: Partial<MessageEntry> = {}): MessageEntry {
  return { kind: 'message', id: `m${number}`, number, revision: number, conversationId: vektor, createdAt: at(number), author, text: `Сообщение ${number}`, ...change };
}

export function tombstone(number: number, revision: number, author: Author = byMaria): Tombstone {
  return { kind: 'message', number, revision, conversationId: vektor, createdAt: at(number), deletedAt: at(revision), author };
}

export function fact(number: number, system: SystemFact): SystemEntry {
  return { kind: 'system', number, revision: number, conversationId: vektor, createdAt: at(number), system };
}

export function row(id: string, change: Partial<ConversationItem> = {}): ConversationItem {
  return {
    id,
    kind: 'group',
    name: id,
    access: 'members',
    avatarUrl: null,
    isClientChat: true,
    clientCount: 1,
    unreadCount: 0,
    mentionCount: 0,
    lastMessage: null,
    lastActivityAt: at(0),
    pinnedCount: 0,
    ...change,
  };
}

export function conversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    ...row(id),
    createdAt: at(0),
    lastNumber: 0,
    revision: 0,
    firstNumber: 1,
    readNumber: 0,
    can: {
      write: true, attach: true, rename: true, addEmployees: true, addGuests: true, remove: true, removeGuests: true, moderate: true, pin: true,
      markFinal: true, setStatus: true, leave: true, join: false, archive: true,
      handOn: true, convert: true, describe: false, appoint: false, publish: false, unpublish: false, linkClients: true, explain: true, explainForOthers: false,
    },
    ...change,
  };
}

export function posted(entry: MessageEntry | SystemEntry): LiveEvent {
  return { type: 'messagePosted', conversationId: entry.conversationId, number: entry.number, revision: entry.revision, at: entry.createdAt, data: { entry } };
}

export function happened(type: 'conversationAppeared' | 'conversationDisappeared' | 'conversationChanged', conversationId: string): LiveEvent {
  return { type, conversationId, at: at(100), data: {} };
}
