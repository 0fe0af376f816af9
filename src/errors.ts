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
  E003: 'cannot be fetched; check the address and the connection',
  E004: 'is binary, not text; give text, HTML, XML, JSON, CSV or WARC',
  E005: 'is too long for one piece and was left out; is this the right format? (see --input)',
  E006: 'is not valid UTF-8 and was left out; convert it, for example with iconv',
  E007: 'is not UTF-8; it was read as another encoding',
  E008: 'tells no date, so that "Thursday" or "last week" stay open; give one with --date YYYY-MM-DD',
  E009: 'is not in English; only its header was read',
  E010: 'is not JSON; every line must hold one object',
  E011: 'has no text; an object with "text", or with "headline" and "body", is needed',
  E012: 'is not CSV as RFC 4180 has it',
  E013: 'has no column "text" or "body"; name the columns in the first line',
  E014: 'is not well-formed XML',
  E015: 'holds no news item',
  E016: 'holds no article that could be found',
  E017: 'is not a WARC file, or a broken one',
  E018: 'is not CoNLL-U',
  E019: 'is nested too deeply for a news item',
  E020: 'could not be read to its end; this is a fault of Chancery',
  E021: 'could not be read: its worker ended',
  E022: 'holds no readable file; text, HTML, XML, JSON, CSV and WARC are looked for',
  E023: 'matches no file',
  E024: 'cannot be written; check the folder and your rights',
  E025: 'has no such record; `chancery read --format json` lists the ids',
  E026: 'holds more than one dispatch; say which with --dispatch ID',
  E040: 'cannot be read; the gazetteer needs a folder of tables or a dictionary file',
  E041: 'the table lacks columns that it needs',
  E042: 'the dictionary has a date that is none; write YYYYMMDD, <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD',
  E050: 'the disk is full; nothing was lost, make room',
  E051: 'the database cannot be reached; nothing was lost, see that it runs',
  E052: 'another process is writing to the record and does not let go',
  E053: 'are not two sides; write them as IRN-USA',
  E054: 'is not this machine alone: tokens are needed; set CHANCERY_TOKENS',
  E055: 'the port is taken; give another with --port',
  E056: 'are no tokens; write them as read:TOKEN,file:TOKEN,correct:TOKEN, each of 16 characters or more',
  E057: 'is no public address; feeds are fetched from public http and https addresses only',
  E060: 'the class file cannot be understood here',
  E061: 'unknown word class or word',
  E062: 'the pattern file has no valid type',
  E063: 'the line cannot be understood',
  E064: 'unknown code, type or mode',
  E065: 'the pattern cannot be understood',
  E066: 'holds no codebook; a folder with events/*.txt or classes.txt is needed (`chancery codebook new` makes one)',
  E067: 'is there already; nothing was written',
  E080: 'was filed by another version, which computed stories and incidents otherwise; run `chancery rebuild` once',
  E081: 'the record was made by a later version; use that one',
  E082: 'has no such dispatch, or was filed before the bytes were kept',
  E110: 'cannot be read as a line of a table of actors',
  E070: 'the language model is not loaded; fetch it and give its bytes to useModel()',
  E071: 'is no language model of this version',
} as const;

export type ErrorCode = keyof typeof MESSAGES;
