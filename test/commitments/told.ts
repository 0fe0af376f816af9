// What a small dispatch holds of commitments and meetings, as lines.

import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Commitment, Meeting, Reading } from '../../src/records.js';

export const DAY = '2031-05-20';

export interface Told {
  readonly all: Reading;
  readonly commitments: readonly string[];
  readonly meetings: readonly string[];
}

/** "kind HOLDER > ADDRESSEES: consequence / condition" and "status form PARTIES day". */
export function told(text: string): Told {
  const all = read(dispatchOf(text, { date: DAY }));
  const who = (id: string | null | undefined): string => {
    const actor = all.actors.find((one) => one.id === id);
    return actor === undefined ? '?' : (actor.country ?? actor.name);
  };
  const words = (span: readonly [number, number] | undefined): string => (span ? text.slice(...span) : '');
  const commitment = (one: Commitment): string =>
    `${one.kind} ${who(one.holder)} > ${[one.addressee, ...(one.alsoTo ?? [])].map(who).join('+')}: ${words(one.consequence?.span)}${one.condition ? ` / ${words(one.condition.span)}` : ''}`;
  const meeting = (one: Meeting): string =>
    `${one.status} ${one.form} ${one.parties.map(who).join('+')}${one.start ? ` ${one.start}` : ''}`;
  return { all, commitments: all.commitments.map(commitment), meetings: all.meetings.map(meeting) };
}
