// Who counts as a side of a crisis. The words of threats and talks stand in every report of business and sport; what makes them political is who speaks
// and that there is somebody else to speak to.

import type { Cast } from '../actors/index.js';
import type { Actor } from '../records.js';

const POLITICAL = new Set([
  'GOV',
  'MIL',
  'REB',
  'OPP',
  'LEG',
  'SPY',
  'PTY',
  'PRE',
  'UAF',
  'SEP',
  'PRM',
  'ELI',
  'PAR',
  'INS',
]);
const ARMED = new Set(['REB', 'OPP', 'SEP', 'PRM', 'UAF', 'INS']);

/** Radios and agencies that are their state's voice. */
const VOICES =
  /\b(radio (?!free|liberty)|radio$|tass|novosti|izvestia|xinhua|new china|people's daily|kcna|rodong|irna|sana|jana|suna|tanjug|prensa latina|granma|adn|bta|agerpres|tanyug|state (tv|television|media|radio|news)|official (news )?agency)/i;

const UNKNOWN = '?';

/** True for the side of somebody of whom only the office is known. */
export const isUnknown = (side: string | null): boolean => side === null || side.startsWith(UNKNOWN);

/** The political sides of a dispatch. */
export interface Political {
  /** True for a state, a body of states, an armed or a political group, and whoever speaks for one. */
  readonly is: (id: string | null) => boolean;
  /** The side that an actor belongs to: a country, a body, a group; null for the unpolitical. */
  readonly side: (id: string | null) => string | null;
  /** How many sides the dispatch has. */
  readonly count: number;
}

export function sidesOf(cast: Cast): Political {
  const sides = new Map<string, string>();
  for (const actor of cast.actors) {
    const side = sideOf(actor);
    if (side !== null) sides.set(actor.id, side);
  }
  const side = (id: string | null): string | null => (id === null ? null : (sides.get(id) ?? null));
  // A country counts as a side when only its people or ships are in the text: somebody else is there to be spoken to.
  const all = new Set([...sides.values()].filter((name) => !name.startsWith(UNKNOWN)));
  for (const { country } of cast.actors) if (country !== null) all.add(country);
  // Presidents and ministers by name of countries that no table knows: each may be a side of its own.
  const strangers = cast.actors.filter(
    ({ kind, country, sector }) => kind === 'person' && country === null && sector === 'GOV',
  );
  return { is: (id) => side(id) !== null, side, count: all.size + strangers.length };
}

function sideOf(actor: Actor): string | null {
  const { country, sector, kind, code } = actor;
  // A firm, a fund, a school: its country is not a side by it.
  if (
    kind === 'organisation' &&
    sector === null &&
    /\b(fund|bank|company|corp|inc|ltd|plc|group|airlines?|airways|university|newspaper|agency)\b/i.test(actor.name)
  )
    return null;
  // What a state's own radio or agency says, the state says.
  if (sector === 'JRN' && country !== null && VOICES.test(actor.name)) return country;
  if (sector !== null && ARMED.has(sector)) return country === null ? actor.name : `${country}:${sector}`;
  if (/^(IGO|INT)/.test(code)) return code.slice(0, 6) === 'IGO' || code.length < 6 ? actor.name : code.slice(0, 6);
  if (country !== null && (sector === null ? kind !== 'person' : POLITICAL.has(sector))) return country;
  if (country !== null && kind === 'person' && sector === null) return country;
  if (kind === 'country' || kind === 'government') return country ?? actor.name;
  // "other European countries", "Western powers"
  if (
    kind === 'group' &&
    country === null &&
    sector === null &&
    /\b(countries|states|nations|powers|allies)$/i.test(actor.name)
  )
    return actor.name;
  // An official of nobody known: political, but of no side that could be compared.
  if (country === null && sector !== null && POLITICAL.has(sector)) return `${UNKNOWN}${actor.id}`;
  return null;
}
