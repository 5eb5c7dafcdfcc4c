export function conversationLink(conversationId: string): string {
  return `${window.location.origin}/c/${conversationId}`;
}

export function messageLink(conversationId: string, number: number): string {
  return `${conversationLink(conversationId)}/m/${number}`;
}
