// The door of the intake: bytes of many formats become dispatches.

export type { Bytes } from './bytes.js';
export type { Hints } from './hints.js';
export { dispatchesOf, openInput, openPieces, piecesOfBytes } from './open.js';
export { FORMATS, type Format, type OpenOptions, type Piece } from './piece.js';
export { dispatchOf } from './wire.js';
