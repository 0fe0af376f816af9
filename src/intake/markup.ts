// From marked-up text (HTML, XHTML, NITF) to plain text with paragraphs, and small questions to its tree.
// htmlparser2 reads HTML and XML alike, follows no link, and expands no entity that a document declares itself.

import type { AnyNode, Document, Element, ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { ChanceryError } from '../errors.js';

/** Elements open at once; the parser's cost grows with the square of it, and no page of news comes near. */
const DEEPEST = 5000;

export function parseHtml(text: string): Document {
  checkDepth(text);
  return parseDocument(text, { decodeEntities: true });
}

export function parseXml(text: string): Document {
  checkDepth(text);
  return parseDocument(text, { xmlMode: true, decodeEntities: true });
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/i;

/** Counts what is opened and not closed; elements that HTML closes by itself do not count. */
function checkDepth(text: string): void {
  let depth = 0;
  for (const match of text.matchAll(/<(\/?)([a-z][\w:.-]{0,40})/gi)) {
    if (match[1] !== '') depth = Math.max(0, depth - 1);
    else if (!VOID.test(match[2])) depth++;
    if (depth > DEEPEST) throw new ChanceryError('E019', null);
  }
}

const BLOCKS = new Set(
  'address article aside blockquote body br.block dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main nav ol p pre section table tbody tfoot thead tr ul block body.content body.end body.head hedline byline dateline tagline note lead media'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template svg iframe object video audio form button select nav figure figcaption picture media head title'.split(
    ' ',
  ),
);

/** The text of nodes: blocks parted by a blank line, rows of a table by a line break, list items marked with "•". */
export function textOf(nodes: readonly AnyNode[]): string {
  const out: string[] = [];
  const stack: (AnyNode | string)[] = [...nodes].reverse();
  // A stack instead of recursion: hostile pages nest a hundred thousand elements.
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      out.push(node);
      continue;
    }
    if (node.type === 'text') {
      out.push(named(node.data).replace(/[ \t\r\n\f]+/g, ' '));
      continue;
    }
    if (node.type === 'cdata') {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
      continue;
    }
    if (node.type !== 'tag' && node.type !== 'root') continue;
    const name = node.type === 'tag' ? local(node) : '';
    if (SKIPPED.has(name)) continue;
    const [before, after] = edges(name);
    stack.push(after);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
    stack.push(before);
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+$/g, '').replace(/^ +/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function edges(name: string): [string, string] {
  if (name === 'br') return ['\n', ''];
  if (name === 'li') return ['\n\n• ', '\n\n'];
  if (name === 'tr') return ['\n', '\n'];
  if (name === 'td' || name === 'th') return ['', '   '];
  return BLOCKS.has(name) ? ['\n\n', '\n\n'] : ['', ''];
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

/** The few entities of HTML that XML feeds use without declaring them. */
function named(text: string): string {
  return text.includes('&') ? text.replace(/&([a-z]{4,6});/g, (whole, name: string) => NAMED[name] ?? whole) : text;
}

/** The name without its namespace prefix. */
export function local(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** Every element of one of the names below `root`, in document order. */
export function elements(root: ParentNode, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const stack: AnyNode[] = [...root.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    // A <script> is an element of its own type in domhandler; JSON-LD stands in it.
    if ((node.type === 'tag' || node.type === 'script') && names.includes(local(node))) found.push(node);
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
  }
  return found;
}

/** First element of one of the names below `root`, or null; an earlier name counts more than an earlier place. */
export function first(root: ParentNode, ...names: readonly string[]): Element | null {
  for (const name of names) {
    const found = elements(root, name);
    if (found.length > 0) return found[0];
  }
  return null;
}

/** The flat text of the first element of one of the names, or null when there is none or nothing in it. */
export function value(root: ParentNode, ...names: readonly string[]): string | null {
  for (const name of names)
    for (const element of elements(root, name)) {
      const text = textOf(element.children).replace(/\s+/g, ' ').trim();
      if (text !== '') return text;
    }
  return null;
}

export function attribute(element: Element | null, name: string): string | null {
  const found = element?.attribs[name];
  return found === undefined || found.trim() === '' ? null : found.trim();
}
