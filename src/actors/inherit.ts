// What somebody has from whom he belongs to: country and sector of a body's officials, of a rebel's troops, of a journalist's kidnappers.

import { plain } from './people.js';
import type { Allegiance, Description, Entity } from './types.js';

export interface Own {
  of: Allegiance | null;
  sector: string | null;
  known: boolean;
  basis: string;
}

const CRIMINAL = new Set(['CRM', 'UAF']);
const HARMED = /^(?:CVL|JRN|BUS|MED|EDU|REL|REF|AGR|LAB|UNK|)$/;
const FIGHTERS = new Set(['REB', 'PRM', 'UAF']);

/** "The kidnappers of the journalist", "the hostages' captors": whom they belong to is their victim. */
export function isHarmed(d: Description, owner: Entity): boolean {
  if (!CRIMINAL.has(d.role?.sector ?? '') || d.ownership === 'place' || owner.kind === 'country') return false;
  return HARMED.test(owner.sector ?? '');
}

const isInternational = ({ of }: Entity): boolean => of !== null && of.country === null;

/** Country and sector of a role from whom it belongs to. */
export function inherit(d: Description, owner: Entity): Own {
  // Kidnappers of a journalist are not of his country, nor are the reporters whom somebody tells something in a town.
  const harmed = isHarmed(d, owner);
  const guests = d.role?.sector === 'JRN' && d.role.kind === 'person' && d.ownership === 'place';
  // "His counterpart" is of another country than he.
  const mate = /^(?:counterpart|opposite number)$/.test(d.role?.noun ?? '') && d.ownership === 'genitive';
  const of = owner.of && !harmed && !guests && !mate ? plain(owner.of) : null;
  let sector = d.sector;
  // An airline's fleet, a division of a ministry, a syndicate of banks.
  const civil =
    (owner.kind === 'organisation' || owner.role?.kind === 'body') && /^(?:BUS|IGO|NGO)$/.test(owner.sector ?? 'IGO');
  if (
    (d.role?.sector === 'MIL' || d.role?.sector === 'CRM') &&
    d.role.kind !== 'person' &&
    (owner.sector === 'BUS' || civil) &&
    !FIGHTERS.has(owner.sector ?? '')
  )
    sector = owner.sector;
  // A body's employees are of the body.
  if (d.role?.sector === 'LAB' && /^(?:employee|worker)$/.test(d.role.noun) && owner.kind === 'organisation')
    sector = owner.sector;
  // The troops of rebels are rebels.
  if (d.role?.sector === 'MIL' && FIGHTERS.has(owner.sector ?? '')) sector = owner.sector;
  const open = d.role?.sector === '@' && (sector === 'GOV' || sector === null);
  if (open && d.ownership !== 'place' && owner.sector) sector = owner.sector;
  // "President of the human rights league", "president of the assembly": of that body, not of the state.
  const club = owner.kind === 'organisation' || (owner.kind === 'group' && owner.sector === 'SOC');
  if (d.role?.sector === 'GOV' && club && (owner.of === null || owner.of.country)) {
    sector = owner.sector ?? (TITLES_OF_ANY.has(d.role.noun) ? null : sector);
  }
  if (open && owner.of && !owner.of.country && owner.sector === null) sector = 'GOV';
  // "Officials of Dunmore", "a spokesman for the Arland Textile Federation": of a body that no table knows, which need not be the state's.
  if (
    open &&
    owner.kind === 'organisation' &&
    owner.sector === null &&
    (owner.of === null || owner.role === null) &&
    !isInternational(owner) &&
    d.ownership !== 'place'
  )
    sector = null;
  // "The ranking Republican on the Senate committee" sits in it.
  if (d.role?.sector === 'PTY' && d.role.kind === 'person' && owner.sector === 'LEG') sector = 'LEG';
  return { of, sector, known: d.ownership !== 'place' && owner.known, basis: `${d.basis}, of ${owner.name}` };
}

/** Offices that companies and clubs have as well as states. */
export const TITLES_OF_ANY = new Set([
  'president',
  'vice president',
  'vice-president',
  'deputy president',
  'chief executive',
  'secretary',
  'general secretary',
  'director general',
  'chief of staff',
  'treasurer',
  'administrator',
  'negotiator',
  'ruler',
  'chancellor',
]);
