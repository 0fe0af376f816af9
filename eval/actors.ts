// Actor phrases to country and sector, over the cases of NGEC's own tests that are switched on and need no encyclopedia.

import { join } from 'node:path';
import { codePhrase } from '../src/actors/index.js';
import type { Bench, Figure } from './figures.js';
import { jsonl } from './run.js';

interface Case {
  readonly phrase: string;
  /** "" for no country; missing where the case does not ask. */
  readonly country?: string;
  readonly code1?: string;
  /** An ISO day, or "today". */
  readonly date?: string;
  readonly wiki?: string;
  readonly status: string;
  readonly expect_none: boolean;
}

/** What "today" is taken for: about the year in which the cases were written. */
const TODAY = '2023-01-01';

export function actorFigures(bench: Bench): Figure[] {
  const cases = jsonl<Case>(join(bench.data, 'events/ngec_actors.jsonl')).filter(
    (one) => one.status === 'active' && one.wiki === undefined && !one.expect_none,
  );
  const coded = cases.map((one) => ({
    one,
    actor: codePhrase(one.phrase.trim(), one.date && /^\d/.test(one.date) ? one.date : TODAY),
  }));
  const rate = (asked: typeof coded, right: (item: (typeof coded)[number]) => boolean): number =>
    asked.length === 0 ? 0 : (100 * asked.filter(right).length) / asked.length;
  const country = coded.filter(({ one }) => one.country !== undefined);
  const sector = coded.filter(({ one }) => one.code1 !== undefined && one.code1 !== '');
  // An organisation of states stands in NGEC's country column by its own code (IGO, NGO ...), the European Union by EUR.
  const countryOf = (actor: ReturnType<typeof codePhrase>): string =>
    actor?.country ?? (actor && !actor.code.startsWith('---') ? actor.code.replace(/^IGOEUR/, 'EUR').slice(0, 3) : '');
  return [
    {
      stage: 'actors',
      set: `NGEC phrases (${country.length})`,
      measure: 'country right',
      value: rate(country, ({ one, actor }) => countryOf(actor) === one.country),
      floor: 88,
      aim: 95,
    },
    {
      stage: 'actors',
      set: `NGEC phrases (${sector.length})`,
      measure: 'sector right',
      value: rate(sector, ({ one, actor }) => actor?.sector === one.code1),
      floor: 75,
      aim: 85,
    },
  ];
}
