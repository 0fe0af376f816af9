// Two editions side by side: what changed in words, word by word, and in records. Words are compared with the `diff` library (E. Myers, "An
// O(ND) difference algorithm and its variations", 1986).

import { diffWordsWithSpace } from 'diff';
import type { FastifyInstance } from 'fastify';
import { changesBetween } from '../../record/index.js';
import type { Reading } from '../../records.js';
import * as record from '../../store/index.js';
import { type Desk, HTML } from '../desk.js';
import { type Html, html } from '../html.js';
import { editionName, many } from '../names.js';
import { KeyPair } from '../shapes.js';
import { dayText, nothing, page } from './layout.js';

/** Edits looked for at most; texts that share less are shown as they are. */
const EDITS = 4000;

export function addCompare(app: FastifyInstance, desk: Desk): void {
  app.get<{ Params: KeyPair }>('/compare/:from/:to', { schema: { hide: true, params: KeyPair } }, (request, reply) =>
    desk.send(
      request,
      reply,
      HTML,
      async () => {
        const { from, to } = request.params;
        const [before, after] = await Promise.all([
          record.readingOf(desk.store, from),
          record.readingOf(desk.store, to),
        ]);
        if (!before || !after) return null;
        return page('What changed', '/stories', compared(before, after, from, to), {
          role: request.role,
          guarded: desk.guarded,
        });
      },
      request.role,
    ),
  );
}

const name = ({ dispatch }: Reading): string => editionName(dispatch.edition, 'first edition');

function compared(before: Reading, after: Reading, from: string, to: string): Html {
  const changes = changesBetween(before, after);
  const diff = diffWordsWithSpace(before.dispatch.text, after.dispatch.text, { maxEditLength: EDITS });
  // Half an edition each: on the left what was there, on the right what is there now.
  const side = (reading: Reading, dropped: boolean): Html =>
    diff === undefined
      ? html`${reading.dispatch.text}`
      : html`${diff.map(({ added, removed, value }) => (added ? (dropped ? null : html`<ins>${value}</ins>`) : removed ? (dropped ? html`<del>${value}</del>` : null) : value))}`;
  const edition = (reading: Reading, key: string, dropped: boolean): Html =>
    html`<section class="edition-text" aria-label="${name(reading)}"><h2>${name(reading)} <small>${dayText(reading.dispatch.date?.value ?? '')} · <a href="/dispatch/${key}">open</a></small></h2><div class="copy">${side(reading, dropped)}</div></section>`;
  const records = (change: string, title: string): Html => {
    const some = changes.records.filter((one) => one.change === change);
    return some.length === 0
      ? html``
      : html`<h3>${title}</h3><ul class="changes ${change}">${some.map(({ kind, text }) => html`<li><span class="kind">${kind}</span> ${text}</li>`)}</ul>`;
  };
  const words = changes.added.length + changes.dropped.length + changes.reworded.length;
  return html`<header class="room"><h1>What changed</h1><p class="lead">${after.dispatch.headline ?? before.dispatch.headline ?? after.dispatch.id}</p><p class="soft">${words === 0 ? 'No sentence changed.' : `${many(changes.added.length, 'sentence')} added, ${changes.dropped.length} dropped, ${changes.reworded.length} reworded.`}${after.dispatch.editorNote ? html` The editor says: <q>${after.dispatch.editorNote}</q>` : null}</p></header>
<h2>In records</h2>${changes.records.length === 0 ? nothing('The records are the same.') : html`<div class="columns two records-changed"><section>${records('dropped', 'Gone')}</section><section>${records('added', 'New')}${records('changed', 'Changed')}</section></div>`}
<div class="columns two editions-beside">${edition(before, from, true)}${edition(after, to, false)}</div>
${changes.reworded.length > 0 ? html`<details open><summary>Reworded sentences</summary><ul class="reworded">${changes.reworded.map(([was, is]) => html`<li><del>${was}</del> <ins>${is}</ins></li>`)}</ul></details>` : null}`;
}
