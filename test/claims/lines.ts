// The claims of a small dispatch, as lines.

import { told } from '../commitments/told.js';

/** "stance COUNTRY: words" of each claim, with "< n" where it is against the n-th. */
export function claims(text: string): string[] {
  const { claims: all, actors } = told(text).all;
  return all.map(({ stance, by, against, span }) => {
    const who = actors.find((one) => one.id === by);
    const about = all.findIndex(({ id }) => id === against);
    return `${stance} ${who?.country ?? '?'}: ${text.slice(...span)}${about < 0 ? '' : ` < ${about + 1}`}`;
  });
}
