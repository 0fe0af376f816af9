// Troubles of a store that may pass: a full disk, a database that is away, another process in the way.

import { ChanceryError } from '../errors.js';

/** The trouble that an error of the database stands for, when it is one that may pass; else null. */
export function troubleOf(error: unknown): ChanceryError | null {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  if (/disk is full|SQLITE_FULL|ENOSPC|could not extend|No space left/i.test(`${message} ${code}`) || code === '53100')
    return new ChanceryError('E050', null);
  if (/database is locked|SQLITE_BUSY/i.test(message)) return new ChanceryError('E052', null);
  if (
    /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\d\d\d/.test(code) ||
    /Connection terminated|connection|shutting down|starting up/i.test(message)
  ) {
    return new ChanceryError('E051', null, message);
  }
  return null;
}
