import { Fragment, type ReactNode } from 'react';

const open = '\uE000';
const close = '\uE001';
const placeholder = /\uE000(\w+)\uE001/;

/** Stands for an element while a text is being translated; `Rich` puts the element in. */
export function slot(name: string): string {
  return open + name + close;
}

/** A translated sentence with elements in it. Names of people never pass through a parser. */
export function Rich({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  const pieces = text.split(placeholder);
  return pieces.map((piece, index) => <Fragment key={index}>{index % 2 === 1 ? parts[piece] : piece}</Fragment>);
}
