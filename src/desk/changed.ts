// What changed since a reader last looked: the log's entries after a place in it, told as what they did to the record.

import { type EventReport, type Incident, incidentOf, type LedgerEntry } from '../record/index.js';
import * as record from '../store/index.js';
import type { Ask } from './ask.js';
import { shift } from './days.js';
import { editionName } from './names.js';

export interface Changed {
  /** When the reader last looked, ISO 8601 in UTC. */
  readonly from: string;
  readonly dispatches: number;
  readonly marks: number;
  /** New incidents, strongest first. */
  readonly incidents: readonly Incident[];
  /** How many incidents are new, and how many were told of again. */
  readonly fresh: number;
  readonly again: number;
  readonly commitments: readonly { readonly entry: LedgerEntry; readonly before: string | null }[];
  readonly meetings: readonly { readonly entry: record.DaybookEntry; readonly before: string | null }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly text: string;
    readonly before: string | null;
    readonly status: string;
  }[];
  readonly stories: readonly { readonly headline: string; readonly dispatch: string; readonly edition: string }[];
}

const SHOWN = 8;
/** Compared with what they were: as many as the crisis page asks for, so that the answer is there already. */
const COMPARED = 50;

/** What is new after entry `seq`, or null when nothing is. */
export async function changedSince(store: record.Store, ask: Ask, seq: number): Promise<Changed | null> {
  const since = await record.since(store, seq);
  if (since.dispatches + since.marks === 0) return null;
  const from = await record.filedAt(store, seq);
  // Before the first entry there was no record: everything in it is new.
  const asOf = from === '' ? '0000' : from;
  const events = since.touched.filter(({ kind }) => kind === 'event');
  const fresh = events.filter(({ known }) => !known);
  const incidents: Incident[] = [];
  for (const { cluster } of fresh.slice(0, 60))
    incidents.push(incidentOf((await record.togetherWith(store, cluster)) as readonly EventReport[]));
  const touched = (kind: string): number => since.touched.filter((one) => one.kind === kind).length;
  const pair = async <T extends { readonly id: string }>(
    kind: string,
    question: (filter: record.Filter) => Promise<readonly T[]>,
  ): Promise<readonly [T, T | undefined][]> => {
    if (touched(kind) === 0 && kind !== 'commitment') return [];
    const [now, then] = await Promise.all([
      question({ limit: COMPARED }),
      question({ limit: COMPARED + Math.min(COMPARED, touched(kind)), asOf }),
    ]);
    const before = new Map(then.map((one) => [one.id, one]));
    return now.map((one) => [one, before.get(one.id)]);
  };
  const [commitments, meetings, disputes, stories] = await Promise.all([
    pair('commitment', ask.ledger),
    // The newest first: the daybook itself begins with the oldest.
    pair('meeting', async (filter) => {
      const day = shift(await ask.today(), -45);
      return ask.daybook({ ...filter, from: day });
    }),
    pair('claim', ask.disputes),
    pair('story', ask.stories),
  ]);
  return {
    from,
    dispatches: since.dispatches,
    marks: since.marks,
    incidents: incidents
      .sort((a, b) => Math.abs(b.goldstein) - Math.abs(a.goldstein) || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN),
    fresh: fresh.length,
    again: events.length - fresh.length,
    commitments: commitments
      .filter(([now, then]) => now.status !== then?.status)
      .map(([entry, then]) => ({ entry, before: then?.status ?? null }))
      .slice(0, SHOWN),
    meetings: meetings
      .filter(([now, then]) => now.status !== then?.status || now.day !== then.day)
      .map(([entry, then]) => ({ entry, before: then ? `${then.status} ${then.dated ? then.day : ''}`.trim() : null }))
      .slice(0, SHOWN),
    disputes: disputes
      .filter(([now, then]) => now.status === 'disputed' && then?.status !== now.status)
      .map(([now, then]) => ({
        id: now.id,
        text: now.stances[0].text,
        before: then?.status ?? null,
        status: now.status,
      }))
      .slice(0, SHOWN),
    stories: stories
      .filter(([now, then]) => now.editions.length !== then?.editions.length)
      .map(([now]) => {
        const last = now.editions[now.editions.length - 1];
        return {
          headline: now.headline,
          dispatch: last.dispatch,
          edition: editionName(last.edition, 'new'),
        };
      })
      .slice(0, SHOWN),
  };
}
