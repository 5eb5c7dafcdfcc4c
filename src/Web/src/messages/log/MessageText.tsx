import { memo, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { Mention } from '@/api/types';
import { markMentions } from '../mentions/markMentions';
import classes from './MessageText.module.css';

const mayBeMarkdown = /[*_`~[\]#>|<\\]|https?:|www\.|@|^\s*([-+]|\d+[.)])\s/m;

const schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((tag) => tag !== 'img'), 'mark'],
  attributes: { ...defaultSchema.attributes, mark: ['dataMine'] },
};

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  h1: ({ children }) => <p className={classes.heading}>{children}</p>,
  h2: ({ children }) => <p className={classes.heading}>{children}</p>,
  h3: ({ children }) => <p className={classes.heading}>{children}</p>,
  h4: ({ children }) => <p className={classes.heading}>{children}</p>,
  h5: ({ children }) => <p className={classes.heading}>{children}</p>,
  h6: ({ children }) => <p className={classes.heading}>{children}</p>,
  input: ({ checked }) => <span aria-hidden="true">{checked ? '☑' : '☐'}</span>,
  table: ({ children }) => (
    <div className={classes.table}>
      <table>{children}</table>
    </div>
  ),
};

type MarkdownNode = { type: string; value?: string; children?: MarkdownNode[] };

const holdsBlocks = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** HTML means nothing here, so it is shown as it was written; left alone, it would vanish, and the message with it. */
function htmlAsText() {
  const walk = (parent: MarkdownNode) => {
    parent.children = parent.children?.map((node) => {
      walk(node);
      if (node.type !== 'html') return node;
      const text = { type: 'text', value: node.value ?? '' };
      return holdsBlocks.has(parent.type) ? { type: 'paragraph', children: [text] } : text;
    });
  };
  return walk;
}

type MessageTextProps = { text: string; mentions?: Mention[] | undefined; meId?: string | undefined };

/** What somebody wrote. Marks become structure, HTML stays text, line breaks stay where they were. */
export const MessageText = memo(function MessageText({ text, mentions, meId }: MessageTextProps) {
  const plugins = useMemo(() => [remarkGfm, htmlAsText, ...(mentions ? [markMentions(text, mentions, meId)] : [])], [text, mentions, meId]);
  if (!mayBeMarkdown.test(text)) {
    return (
      <div className={classes.text}>
        <p>{text}</p>
      </div>
    );
  }
  return (
    <div className={classes.text}>
      <Markdown remarkPlugins={plugins} rehypePlugins={[[rehypeSanitize, schema]]} components={components}>
        {text}
      </Markdown>
    </div>
  );
});
