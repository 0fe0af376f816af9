// The feeds that the desk follows. They are settings, not part of the record: what came through them is in the log.

import type { Store } from './open.js';

export interface Feed {
  readonly address: string;
  readonly added_at: string;
  /** When it was last asked, and what came of it; null before the first time. */
  readonly asked_at: string | null;
  readonly said: string | null;
}

export async function feeds(store: Store): Promise<readonly Feed[]> {
  return store.db.selectFrom('feed').selectAll().orderBy('added_at').orderBy('address').execute();
}

/** Adds a feed; one that is there already stays as it is. */
export async function addFeed(store: Store, address: string, at: string): Promise<void> {
  await store.db
    .insertInto('feed')
    .values({ address, added_at: at, asked_at: null, said: null })
    .onConflict((on) => on.column('address').doNothing())
    .execute();
}

export async function removeFeed(store: Store, address: string): Promise<void> {
  await store.db.deleteFrom('feed').where('address', '=', address).execute();
}

/** Keeps what came of asking a feed. */
export async function feedSaid(store: Store, address: string, said: string, at: string): Promise<void> {
  await store.db.updateTable('feed').set({ asked_at: at, said }).where('address', '=', address).execute();
}
