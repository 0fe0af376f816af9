// One line on standard error that a person can watch; nothing when nobody watches.

export interface Progress {
  readonly step: (readings: number, rejected: number) => void;
  /** Takes the line away, before something else is printed there. */
  readonly clear: () => void;
}

const EVERY_MS = 120;

export function progress(
  stream: NodeJS.WriteStream = process.stderr,
  out: NodeJS.WriteStream = process.stdout,
): Progress {
  // On a terminal where the readings themselves scroll by, a progress line would only be in the way.
  if (!stream.isTTY || out.isTTY) return { step: () => {}, clear: () => {} };
  const started = performance.now();
  let total = 0;
  let shown = 0;
  return {
    step(readings, rejected) {
      total += readings;
      const now = performance.now();
      if (now - shown < EVERY_MS || now - started < 500) return;
      shown = now;
      const rate = Math.round(total / ((now - started) / 1000));
      stream.write(`\r\x1b[K${total} dispatches read, ${rate} a second${rejected > 0 ? `, ${rejected} rejected` : ''}`);
    },
    clear() {
      if (shown > 0) stream.write('\r\x1b[K');
    },
  };
}
