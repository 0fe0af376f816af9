// Marking faults: a reader confirms, rejects or corrects a record, with a name and a note. A mark is an entry of the log like everything
// else: it overwrites nothing, survives a rebuild, shows as of its time, and can be taken out as gold data.

import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Store } from './open.js';
import type { Schema } from './schema.js';

/** What a reader says of a report. */
export interface Mark {
  /** Key of the report. */
  readonly report: string;
  readonly verdict: 'confirmed' | 'rejected' | 'corrected';
  /** Which field should read otherwise, and how; null unless corrected. @example { field: 'speaker', value: 'Yuri Ushakov' } */
  readonly correction: { readonly field: string; readonly value: string } | null;
  /** Who says so. */
  readonly by: string;
  readonly note: string;
}

/** A mark with its time. */
export interface Marked extends Mark {
  readonly at: string;
}

/** Puts a mark on a report. The same mark given twice counts once. Gives false when there is no such report. */
export async function mark(store: Store, said: Mark, at: string): Promise<boolean> {
  return store.db.transaction().execute(async (trx) => {
    const there = await trx.selectFrom('report').select('key').where('key', '=', said.report).executeTakeFirst();
    if (!there) return false;
    const json = JSON.stringify(said);
    const key = `mark-${createHash('sha256').update(json).digest('hex').slice(0, 20)}`;
    const known = await trx.selectFrom('log').select('key').where('key', '=', key).executeTakeFirst();
    if (known) return true;
    await trx
      .insertInto('log')
      .values({
        kind: 'mark',
        key,
        filed_at: at,
        source: said.by,
        original: null,
        reading: json,
        program: '',
        codebook: '',
      })
      .execute();
    await projectMark(trx, key, said, at);
    return true;
  });
}

/** Writes a mark of the log into its projection. */
export async function projectMark(trx: Transaction<Schema>, key: string, said: Mark, at: string): Promise<void> {
  await trx
    .insertInto('mark')
    .values({ key, report: said.report, verdict: said.verdict, data: JSON.stringify(said), filed_at: at })
    .execute();
}

/** The marks of the reports, oldest first. */
export async function marksOf(
  store: Store,
  reports: readonly string[],
  asOf?: string,
): Promise<ReadonlyMap<string, readonly Marked[]>> {
  const found = new Map<string, Marked[]>();
  for (let i = 0; i < reports.length; i += 500) {
    let query = store.db
      .selectFrom('mark')
      .select(['report', 'data', 'filed_at'])
      .where('report', 'in', reports.slice(i, i + 500))
      .orderBy('filed_at')
      .orderBy('key');
    if (asOf) query = query.where('filed_at', '<=', asOf);
    for (const { report, data, filed_at } of await query.execute()) {
      const marked: Marked = { ...(JSON.parse(data) as Mark), at: filed_at };
      const list = found.get(report);
      if (list) list.push(marked);
      else found.set(report, [marked]);
    }
  }
  return found;
}

/** Every marked report with its marks and the text that it came from: gold data for measuring, in the order of the reports. */
export async function goldOf(
  store: Store,
): Promise<readonly { report: unknown; text: string; marks: readonly Marked[] }[]> {
  const rows = await store.db
    .selectFrom('report')
    .innerJoin('log', 'log.key', 'report.dispatch')
    .select(['report.key', 'report.data', 'log.reading'])
    .where('report.key', 'in', (q) => q.selectFrom('mark').select('mark.report'))
    .orderBy('report.key')
    .execute();
  const marks = await marksOf(
    store,
    rows.map(({ key }) => key),
  );
  return rows.map(({ key, data, reading }) => ({
    report: JSON.parse(data) as unknown,
    text: (JSON.parse(reading) as { dispatch: { text: string } }).dispatch.text,
    marks: marks.get(key) ?? [],
  }));
}
