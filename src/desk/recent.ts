// The incidents of the last months, held in memory: what the tension of many dyads is made from at once. After a filing only what the new
// dispatches touched is read anew, so that a desk on a large record keeps up with the wire.

import {
  type EventReport,
  type Incident,
  incidentOf,
  type Party,
  type TensionDay,
  tensionOf,
} from '../record/index.js';
import * as record from '../store/index.js';
import { shift } from './days.js';

export interface Recent {
  /** Incidents whose day lies in the window, by day. */
  readonly incidents: readonly Incident[];
  /** The last so many days of a dyad's tension, up to the last dispatch. */
  readonly tension: (dyad: string, days: number) => readonly TensionDay[];
}

/** Days shown at most, and what still weighs before them: ten half-lives. */
export const LONGEST = 180;
const BEFORE = 70;
/** Incidents held at most, the newest first; a record with more in these days has its oldest cut off. */
const MOST = 20_000;
/** More clusters touched than this, and all is read anew. */
const TOUCHED = 1500;

interface Held {
  readonly seq: number;
  readonly today: string;
  readonly withdrawn: number;
  /** Incidents by their cluster, which is the key of their least report. */
  readonly incidents: Map<string, Incident>;
  /** Cluster of each report. */
  readonly clusters: Map<string, string>;
}

/** Gives the recent incidents of the state of the log that is asked for. */
export function recentOf(store: record.Store): (seq: number, today: string) => Promise<Recent> {
  let held: Held | null = null;
  let kept = new Map<string, { readonly of: readonly Incident[]; readonly made: readonly TensionDay[] }>();
  return async (seq, today) => {
    const withdrawn = await record.withdrawnDispatches(store);
    const moved = held === null || held.today !== today || held.withdrawn !== withdrawn.size;
    const before = moved ? null : held;
    held = (before && (await brought(store, before, seq, withdrawn))) ?? (await readAll(store, seq, today, withdrawn));
    const last = shift(today, 1);
    const incidents = [...held.incidents.values()].filter(({ day }) => day < last).sort(byDay);
    const bySide = sidesOf(incidents);
    const known = moved ? new Map<string, { of: readonly Incident[]; made: readonly TensionDay[] }>() : kept;
    kept = known;
    return {
      incidents,
      tension: (dyad, days) => {
        const of = between(bySide, dyad, shift(today, -days - BEFORE));
        const name = `${dyad} ${days}`;
        const last = known.get(name);
        if (last && last.of.length === of.length && last.of.every((one, i) => one === of[i])) return last.made;
        const made = of.length === 0 ? [] : tensionOf(of, undefined, today).slice(-days);
        known.set(name, { of, made });
        return made;
      },
    };
  };
}

const byDay = (a: Incident, b: Incident): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

async function readAll(store: record.Store, seq: number, today: string, withdrawn: ReadonlySet<string>): Promise<Held> {
  const from = shift(today, -LONGEST - BEFORE);
  const held: Held = { seq, today, withdrawn: withdrawn.size, incidents: new Map(), clusters: new Map() };
  for (const incident of await record.incidents(store, { limit: MOST, ...(from === '' ? {} : { from }) }))
    put(held, incident);
  return held;
}

function put({ incidents, clusters }: Held, incident: Incident): void {
  for (const { key } of incident.reports) {
    // A report that joins two clusters, or is less than the least of one, gives them another name.
    const old = clusters.get(key);
    if (old !== undefined && old !== incident.id) incidents.delete(old);
    clusters.set(key, incident.id);
  }
  incidents.set(incident.id, incident);
}

/** What is held with what was filed since; null when so much was that it is quicker to read it all. */
async function brought(
  store: record.Store,
  before: Held,
  seq: number,
  withdrawn: ReadonlySet<string>,
): Promise<Held | null> {
  if (before.seq === seq) return before;
  const { touched } = await record.since(store, before.seq, TOUCHED);
  if (touched.length >= TOUCHED || seq < before.seq) return null;
  const held: Held = { ...before, seq };
  for (const { kind, cluster } of touched)
    if (kind === 'event')
      put(held, incidentOf((await record.togetherWith(store, cluster)) as readonly EventReport[], withdrawn));
  return held;
}

/** Incidents by every code and country that takes part. */
function sidesOf(incidents: readonly Incident[]): ReadonlyMap<string, readonly Incident[]> {
  const sides = new Map<string, Incident[]>();
  for (const incident of incidents) {
    const names = new Set<string>();
    for (const { country, code } of [...incident.sources, ...incident.targets]) {
      names.add(code);
      if (country) names.add(country);
    }
    for (const name of names) {
      const list = sides.get(name);
      if (list) list.push(incident);
      else sides.set(name, [incident]);
    }
  }
  return sides;
}

/** Those that lie between two sides: one does it and the other suffers it or does it too. */
function between(sides: ReadonlyMap<string, readonly Incident[]>, dyad: string, from: string): readonly Incident[] {
  const [a, b] = dyad.split('-');
  const is = (side: string) => (party: Party) => party.country === side || party.code === side;
  return (sides.get(a) ?? []).filter(
    ({ day, sources, targets }) =>
      day >= from &&
      ((sources.some(is(a)) && (targets.some(is(b)) || sources.some(is(b)))) ||
        (sources.some(is(b)) && targets.some(is(a)))),
  );
}
