// Every word that Chancery says when something is wrong, with its code. Codes are never reused.

/** A fault that a user can do something about: one line, with a code, where it is, and what to do. */
export class ChanceryError extends Error {
  readonly code: ErrorCode;
  /** File, URL or record, with the line where there is one. @example "wire.jsonl:17" */
  readonly where: string | null;

  constructor(code: ErrorCode, where: string | null, detail = '') {
    super(`[${code}] ${where ? `${where}: ` : ''}${MESSAGES[code]}${detail ? ` (${detail})` : ''}`);
    this.name = 'ChanceryError';
    this.code = code;
    this.where = where;
  }
}

const MESSAGES = {
  E001: 'cannot be read; check that the file exists and that you may read it',
  E002: 'is empty; nothing was read',
  E040: 'cannot be read; the gazetteer needs a folder of tables or a dictionary file',
  E041: 'the table lacks columns that it needs',
} as const;

export type ErrorCode = keyof typeof MESSAGES;
