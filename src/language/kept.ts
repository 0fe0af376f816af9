// What was worked out for a word is kept for the next time it stands in a text, in bounded room: two generations, of which the older is
// dropped when the younger is full. What is asked for again in between moves to the younger, so that frequent words stay.

/** A map of strings to anything but undefined that holds at most twice `half` entries. */
export class Kept<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  constructor(private readonly half: number) {}

  get(key: string): V | undefined {
    const known = this.young.get(key);
    if (known !== undefined || this.old.size === 0) return known;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    if (this.young.size >= this.half) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}

/** A piece of a text of this many characters or more is not copied by V8: it holds the whole text. */
const SLICED = 13;

/** The same characters in a string that holds no other: a word that is kept must not keep its dispatch. */
export function own(piece: string): string {
  if (piece.length < SLICED) return piece;
  const parts: string[] = [];
  for (let i = 0; i < piece.length; i += SLICED - 1) parts.push(piece.slice(i, i + SLICED - 1));
  return parts.join('');
}
