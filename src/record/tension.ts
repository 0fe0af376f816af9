// The tension of a dyad by day, from its incidents. An incident counts once, however often it is told, with its Goldstein value times
// what its modality and its sourcing are worth, times the chance that it is right. The index is a decayed sum with a half-life of seven
// days, drawn to -100 (cooperation) .. 100 (conflict). Its uncertainty is that of the incidents (each is right or not, with its
// confidence). Changes of level are found with PELT (R. Killick, P. Fearnhead, I. Eckley, "Optimal detection of changepoints with a linear
// computational cost", 2012) with a Gaussian mean cost.

import { daysBetween } from './days.js';
import type { Act } from './incidents.js';

/** One day of a dyad. */
export interface TensionDay {
  readonly day: string;
  /** Weighted Goldstein points of the day's conflict, 0 or more. */
  readonly conflict: number;
  /** Weighted Goldstein points of the day's cooperation, 0 or more. */
  readonly cooperation: number;
  /** -100 .. 100; 0 is calm. */
  readonly index: number;
  /** Half the width of the index's 95 % interval. */
  readonly uncertainty: number;
  /** True on the first day of a new level. */
  readonly change: boolean;
  /** Ids of the day's incidents. */
  readonly incidents: readonly string[];
}

/** What a modality is worth beside what happened. */
export const MODALITY_WEIGHT: Readonly<Record<string, number>> = {
  happened: 1,
  ongoing: 1,
  planned: 0.5,
  requested: 0.5,
  conditional: 0.3,
  hypothetical: 0.15,
};
/** What a word is worth beside the dispatch's own. */
export const SOURCING_WEIGHT: Readonly<Record<string, number>> = {
  named: 1,
  spokesperson: 1,
  organisation: 1,
  document: 1,
  media: 0.8,
  anonymous: 0.7,
  none: 0.6,
};
const DECAY = 0.5 ** (1 / 7);
/** Days before and after an incident in which the level can be told. */
const QUIET = 30;
/** Points at which the index stands at 76. */
const SCALE = 30;

/** The weight of an incident, before its Goldstein value: 0 for what did not happen. */
export function weightOf(incident: Act): number {
  if (incident.negated || incident.withdrawn) return 0;
  const grades = incident.reports.map(({ sourcing }) => (sourcing === null ? 1 : (SOURCING_WEIGHT[sourcing] ?? 1)));
  return (MODALITY_WEIGHT[incident.modality] ?? 1) * Math.max(...grades) * (incident.denied ? 0.7 : 1);
}

/** The days from the first to the last incident, or of the given range. Empty when there is no incident. */
export function tensionOf(incidents: readonly Act[], from?: string, to?: string): TensionDay[] {
  const dated = incidents.filter(({ day }) => /^\d{4}-\d\d-\d\d$/.test(day));
  if (dated.length === 0) return [];
  const byDay = new Map<string, Act[]>();
  for (const incident of [...dated].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const list = byDay.get(incident.day);
    if (list) list.push(incident);
    else byDay.set(incident.day, [incident]);
  }
  const days = [...byDay.keys()].sort();
  const run = busiest(days, byDay);
  const start = from ?? (to === undefined || run[0] <= to ? run[0] : days[0]);
  const end = to ?? (start <= run[1] ? run[1] : days[days.length - 1]);
  const count = Math.min(daysBetween(start, end) + 1, LONGEST);
  if (!(count > 0)) return [];
  let level = 0;
  let variance = 0;
  // What happened before the range still weighs in it.
  for (const day of days.filter((known) => known < start)) {
    const { balance, spread } = sumOf(byDay.get(day) ?? []);
    const passed = DECAY ** daysBetween(day, start);
    level += balance * passed;
    variance += spread * passed * passed;
  }
  const balances: number[] = [];
  const found: Omit<TensionDay, 'change'>[] = [];
  for (const day of daysFrom(start, count)) {
    const acts = byDay.get(day) ?? NONE;
    const sum = acts.length > 0 ? sumOf(acts) : CALM;
    level = level * DECAY + sum.balance;
    variance = variance * DECAY * DECAY + sum.spread;
    balances.push(sum.balance);
    const index = 100 * Math.tanh(level / SCALE);
    const slope = (100 / SCALE) * (1 - Math.tanh(level / SCALE) ** 2);
    found.push({
      day,
      conflict: round(sum.conflict),
      cooperation: round(sum.cooperation),
      index: round(index),
      uncertainty: round(1.96 * slope * Math.sqrt(variance)),
      incidents: acts.map(({ id }) => id),
    });
  }
  // Years without an incident would pass for a level of their own, and for calm noise: of a quiet stretch only its ends count.
  const near = new Uint8Array(count);
  for (const day of days) {
    const at = daysBetween(start, day);
    near.fill(1, Math.min(count, Math.max(0, at - QUIET)), Math.min(count, Math.max(0, at + QUIET + 1)));
  }
  const counted = balances.flatMap((_, i) => (near[i] === 1 ? [i] : []));
  const changes = new Set(changePoints(counted.map((i) => balances[i])).map((at) => counted[at]));
  return found.map((day, i) => ({ ...day, change: changes.has(i) }));
}

/** Days that are drawn at most, and days without an incident that part one time from another. */
const LONGEST = 20_000;
const PAUSE = 120;

/**
 * First and last day of the time of which most is told. News tells in passing of the war of 1812 and of a treaty that ends in 2040: when
 * nobody says from when to when, the index is drawn where the incidents are. The later time, of two with as many.
 */
function busiest(days: readonly string[], byDay: ReadonlyMap<string, readonly Act[]>): readonly [string, string] {
  let best: readonly [string, string] = [days[0], days[0]];
  let most = 0;
  let first = days[0];
  let told = 0;
  days.forEach((day, i) => {
    if (i > 0 && daysBetween(days[i - 1], day) > PAUSE) [first, told] = [day, 0];
    told += byDay.get(day)?.length ?? 0;
    if (told >= most) [best, most] = [[first, day], told];
  });
  return best;
}

const NONE: readonly Act[] = [];
const CALM = { conflict: 0, cooperation: 0, balance: 0, spread: 0 };

/** So many days from `start` on, ISO 8601. Counted, since decades of them are asked for. */
function daysFrom(start: string, count: number): string[] {
  const first = new Date(`${start}T00:00:00Z`);
  const found: string[] = [];
  for (let [year, month] = [first.getUTCFullYear(), first.getUTCMonth()]; found.length < count; month++) {
    if (month === 12) [year, month] = [year + 1, 0];
    const stem = new Date(Date.UTC(year, month)).toISOString().slice(0, 8);
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    for (let day = found.length === 0 ? first.getUTCDate() : 1; day <= last && found.length < count; day++)
      found.push(`${stem}${day < 10 ? '0' : ''}${day}`);
  }
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

function sumOf(incidents: readonly Act[]): {
  conflict: number;
  cooperation: number;
  balance: number;
  spread: number;
} {
  let conflict = 0;
  let cooperation = 0;
  let spread = 0;
  for (const incident of incidents) {
    const points = incident.goldstein * weightOf(incident);
    if (points < 0) conflict -= points * incident.confidence;
    else cooperation += points * incident.confidence;
    spread += points * points * incident.confidence * (1 - incident.confidence);
  }
  return { conflict, cooperation, balance: conflict - cooperation, spread };
}

/**
 * Positions at which the mean of a series changes (PELT, Gaussian cost, penalty 3 log n times the series' own variance by differences).
 * @returns indices of the first value of each new level, ascending; none for fewer than 14 values
 */
export function changePoints(series: readonly number[], least = 7): number[] {
  const n = series.length;
  if (n < 2 * least) return [];
  const sum = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  let jumps = 0;
  for (let i = 0; i < n; i++) {
    sum[i + 1] = sum[i] + series[i];
    squares[i + 1] = squares[i] + series[i] * series[i];
    if (i > 0) jumps += (series[i] - series[i - 1]) ** 2;
  }
  const noise = jumps / (2 * (n - 1));
  if (noise === 0) return [];
  const cost = (a: number, b: number): number => squares[b] - squares[a] - (sum[b] - sum[a]) ** 2 / (b - a);
  const penalty = 3 * Math.log(n) * noise;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(n + 1).fill(-1);
  best[0] = -penalty;
  let candidates = [0];
  for (let end = least; end <= n; end++) {
    for (const start of candidates) {
      if (end - start < least) continue;
      const total = best[start] + cost(start, end) + penalty;
      if (total < best[end]) {
        best[end] = total;
        before[end] = start;
      }
    }
    // One that is no better than the best can never be better later. Ties go too: in years without an incident all are tied.
    candidates = candidates.filter((start) => end - start < least || best[start] + cost(start, end) < best[end]);
    candidates.push(end - least + 1);
  }
  const points: number[] = [];
  for (let end = before[n]; end > 0; end = before[end]) points.push(end);
  return points.reverse();
}
