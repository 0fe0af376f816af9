// The door of the store: `import { incidents, openStore } from 'chancery/record'`.

export type {
  Changes,
  DaybookEntry,
  Dispute,
  EditionRef,
  EventReport,
  Incident,
  LedgerEntry,
  Party,
  RecordChange,
  Report,
  ReportKind,
  Resolution,
  StatementReport,
  Story,
  TensionDay,
} from '../record/index.js';
export { addFeed, type Feed, feedSaid, feeds, removeFeed } from './feeds.js';
export { file, type Provenance, type Receipt, rebuild } from './filing.js';
export type { Filter } from './filter.js';
export { changesOf, type Life, lifeOf } from './lives.js';
export { goldOf, type Mark, mark, marksOf } from './marks.js';
export { withdrawnDispatches } from './members.js';
export { DEFAULT_STORE, openStore, type Store } from './open.js';
export { originalOf } from './originals.js';
export { filedAt, type Position, positionOf, type Since, since } from './position.js';
export { type Entry, keyOf, type Prepared, prepare } from './prepare.js';
export * from './questions.js';
export { countsByType, type TypeCount, tension } from './tension.js';
export { troubleOf } from './trouble.js';
