// A text as lines with offsets, and the small questions that the layout of wire copy asks of them.

/** One line: `text.slice(start, end)` is its content without the white space around it; a blank line has `start === end`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Columns of white space before the content; a tab counts four. */
  readonly indent: number;
}

/** White space in the sense of a layout: control characters (ETX of old wires), byte-order marks and hard spaces too. */
export function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** Cuts a text at "\n", "\r\n" or a lone "\r". */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
    lines.push(lineAt(text, from, to));
    from = to + (text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function lineAt(text: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  while (start < to && isSpace(text.charCodeAt(start))) {
    const code = text.charCodeAt(start++);
    if (code === 9) indent += 4;
    else if (code >= 32 && code !== 0xfeff && code !== 0x200b) indent++;
  }
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === end ? { start: from, end: from, indent: 0 } : { start, end, indent };
}

/** The content with every run of white space as one space. */
export function flat(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b]+/gu, ' ').trim();
}

/** True when a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…][\])"'”’»]*$/.test(text.slice(-6));
}

/** True when every letter is a capital, and there are some. */
export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3;
}
