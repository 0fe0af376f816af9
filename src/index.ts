// The library's door: `import { dispatchOf, read } from 'chancery'`.

export { dispatchOf, type Hints } from './intake/index.js';
export { read } from './reading.js';
export type * from './records.js';
