// The record's questions with a memory: an answer is kept as long as the log does not move. All answers are functions of the log, so
// nothing is ever stale, whoever files.

import type { Incident, TensionDay } from '../record/index.js';
import * as record from '../store/index.js';
import { type Recent, recentOf } from './recent.js';

/** Marks of a report by its key; none for most. */
export type MarksOf = (report: string) => readonly Marked[];
export type Marked = NonNullable<ReturnType<Awaited<ReturnType<typeof record.marksOf>>['get']>>[number];

export interface Ask {
  readonly position: () => Promise<record.Position>;
  /** What `make` gives, made once for each state of the log. */
  readonly once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
  readonly forget: (name: string) => void;
  readonly incidents: (filter: record.Filter) => ReturnType<typeof record.incidents>;
  readonly events: (filter: record.Filter) => ReturnType<typeof record.events>;
  readonly statements: (filter: record.Filter) => ReturnType<typeof record.statements>;
  readonly ledger: (filter: record.Filter) => ReturnType<typeof record.ledger>;
  readonly daybook: (filter: record.Filter) => ReturnType<typeof record.daybook>;
  readonly disputes: (filter: record.Filter) => ReturnType<typeof record.disputes>;
  readonly stories: (filter: record.Filter) => ReturnType<typeof record.stories>;
  readonly actors: (filter: record.Filter) => ReturnType<typeof record.actors>;
  readonly tension: (
    dyad: readonly [string, string],
    filter?: record.Filter & { readonly directed?: boolean },
  ) => Promise<TensionDay[]>;
  /** The last days of a dyad's tension, from what happened in them and shortly before: 180 at most. */
  readonly lately: (dyad: string, days: number) => Promise<readonly TensionDay[]>;
  /** The incidents of the last months, newest first, none later than the last dispatch. */
  readonly recent: () => Promise<readonly Incident[]>;
  readonly marks: () => Promise<MarksOf>;
  /** All marks of the records of a dispatch. */
  readonly marksIn: (dispatch: string) => Promise<readonly Marked[]>;
  /** First and last day of any dispatch, "" when there is none. */
  readonly span: () => Promise<{ readonly first: string; readonly last: string }>;
  /** The last day of any dispatch, "" when there is none. */
  readonly today: () => Promise<string>;
}

/** Answers kept at once; the one that was not asked for longest goes first. */
const KEPT = 600;
/** Answers as of an earlier time. */
const KEPT_PASTS = 60;

export function askOf(store: record.Store): Ask {
  let at = -1;
  let memory = new Map<string, Promise<unknown>>();
  const once = async <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const { seq } = await record.positionOf(store);
    if (seq !== at) {
      at = seq;
      memory = new Map();
    }
    const here = memory;
    const known = here.get(name);
    if (known) {
      here.delete(name);
      here.set(name, known);
      return known as Promise<T>;
    }
    const made = make();
    here.set(name, made);
    if (here.size > KEPT) here.delete(here.keys().next().value as string);
    // What failed is asked again.
    made.catch(() => here.delete(name));
    return made;
  };
  // What the record said before its last entry stays what it said: that is remembered while the log moves on.
  const pasts = new Map<string, Promise<unknown>>();
  const past = async <T>(name: string, asOf: string, make: () => Promise<T>): Promise<T> => {
    const { at: end } = await record.positionOf(store);
    if (asOf >= end) return once(name, make);
    const known = pasts.get(name);
    if (known) return known as Promise<T>;
    const made = make();
    pasts.set(name, made);
    if (pasts.size > KEPT_PASTS) pasts.delete(pasts.keys().next().value as string);
    made.catch(() => pasts.delete(name));
    return made;
  };
  const kept =
    <F, T>(name: string, ask: (store: record.Store, filter: F) => Promise<T>) =>
    (filter: F): Promise<T> => {
      const of = `${name} ${JSON.stringify(filter)}`;
      const { asOf } = filter as record.Filter;
      return asOf === undefined ? once(of, () => ask(store, filter)) : past(of, asOf, () => ask(store, filter));
    };
  const marked = () =>
    once('marks', async () => {
      const rows = await store.db.selectFrom('mark').select('report').distinct().execute();
      return record.marksOf(
        store,
        rows.map(({ report }) => report),
      );
    });
  const stories = kept('stories', record.stories);
  const today = async (): Promise<string> => (await stories({ limit: 1 }))[0]?.last ?? '';
  const memoryOf = recentOf(store);
  const recent = (): Promise<Recent> =>
    once('recent', async () => memoryOf((await record.positionOf(store)).seq, await today()));
  return {
    position: () => record.positionOf(store),
    once,
    forget: (name) => void memory.delete(name),
    incidents: kept('incidents', record.incidents),
    events: kept('events', record.events),
    statements: kept('statements', record.statements),
    ledger: kept('ledger', record.ledger),
    daybook: kept('daybook', record.daybook),
    disputes: kept('disputes', record.disputes),
    stories,
    actors: kept('actors', record.actors),
    tension: (dyad, filter = {}) =>
      once(`tension ${dyad.join('-')} ${JSON.stringify(filter)}`, () => record.tension(store, dyad, filter)),
    lately: async (dyad, days) => (await recent()).tension(dyad, days),
    recent: async () => (await recent()).incidents,
    marks: async () => {
      const found = await marked();
      return (report) => found.get(report) ?? [];
    },
    marksIn: async (dispatch) =>
      [...(await marked())].flatMap(([report, marks]) => (report.startsWith(`${dispatch}#`) ? marks : [])),
    span: () =>
      once('span', async () => {
        const row = await store.db
          .selectFrom('report')
          .select(({ fn }) => [fn.min('published').as('first'), fn.max('published').as('last')])
          .where('kind', '=', 'story')
          .executeTakeFirst();
        return { first: row?.first ?? '', last: row?.last ?? '' };
      }),
    today,
  };
}
