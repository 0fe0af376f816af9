// In which stories words with certain beginnings stand: one question for any number of beginnings, whose text does not depend on them.

import { CompiledQuery } from 'kysely';
import type { Store } from './open.js';

/** Beginnings, and dispatches, that a statement is given at a time. */
const GIVEN = 2000;

/** Of each dispatch the beginnings that some word of its story has; dispatches without any are left out. */
export async function storiesWith(
  store: Store,
  beginnings: readonly string[],
  dispatches: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  if (beginnings.length === 0 || dispatches.length === 0) return found;
  const stories = await placesOf(store, dispatches);
  for (let i = 0; i < beginnings.length; i += GIVEN) {
    for (const { beginning, places } of await askedFor(store, beginnings.slice(i, i + GIVEN), [...stories.keys()])) {
      for (const place of places?.split(' ') ?? []) {
        const dispatch = stories.get(place);
        if (dispatch === undefined) continue;
        const known = found.get(dispatch);
        if (known) known.add(beginning);
        else found.set(dispatch, new Set([beginning]));
      }
    }
  }
  return found;
}

/** The places in the index of words where the stories of the dispatches stand, each with its dispatch: row numbers in SQLite, keys in PostgreSQL. */
async function placesOf(store: Store, dispatches: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (store.dialect === 'postgres') return new Map(dispatches.map((dispatch) => [storyOf(dispatch), dispatch]));
  const found = new Map<string, string>();
  for (let i = 0; i < dispatches.length; i += GIVEN) {
    const { rows } = await store.db.executeQuery<{ place: number; dispatch: string }>(
      CompiledQuery.raw('select rowid as place, dispatch from report where key in (select value from json_each(?))', [
        JSON.stringify(dispatches.slice(i, i + GIVEN).map(storyOf)),
      ]),
    );
    for (const { place, dispatch } of rows) found.set(String(place), dispatch);
  }
  return found;
}

const storyOf = (dispatch: string): string => `${dispatch}#story`;

/** The places of each beginning among those of the stories, as one text: thousands of rows would cost more than the search. */
async function askedFor(
  store: Store,
  beginnings: readonly string[],
  stories: readonly string[],
): Promise<readonly { readonly beginning: string; readonly places: string | null }[]> {
  const { rows } = await store.db.executeQuery<{ beginning: string; places: string | null }>(
    store.dialect === 'sqlite'
      ? CompiledQuery.raw(
          `select value as beginning, (select group_concat(rowid, ' ') from found
          where found match '"' || value || '"*' and +rowid in (select value from json_each(?))) as places
          from json_each(?)`,
          [`[${stories.join(',')}]`, JSON.stringify(beginnings)],
        )
      : CompiledQuery.raw(
          `select value as beginning, (select string_agg(report, ' ') from found
          where words @@ to_tsquery('simple', value || ':*') and report = any($2::text[])) as places
          from unnest($1::text[]) as given (value)`,
          [beginnings, stories],
        ),
  );
  return rows;
}
