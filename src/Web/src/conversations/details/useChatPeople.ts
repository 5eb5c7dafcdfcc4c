import { useQuery } from '@tanstack/react-query';
import type { AccessRule, Conversation, ConversationMember, Participant, Viewer } from '@/api/types';
import { useMe } from '@/organizations/me';
import { conversationMembersQuery, participantsQuery, viewersQuery } from '../queries';

/** Somebody in a chat, with everything this page may know of him there. */
export type ChatPerson = {
  participantId: string;
  memberId: string | undefined;
  displayName: string;
  isClient: boolean;
  avatarUrl: string | undefined;
  rules: AccessRule[];
  participant: Participant | undefined;
  membership: ConversationMember | undefined;
};

export function useChatPeople(conversation: Conversation) {
  const me = useMe();
  const participants = useQuery(participantsQuery(conversation.id));
  const members = useQuery(conversationMembersQuery(conversation.id));
  const viewers = useQuery(viewersQuery(conversation.id));
  const queries = [participants, members];
  const failed = queries.find((query) => query.isError && query.data === undefined);

  const people = gather(participants.data ?? [], members.data ?? [], viewers.data?.items ?? []);
  const isGuest = me.role === 'guest';
  return {
    clients: people.filter(({ isClient, participantId }) => isClient && !(isGuest && participantId === me.id)),
    company: people.filter(({ isClient }) => !isClient),
    pending: queries.some((query) => query.isPending),
    error: failed?.error,
    retry: () => queries.forEach((query) => void query.refetch()),
  };
}

export function gather(participants: Participant[], members: ConversationMember[], viewers: Viewer[]): ChatPerson[] {
  const people = new Map<string, ChatPerson>();
  const membership = (memberId: string | undefined) => members.find((member) => member.memberId === memberId);

  for (const participant of participants) {
    const { participantId, memberId, displayName, isClient, avatarUrl } = participant;
    people.set(participantId, { participantId, memberId, displayName, isClient, avatarUrl, rules: [], participant, membership: membership(memberId) });
  }
  for (const viewer of viewers) {
    const known = people.get(viewer.participantId);
    if (known) known.rules = viewer.rules ?? [];
    else people.set(viewer.participantId, { ...viewer, memberId: viewer.memberId, avatarUrl: viewer.avatarUrl, rules: viewer.rules ?? [], participant: undefined, membership: membership(viewer.memberId) });
  }
  for (const member of members) {
    if (people.has(member.memberId)) continue;
    const { memberId, displayName, isClient, avatarUrl } = member;
    people.set(memberId, { participantId: memberId, memberId, displayName, isClient, avatarUrl, rules: [], participant: undefined, membership: member });
  }
  return Array.from(people.values());
}
