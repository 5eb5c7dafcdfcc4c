export type Role = 'owner' | 'admin' | 'employee' | 'guest';
export type Duty = 'supervisor' | 'qualityControl' | 'receivesNewClients';
export type Locale = 'ru' | 'en';
export type MemberStatus = 'active' | 'deactivated';
export type History = 'all' | 'fromNow';

export type Page<T> = { items: T[]; nextCursor: string | null };
export type PersonName = { memberId: string; displayName: string };

export type Me = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  displayName: string;
  role: Role;
  duties: Duty[];
  locale: Locale;
  timeZone: string;
  status: MemberStatus;
  avatarUrl?: string;
  organization: { id: string; name: string; locale: Locale; timeZone: string; oversight: boolean };
  can: {
    invite: boolean;
    manageMembers: boolean;
    seeContacts: boolean;
    seeRadar: boolean;
    seeAllContacts: boolean;
    seeJobs: boolean;
    createChats: boolean;
    createTokens: boolean;
    manageOrganization: boolean;
    handOverAny: boolean;
  };
};

export type SetupState = { required: boolean; codeRequired: boolean };
export type Session = { id: string; createdAt: string; lastSeenAt: string; userAgent: string; current: boolean };
export type Token = { id: string; name: string; scopes: string[]; createdAt: string; expiresAt?: string; lastUsedAt?: string };
export type DemoSignIn = { email: string; password: string; displayName: string; role: Role; duties: Duty[]; about: string };
export type Letter = { id: string; to: string; subject: string; text: string; html: string; links: string[]; at: string };

export type Organization = {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string;
  country: string;
  invitationLifetimeDays: number;
  responsibility: 'contact' | 'newestOpenDeal' | 'either';
  overseeClientDirects: boolean;
};

export type Member = {
  id: string;
  firstName: string;
  lastName: string;
  displayName: string;
  role: Role;
  status: MemberStatus;
  isClient: boolean;
  company?: string;
  avatarUrl?: string;
  email?: string;
  duties?: Duty[];
  phones?: string[];
  crmUserIds?: string[];
  createdAt?: string;
  deactivatedAt?: string;
  can?: { changeRole: boolean; changeDuties: boolean; deactivate: boolean; reactivate: boolean; write: boolean };
};

export type InvitationStatus = 'pending' | 'accepted' | 'expired' | 'revoked';
export type Invitation = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  status: InvitationStatus;
  expiresAt: string;
  createdAt: string;
  invitedBy: PersonName;
  memberId?: string;
  acceptedAt?: string;
  revokedAt?: string;
  revokedBy?: PersonName;
  askedAgainAt?: string;
  delivery: 'queued' | 'sent' | 'failed';
  deliveryError?: string;
};
export type InvitationPreview = {
  organizationName: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  status: InvitationStatus;
  expiresAt: string;
  invitedBy: string;
};

export type ChannelVisibility = 'private' | 'public';
export type ConversationKind = 'direct' | 'group' | 'channel' | 'bridged';
export type Author = { participantId: string; memberId?: string; displayName: string; isClient: boolean; avatarUrl?: string };
export type BridgeMark = { id: string; kind: string; name: string };

export type SystemFact = {
  type: 'created' | 'added' | 'removed' | 'left' | 'renamed' | 'handedOver' | 'joined' | 'ownerChanged'
    | 'becameChannel' | 'becamePublic' | 'becamePrivate' | 'administratorAppointed' | 'administratorDismissed';
  by?: Author;
  person?: Author;
  name?: string;
  /** What was created. */
  kind?: ConversationKind;
  previousName?: string;
  history?: History;
  to?: PersonName;
  from?: PersonName;
};

export type LastMessage = {
  number: number;
  kind: 'message' | 'system';
  text?: string;
  author?: Author;
  deletedAt?: string;
  system?: SystemFact;
  createdAt: string;
};

export type ConversationItem = {
  id: string;
  kind: ConversationKind;
  name: string;
  access: 'members' | 'crm';
  avatarUrl: string | null;
  isClientChat: boolean;
  clientCount: number;
  unlinked?: true;
  unreadCount: number;
  mentionCount: number;
  lastMessage: LastMessage | null;
  lastActivityAt: string;
  pinnedCount: number;
  archivedAt?: string;
  visibility?: ChannelVisibility;
  /** False where one sees a public channel as that alone. */
  joined?: boolean;
  person?: { participantId: string; memberId?: string; displayName: string; isClient: boolean; role?: Role };
  bridge?: BridgeMark;
};

/** What an administrator gets of a chat that he manages without reading it. */
export type ManagedConversationItem = Pick<ConversationItem, 'id' | 'kind' | 'name'> & Partial<ConversationItem>;

export type Conversation = ConversationItem & {
  createdAt: string;
  lastNumber: number;
  revision: number;
  firstNumber: number;
  readNumber: number | null;
  owner?: PersonName;
  outsideTitle?: string;
  managed?: true;
  can: {
    write: boolean;
    attach: boolean;
    rename: boolean;
    addEmployees: boolean;
    addGuests: boolean;
    remove: boolean;
    removeGuests: boolean;
    moderate: boolean;
    pin: boolean;
    markFinal: boolean;
    setStatus: boolean;
    leave: boolean;
    join: boolean;
    archive: boolean;
    handOn: boolean;
    convert: boolean;
    describe: boolean;
    appoint: boolean;
    publish: boolean;
    unpublish: boolean;
    linkClients: boolean;
    explain: boolean;
    explainForOthers: boolean;
  };
  readOnly?: 'qualityControl' | 'supervisor' | 'archived' | 'managed' | 'responsible' | 'public';
};

export type AccessRule = 'member' | 'publicChannel' | 'supervisor' | 'qualityControl' | 'responsible' | 'unlinked';
export type LinkedBy = 'phone' | 'email' | 'messenger' | 'hand';
export type AccessReason = {
  rule: AccessRule;
  contactId?: string;
  contactName?: string;
  participantId?: string;
  clientName?: string;
  linkedBy?: LinkedBy;
  since?: string;
};
export type IrrelevantFact = {
  fact: 'clientNotLinked' | 'clientOfAnother' | 'ownNumber' | 'otherResponsible';
  participantId?: string;
  displayName?: string;
  contactId?: string;
  responsible?: string;
};
export type AccessChange = {
  at: string;
  change: 'gained' | 'lost';
  member?: PersonName;
  group?: 'unlinked' | 'overseen' | 'public';
  cause: string;
};
export type AccessExplanation = {
  sees: boolean;
  member: PersonName;
  because: AccessReason[];
  irrelevant: IrrelevantFact[];
  history: AccessChange[];
};

export type Viewer = { participantId: string; memberId?: string; displayName: string; isClient: boolean; rules?: AccessRule[]; avatarUrl?: string };
/** Employees get the numbers, guests get `oversight` instead. */
export type Viewers = { items: Viewer[]; clients?: number; employees?: number; oversight?: boolean };

export type ConversationMember = {
  memberId: string;
  displayName: string;
  role: Role;
  isClient: boolean;
  isOwner: boolean;
  isAdministrator: boolean;
  byCrm?: boolean;
  history: History;
  addedAt: string;
  avatarUrl?: string;
  can: { remove: boolean; handOn: boolean; appoint: boolean; dismiss: boolean };
};

/** What a channel is about. */
export type ChannelDescription = {
  responsibleMemberId?: string;
  responsible?: PersonName;
  work?: string;
  startsOn?: string;
  endsOn?: string;
  summary?: string;
  text?: string;
};

/** What a message said before it was changed. */
export type Wording = { text: string; at: string };

export type Presence = 'online' | 'away' | 'offline';
export type ParticipantContact = { externalId: string; name: string; linkedBy: LinkedBy; responsibles: PersonName[] };
export type Participant = {
  participantId: string;
  kind: 'member' | 'outside';
  memberId?: string;
  displayName: string;
  company?: string;
  isClient: boolean;
  role?: Role;
  duties?: Duty[];
  ownNumber?: true;
  presence?: Presence;
  avatarUrl?: string;
  phone?: string;
  contacts?: ParticipantContact[];
};

export type JoinPreview = {
  messages: number;
  files: number;
  pins: number;
  since?: string;
  authors: { participantId: string; displayName: string; isClient: boolean; messages: number }[];
  withoutGuests?: { since: string; until: string; messages: number };
};

/** What one has begun to write, as the server keeps it. */
export type KeptDraft = { conversationId: string; thread: number; text: string; replyTo?: QuotedMessage; attachments?: Attachment[]; at: string };
export type KeptDraftItem = { conversationId: string; thread: number; text: string; replyTo?: number; at: string };

export type Storage = { used: number; allowed: number; largestFile: number };

export type Reaction = { emoji: string; people: Author[] };
export type FileKind = 'image' | 'video' | 'audio' | 'pdf' | 'other';
export type FilePlace = { number: number; fileId: string };
/** That a file is a final version; `supersededBy` names the newer one that took its place, where the reader sees that. */
export type FinalMark = { at: string; by?: Author; isCurrent: boolean; supersededBy?: FilePlace };
export type Attachment = { id: string; name: string; size: number; contentType: string; kind: FileKind; width?: number; height?: number; final?: FinalMark };
export type ConversationFile = { number: number; author?: Author; createdAt: string; file: Attachment };
export type FinalFile = ConversationFile & { former: FinalFile[] };

/** What a message passes on of another one; a guest is told the author only where he is in the same conversation. */
export type ForwardedMessage = { author?: Author; at: string; text: string };
export type QuotedMessage = { number: number; available: boolean; author?: Author; text?: string };
/** How the thread under a message stands; what is the reader's own is absent in live events. */
export type Replies = { count: number; lastNumber: number; lastAt: string; people: Author[]; following?: boolean; unreadCount?: number };
type EntryBase = { number: number; revision: number; conversationId: string; createdAt: string; thread?: number; replies?: Replies };
export type StatusKind = 'inProgress' | 'needsDecision' | 'done';
/** How the matter of a message stands; a decision says who makes it, until when, and by which message he answered. */
export type MessageStatus = { status: StatusKind; at: string; by?: Author; decisionBy?: Author; dueAt?: string; answeredBy?: number };
export type Decision = {
  conversationId: string;
  conversationName: string;
  kind: ConversationKind;
  isClientChat: boolean;
  number: number;
  author?: Author;
  text: string;
  createdAt: string;
  status: MessageStatus;
  own: boolean;
  overdue: boolean;
};
/** A place in a text where somebody is called; without a participant it is everybody in the conversation. */
export type Mention = { participantId?: string; start: number; length: number };
export type MessageEntry = EntryBase & {
  kind: 'message';
  id: string;
  author: Author;
  text: string;
  editedAt?: string;
  clientMessageId?: string;
  replyTo?: QuotedMessage;
  reactions?: Reaction[];
  pinned?: { at: string; by?: Author };
  attachments?: Attachment[];
  mentions?: Mention[];
  forwarded?: ForwardedMessage;
  status?: MessageStatus;
  deletedAt?: undefined;
};
export type Tombstone = EntryBase & { kind: 'message'; deletedAt: string; author: Author };
export type SystemEntry = EntryBase & { kind: 'system'; system: SystemFact };
export type Entry = MessageEntry | Tombstone | SystemEntry;

export type MessagePage = { items: Entry[]; hasBefore: boolean; hasAfter: boolean; revision: number };
export type ThreadPage = MessagePage & { root?: MessageEntry | Tombstone; readNumber?: number; unreadCount: number };
export type Changes = { items: { revision: number; number: number; entry: Entry }[]; revision: number; more: boolean; reset: boolean };
export type ReadMark = { participantId: string; number: number };

export type Severity = 'error' | 'warning' | 'hint';
export type Finding = { code: string; severity: Severity; start: number; length: number; message: string; suggestion?: string };
export type NameCheck = { findings: Finding[]; suggestion?: string; length: number; maxLength: number };
export type NamePart = 'project' | 'client' | 'work' | 'responsible';
export type Convention = { id: string; pattern: string; separator: string; isDefault: boolean; parts: NamePart[] };
export type Conventions = { items: Convention[]; listLength: number };

export type Responsible = { memberId?: string; displayName?: string; crmUserId?: string; state: 'active' | 'deactivated' | 'unknown' };
export type Deal = { id: string; name?: string; responsible?: Responsible; createdAt: string; closedAt?: string };
export type Contact = {
  externalId: string;
  name: string;
  phones: string[];
  emails: string[];
  messengerIds: { kind: string; id: string }[];
  deals: Deal[];
  responsible?: Responsible;
  chatCount: number;
  linkedBy: LinkedBy[];
  revision?: number;
  updatedAt: string;
  can?: { handOver: boolean };
};
export type UnlinkedClient = { participantId: string; displayName: string; phone?: string; contacts: number };
export type UnlinkedChat = {
  conversation: Pick<ConversationItem, 'id' | 'kind' | 'name' | 'avatarUrl' | 'bridge'>;
  state: 'unlinked' | 'noResponsible' | 'unclear';
  clients: UnlinkedClient[];
  since: string;
  lastMessage?: LastMessage;
  letInBy: Author[];
  managed: boolean;
  can: { link: boolean; create: boolean };
};
export type UnlinkedFigures = { chats: number; old: number; receivers: number; usualSeconds?: number };
export type UnlinkedPage = Page<UnlinkedChat> & { figures?: UnlinkedFigures };
export type HandoverChat = { id: string; name: string; kind: ConversationKind; messages: number; since: string; bridge?: BridgeMark };
export type HandoverPreview = {
  expected: string;
  contacts: { externalId: string; name: string; responsible?: Responsible }[];
  gains: HandoverChat[];
  loses: { member: PersonName; conversations: HandoverChat[] }[];
  keeps: { member: PersonName; conversation: { id: string; name: string }; rules: AccessRule[] }[];
};
export type HandoverRequest = { contactIds?: string[]; fromMemberId?: string; toMemberId: string; expected?: string };
export type Handover = { id: string; contacts: number; conversations: number };

export type Bridge = { id: string; kind: string; name: string; createdAt: string; enabled: boolean; webhookPath: string };
export type NewBridge = { id: string; kind: string; name: string; key: string; secret: string; webhookPath: string };

export type RunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'parked';
export type Run = {
  id: string;
  name: string;
  state: RunState;
  queuedAt: string;
  startedAt?: string;
  finishedAt?: string;
  durationMs?: number;
  attempt: number;
  result?: string;
  error?: string;
  canRetry: boolean;
};
export type Schedule = {
  name: string;
  schedule: string;
  nextRunAt?: string;
  running: boolean;
  paused: boolean;
  last?: Run;
  recent: { id: string; state: RunState; durationMs?: number }[];
};
export type JobBucket = { at: string; succeeded: number; failed: number; medianMs: number; p95Ms: number };
export type JobSummary = {
  running: number;
  queued: number;
  succeeded: number;
  failed: number;
  parked: number;
  outboxDelaySeconds: number;
  nodes: number;
  buckets: JobBucket[];
};

export type LiveEvent = { conversationId?: string; number?: number; revision?: number; at: string } & (
  | { type: 'messagePosted' | 'messageEdited' | 'messageDeleted' | 'reactionsChanged' | 'pinsChanged'; data: { entry: Entry } }
  | { type: 'draftChanged'; data: { thread: number; keptAt?: string } }
  | { type: 'typing'; data: Author }
  | { type: 'presenceChanged'; data: { participantId: string; presence: Presence } }
  | { type: 'readMoved'; data: { participantId: string; number: number; thread?: number; unreadCount?: number; mentionCount?: number } }
  | { type: 'conversationAppeared' | 'conversationDisappeared' | 'conversationChanged' | 'membersChanged'; data: Record<string, never> }
  | { type: 'invitationChanged'; data: { id: string; status: InvitationStatus } }
  | { type: 'jobChanged'; data: { name: string } }
);

export type Highlight = { start: number; length: number };
export type FoundPerson = { participantId: string; memberId?: string; displayName: string; isClient: boolean; company?: string; role?: Role; avatarUrl?: string };
type FoundText = { text: string; highlights: Highlight[] };
type FoundPlace = { conversationId: string; conversationName: string; kind: ConversationKind; isClientChat: boolean; at: string; person?: FoundPerson };

export type FoundMessage = FoundText & FoundPlace & { type: 'message'; number: number; author?: Author };
export type FoundFile = FoundText & FoundPlace & { type: 'file'; number: number; fileId: string; file: Attachment; author?: Author };
export type FoundConversation = FoundText & FoundPlace & { type: 'conversation' };
export type FoundHuman = FoundText & { type: 'person'; person: FoundPerson; conversationId?: string };
export type Found = FoundMessage | FoundFile | FoundConversation | FoundHuman;
export type SearchAnswer = { items: Found[]; nextCursor: string | null; catchingUp?: true };

export type WordKind = 'abbreviation' | 'longWord' | 'unreadable' | 'general' | 'work' | 'jobTitle' | 'firstName' | 'legalForm' | 'capitals' | 'brand';
export type WordLine = { kind: WordKind; word: string; value?: string; isOwn?: true };
export type NamingWords = { language: Locale; items: WordLine[]; removed: WordLine[] };

export type NameInReport = { conversationId: string; kind: ConversationKind; name: string; isClientChat: boolean; findings: Finding[]; suggestion?: string; canRename: boolean };
export type NamesReport = { items: NameInReport[]; checked: number; nextCursor: string | null };
export type FixedNames = { id: string; renamed: number; leftAlone: { conversationId: string; code: string; message: string }[] };
