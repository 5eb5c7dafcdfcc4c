/** Everything of one conversation hangs below one key, so that losing it wipes all of it. */
export const conversationKeys = {
  lists: ['conversations'] as const,
  list: (filter: ConversationFilter) => ['conversations', filter] as const,
  openChannels: ['openChannels'] as const,
  newest: ['newestConversations'] as const,
  one: (id: string) => ['conversation', id] as const,
  detail: (id: string) => ['conversation', id, 'detail'] as const,
  log: (id: string) => ['conversation', id, 'log'] as const,
  threads: (id: string) => ['conversation', id, 'threads'] as const,
  thread: (id: string, root: number) => ['conversation', id, 'threads', root] as const,
  threadLists: (id: string) => ['conversation', id, 'threadLists'] as const,
  threadList: (id: string, unread: boolean) => ['conversation', id, 'threadLists', unread] as const,
  viewers: (id: string) => ['conversation', id, 'viewers'] as const,
  participants: (id: string) => ['conversation', id, 'participants'] as const,
  members: (id: string) => ['conversation', id, 'members'] as const,
  decisions: (id: string) => ['conversation', id, 'decisions'] as const,
  decisionList: (id: string, decided: boolean) => ['conversation', id, 'decisions', decided] as const,
  finals: (id: string) => ['conversation', id, 'finals'] as const,
  allFiles: (id: string) => ['conversation', id, 'files'] as const,
  files: (id: string, kind: string) => ['conversation', id, 'files', kind] as const,
  reads: (id: string) => ['conversation', id, 'reads'] as const,
  pins: (id: string) => ['conversation', id, 'pins'] as const,
  description: (id: string) => ['conversation', id, 'description'] as const,
  access: (id: string, memberId: string | undefined) => ['conversation', id, 'access', memberId ?? 'me'] as const,
  joinPreview: (id: string, memberId: string, history: string) => ['conversation', id, 'joinPreview', memberId, history] as const,
};

export type ConversationFilter = { show: 'all' | 'unread' | 'clients' | 'archived' | 'managed'; query: string };

export const allConversations: ConversationFilter = { show: 'all', query: '' };
