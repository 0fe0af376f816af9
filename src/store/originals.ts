// The bytes of a dispatch as they came.

import { gunzipSync } from 'node:zlib';
import type { Store } from './open.js';

/** The document in which the dispatch came, byte for byte (unpacked when it was gzip); null when it is not there or was not kept. */
export async function originalOf(store: Store, key: string): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('log')
    .innerJoin('original', 'original.hash', 'log.original')
    .select(['original.encoding', 'original.bytes'])
    .where('log.key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  return new Uint8Array(row.encoding === 'gzip' ? gunzipSync(row.bytes) : row.bytes);
}
