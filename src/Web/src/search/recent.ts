import { readMember, writeMember } from '@/app/memberStorage';

const name = 'searches';
const atMost = 8;

export function recentSearches(memberId: string): string[] {
  return readMember<string[]>(memberId, name, []);
}

export function rememberSearch(memberId: string, typed: string): void {
  const same = (other: string) => other.toLowerCase() === typed.toLowerCase();
  writeMember(memberId, name, [typed, ...recentSearches(memberId).filter((other) => !same(other))].slice(0, atMost));
}

export function forgetSearches(memberId: string): void {
  writeMember(memberId, name, undefined);
}
