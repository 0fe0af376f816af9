// By which version of the record's functions the projections were made. When those change, old and new projections must not stand beside
// one another: the store says so, and `chancery rebuild` makes all of them anew from the log.

import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

/** Counted up whenever `reportsOf`, `blocksOf` or `same` would give another result for a reading that was filed before. */
export const PROJECTIONS = 19;

const NAME = 'projections';

/** False when the projections were made by another version. */
export async function areCurrent(db: Kysely<Schema>): Promise<boolean> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return Number(row?.value ?? 0) === PROJECTIONS;
}

/** Notes that they were made by this version. */
export async function setCurrent(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('setting').where('name', '=', NAME).execute();
  await db
    .insertInto('setting')
    .values({ name: NAME, value: String(PROJECTIONS) })
    .execute();
}
