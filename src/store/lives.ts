// What the record makes of one report: the incident, commitment, meeting, dispute or story that it belongs to, as the questions answer it.

import {
  type Changes,
  type ClaimReport,
  type CommitmentReport,
  changesBetween,
  type DaybookEntry,
  type Dispute,
  daybookEntryOf,
  disputeOf,
  type EventReport,
  type Incident,
  incidentOf,
  type LedgerEntry,
  type MeetingReport,
  type Story,
  type StoryReport,
  storyOf,
} from '../record/index.js';
import { membersOf, withdrawnDispatches } from './members.js';
import type { Store } from './open.js';
import { ledgerEntries, readingOf, reportOf } from './questions.js';

/** One of the record's answers, by the kind of its reports; a statement stands for itself. */
export type Life =
  | { readonly kind: 'event'; readonly answer: Incident }
  | { readonly kind: 'commitment'; readonly answer: LedgerEntry }
  | { readonly kind: 'meeting'; readonly answer: DaybookEntry }
  | { readonly kind: 'claim'; readonly answer: Dispute }
  | { readonly kind: 'story'; readonly answer: Story; readonly changes: readonly Changes[] };

/** The life of what the report tells of, or null when there is no such report or it is a statement. */
export async function lifeOf(store: Store, key: string): Promise<Life | null> {
  const report = await reportOf(store, key);
  if (!report || report.kind === 'statement') return null;
  const members = (await membersOf(store, [report.cluster], undefined)).get(report.cluster) ?? [];
  if (members.length === 0) return lifeOf(store, key);
  const withdrawn = await withdrawnDispatches(store);
  switch (report.kind) {
    case 'event':
      return { kind: 'event', answer: incidentOf(members as EventReport[], withdrawn) };
    case 'commitment': {
      const [answer] = await ledgerEntries(store, [members as CommitmentReport[]]);
      return { kind: 'commitment', answer };
    }
    case 'meeting':
      return { kind: 'meeting', answer: daybookEntryOf(members as MeetingReport[], withdrawn) };
    case 'claim':
      return { kind: 'claim', answer: disputeOf(members as ClaimReport[], withdrawn) };
    case 'story': {
      const answer = storyOf(members as StoryReport[]);
      return { kind: 'story', answer, changes: await changesOf(store, answer) };
    }
  }
}

/** What each edition of a story has otherwise than the one before it. */
export async function changesOf(store: Store, { editions }: Story): Promise<Changes[]> {
  const changes: Changes[] = [];
  let before = editions.length > 1 ? await readingOf(store, editions[0].dispatch) : null;
  for (const { dispatch } of editions.slice(1)) {
    const after = await readingOf(store, dispatch);
    if (before && after) changes.push(changesBetween(before, after));
    before = after;
  }
  return changes;
}
