// Lists by key. What comes from a compiled file stands packed until its key is first asked for.

/** A map of lists. */
export class Shelf<T> {
  private readonly lists = new Map<string, T[] | string>();

  /** @param unpack makes the list of a packed text */
  constructor(private readonly unpack: (packed: string) => T[] = () => []) {}

  get(key: string): readonly T[] {
    return this.listOf(key) ?? [];
  }

  /** Adds to the end of a key's list. */
  push(key: string, value: T): void {
    const there = this.listOf(key);
    if (there) there.push(value);
    else this.lists.set(key, [value]);
  }

  /** Puts in the whole list of a key unread. */
  setPacked(key: string, packed: string): void {
    this.lists.set(key, packed);
  }

  /** Everything in it, in the order in which the keys came. */
  *all(): Generator<readonly [key: string, list: readonly T[]]> {
    for (const key of this.lists.keys()) yield [key, this.get(key)];
  }

  private listOf(key: string): T[] | undefined {
    const there = this.lists.get(key);
    if (typeof there !== 'string') return there;
    const list = this.unpack(there);
    this.lists.set(key, list);
    return list;
  }
}
