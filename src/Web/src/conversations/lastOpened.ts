import { readMember, writeMember } from '@/app/memberStorage';

export function rememberOpened(memberId: string, conversationId: string): void {
  writeMember(memberId, 'lastOpened', conversationId);
}

export function lastOpened(memberId: string): string | undefined {
  return readMember<string | undefined>(memberId, 'lastOpened', undefined);
}
