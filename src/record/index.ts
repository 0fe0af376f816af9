// The door of the record: pure functions from filed readings to stories, incidents, ledger, daybook, disputes and tension.

export { byKey, clustersOf } from './clusters.js';
export { type DaybookEntry, daybookEntryOf } from './daybook.js';
export { shift } from './days.js';
export { type Dispute, disputeOf, type Resolution } from './disputes.js';
export { type Act, actOf, type Incident, incidentOf, type Measured } from './incidents.js';
export { type LedgerEntry, ledgerEntryOf } from './ledger.js';
export { type Deed, deedOf, matterOf } from './matter.js';
export type { RecordChange } from './record-changes.js';
export { reportsOf } from './reports.js';
export { blocksOf, same } from './same.js';
export { type Changes, changesBetween, type EditionRef, type Story, storyOf } from './stories.js';
export { changePoints, type TensionDay, tensionOf } from './tension.js';
export type * from './types.js';
export { hash53 } from './words.js';
