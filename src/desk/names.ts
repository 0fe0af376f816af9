// What sides, editions and figures are called on a page: a country by its name, an edition as a wire would call it, a number with its sign.

import { country } from '../gazetteer/index.js';

/** A country by its name, anything else as it stands. @example sideName('IRN') // "Iran" */
export function sideName(side: string): string {
  return /^[A-Z]{3}$/.test(side) ? (country(side)?.name ?? side) : side;
}

/** @example dyadName('IRN-USA') // "Iran–United States" */
export function dyadName(dyad: string): string {
  return dyad.split('-').map(sideName).join('–');
}

/** A rounded number with its sign, never "-0". @example signed(-7.2) // "−7" */
export function signed(value: number, digits = 0): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return '0';
  return `${value > 0 ? '+' : '−'}${digits > 0 ? text.replace(/\.?0+$/, '') : text}`;
}

/** @example many(1, 'dispatch', 'dispatches') // "1 dispatch" */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

interface Edition {
  readonly kind: string;
  readonly number: number | null;
}

/** What an edition is called: a correction that has a number corrects the update of that number. @example "corrected update 1" */
export function editionName(edition: Edition | null, first: string): string {
  if (!edition) return first;
  const { kind, number } = edition;
  if (kind === 'correction') return number === null ? 'corrected' : `corrected update ${number}`;
  if (kind === 'repeat' || kind === 'refile') {
    const name = kind === 'repeat' ? 'repeated' : 'refiled';
    return number === null ? name : `${name} update ${number}`;
  }
  return `${kind} ${number ?? ''}`.trim();
}

/** Day and minute of a moment, with its zone. @example "3 Jun 1987, 14:05 UTC" */
export const clock = (moment: string): string => `${moment.slice(11, 16)} UTC`;

/** The sectors of PLOVER's actor codes (manual 2021, "Actors"), in words. */
const SECTORS: Readonly<Record<string, string>> = {
  GOV: 'government',
  MIL: 'military',
  LEG: 'parliament',
  JUD: 'courts',
  COP: 'police',
  SPY: 'intelligence',
  OPP: 'opposition',
  PTY: 'party',
  REB: 'rebels',
  UAF: 'armed group',
  PRM: 'paramilitaries',
  PAR: 'paramilitaries',
  CRM: 'criminals',
  CVL: 'civilians',
  BUS: 'business',
  EDU: 'education',
  MED: 'health',
  JRN: 'media',
  NGO: 'non-governmental',
  IGO: 'intergovernmental',
  LAB: 'labour',
  REL: 'religion',
  AGR: 'farming',
  REF: 'refugees',
  SOC: 'society',
  ELI: 'elite',
  UNK: 'not known',
};

/** What a sector is called; the code itself where it is none of PLOVER's. */
export const sectorName = (sector: string | null): string => (sector === null ? '' : (SECTORS[sector] ?? sector));
