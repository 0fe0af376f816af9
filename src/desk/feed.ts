// Incidents as an Atom feed (RFC 4287).

import type { Incident } from '../record/index.js';

const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The feed of a desk whose address is `here`; its time is that of the newest report in it, so the same incidents give the same bytes. */
export function feedOf(incidents: readonly Incident[], here: string, self: string): string {
  const moment = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00Z` : '1970-01-01T00:00:00Z');
  const newest =
    incidents
      .map(({ lastSeen }) => lastSeen)
      .sort()
      .at(-1) ?? '';
  const entries = incidents.map(
    ({ id, type, sources, targets, lastSeen, text }) =>
      `  <entry>\n    <id>urn:chancery:${xml(id)}</id>\n    <updated>${moment(lastSeen)}</updated>\n` +
      `    <title>${xml(`${type}: ${sources.map(({ name }) => name).join(', ')}${targets.length > 0 ? ` → ${targets.map(({ name }) => name).join(', ')}` : ''}`)}</title>\n` +
      `    <link href="${xml(`${here}/dispatch/${id}`)}"/>\n    <summary>${xml(text)}</summary>\n  </entry>\n`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <id>urn:chancery:incidents</id>\n` +
    `  <title>Chancery: incidents</title>\n  <author><name>Chancery</name></author>\n  <updated>${moment(newest)}</updated>\n` +
    `  <link rel="self" href="${xml(here + self)}"/>\n  <link href="${xml(`${here}/incidents`)}"/>\n${entries.join('')}</feed>\n`
  );
}
