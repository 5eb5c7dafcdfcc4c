import type { Mention } from '@/api/types';

type MarkdownNode = { type: string; value?: string; children?: MarkdownNode[]; data?: { hName: string; hProperties?: Record<string, string> } };

/** Puts a mark around each call in a message, a stronger one where it calls the reader, if he is to be told. The calls are met in the order of the text, and never in code. */
export function markMentions(text: string, mentions: Mention[], meId: string | undefined) {
  return () => (tree: MarkdownNode) => {
    const waiting = [...new Map(mentions.map((mention) => [mention.start, mention])).values()].map(({ start, length }) => ({
      said: text.slice(start, start + length),
      isMine: meId !== undefined && mentions.some((same) => same.start === start && (same.participantId === undefined || same.participantId === meId)),
    }));
    const split = (value: string): MarkdownNode[] => {
      const parts: MarkdownNode[] = [];
      let rest = value;
      for (let next = waiting[0]; next; next = waiting[0]) {
        const at = rest.indexOf(next.said);
        if (at < 0) break;
        if (at > 0) parts.push({ type: 'text', value: rest.slice(0, at) });
        parts.push({ type: 'mention', data: { hName: 'mark', ...(next.isMine && { hProperties: { dataMine: 'true' } }) }, children: [{ type: 'text', value: next.said }] });
        rest = rest.slice(at + next.said.length);
        waiting.shift();
      }
      return rest === '' ? parts : [...parts, { type: 'text', value: rest }];
    };
    const walk = (node: MarkdownNode): void => {
      node.children = node.children?.flatMap((child) => {
        if (child.type === 'text') return split(child.value ?? '');
        walk(child);
        return [child];
      });
    };
    walk(tree);
  };
}
