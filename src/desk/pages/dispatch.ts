// One dispatch: the text with its marked spans, the records beside it, its editions, why each record is there, and the means to mark a fault.

import type { FastifyInstance } from 'fastify';
import type { Reading } from '../../records.js';
import { renderArticle } from '../../render/index.js';
import * as record from '../../store/index.js';
import type { MarksOf } from '../ask.js';
import { type Desk, HTML } from '../desk.js';
import { allows, type Role } from '../guard.js';
import { type Html, html, raw } from '../html.js';
import { clock, editionName } from '../names.js';
import { KeyParams } from '../shapes.js';
import { dayText, nothing, page } from './layout.js';

/** What of each kind of record can be corrected. */
const FIELDS = [
  'speaker',
  'source',
  'target',
  'type',
  'mode',
  'date',
  'place',
  'modality',
  'kind',
  'holder',
  'addressee',
  'condition',
  'consequence',
  'deadline',
  'polarity',
  'strength',
  'form',
  'status',
  'parties',
  'start',
  'end',
  'stance',
  'by',
  'sourcing',
  'content',
];

/** Pages that are kept. */
const KEPT = 100;

export function addDispatch(app: FastifyInstance, desk: Desk): void {
  const made = new Map<string, { readonly state: string; readonly html: string }>();
  app.get<{ Params: KeyParams; Querystring: { mark?: string } }>(
    '/dispatch/:key',
    { schema: { hide: true, params: KeyParams } },
    (request, reply) =>
      desk.send(
        request,
        reply,
        HTML,
        async () => {
          const { key } = request.params;
          const { mark = null } = request.query;
          const story = await record.storyWith(desk.store, key);
          const marks = await desk.ask.marks();
          // A reading never changes: with the same marks and editions its page is the same, however the log moves.
          const state = JSON.stringify([request.role, mark, story, await desk.ask.marksIn(key)]);
          const last = made.get(key);
          if (last?.state === state) return last.html;
          const reading = await record.readingOf(desk.store, key);
          if (!reading) return null;
          const html = page(
            reading.dispatch.headline ?? reading.dispatch.id,
            '',
            body(key, reading, story, marks, request.role, mark),
            { role: request.role, guarded: desk.guarded },
          );
          made.delete(key);
          made.set(key, { state, html });
          if (made.size > KEPT) made.delete(made.keys().next().value as string);
          return html;
        },
        request.role,
      ),
  );
  app.post<{ Body: Record<string, string> | undefined }>(
    '/marks',
    { schema: { hide: true }, config: { role: 'correct' } },
    async (request, reply) => {
      const { report = '', verdict = '', field = '', value = '', by = '', note = '' } = request.body ?? {};
      const viewer = { role: request.role, guarded: desk.guarded };
      const refuse = (code: number, said: string) =>
        reply
          .code(code)
          .type(HTML)
          .send(page('Not marked', '', html`<h1>Not marked</h1>${nothing(said)}`, viewer));
      if (!['confirmed', 'rejected', 'corrected'].includes(verdict) || by.trim() === '')
        return refuse(400, 'A mark needs a verdict and your name. Go back and give both.');
      if (verdict === 'corrected' && (field.trim() === '' || value.trim() === ''))
        return refuse(400, 'A correction needs the field and what it should read. Go back and give both.');
      const correction = verdict === 'corrected' ? { field: field.slice(0, 60), value: value.slice(0, 2000) } : null;
      const there = await record.mark(
        desk.store,
        { report, verdict: verdict as 'confirmed', correction, by: by.trim().slice(0, 120), note: note.slice(0, 4000) },
        desk.now(),
      );
      if (!there) return refuse(404, 'There is no such record.');
      return reply.redirect(`/dispatch/${report.split('#')[0]}#marks`, 303);
    },
  );
}

function body(
  key: string,
  reading: Reading,
  story: Awaited<ReturnType<typeof record.storyWith>>,
  marks: MarksOf,
  role: Role,
  chosen: string | null,
): Html {
  const ids = [
    ...reading.commitments,
    ...reading.events,
    ...reading.meetings,
    ...reading.claims,
    ...reading.statements,
  ].map(({ id }) => id);
  const marked = ids.flatMap((id) => marks(`${key}#${id}`));
  const may = allows(role, 'correct');
  const known = new Set(ids);
  const tools = (id: string): string => {
    const verdicts = marks(`${key}#${id}`).map(
      ({ verdict }) => html`<span class="verdict ${verdict}">${verdict}</span>`.html,
    );
    const mark = may && known.has(id) ? html`<a href="/dispatch/${key}?mark=${id}#marks">mark</a>`.html : '';
    return `<span class="card-tools">${verdicts.join('')}<a class="why" href="/why/${key}/${id}">why?</a>${mark}</span>`;
  };
  return html`${editions(story, key)}${raw(renderArticle(reading, tools))}
<section class="marking" id="marks"><h2>Marks</h2>${marked.length > 0 ? html`<ul>${marked.map(({ report, verdict, correction, by, note, at }) => html`<li><a href="#${report.split('#')[1]}">${report.split('#')[1]}</a> <span class="verdict ${verdict}">${verdict}</span>${correction ? html` ${correction.field} → <b>${correction.value}</b>` : ''} by ${by}, <time datetime="${at}">${dayText(at)}, ${clock(at)}</time>${note ? html`: <q>${note}</q>` : ''}</li>`)}</ul>` : html`<p class="soft">Nobody has marked a record of this dispatch.</p>`}
${may && ids.length > 0 ? form(key, reading, ids, chosen) : null}</section>`;
}

function editions(story: Awaited<ReturnType<typeof record.storyWith>>, key: string): Html {
  const all = story?.editions ?? [];
  if (all.length < 2) return html``;
  const at = all.findIndex(({ dispatch }) => dispatch === key);
  return html`<nav class="editions" aria-label="Editions"><span class="soft">Editions</span>${all.map(({ dispatch, edition, published, agency }) => html`<a href="/dispatch/${dispatch}"${dispatch === key ? html` aria-current="page"` : null}>${editionName(edition, agency ?? 'first')} <time datetime="${published}">${dayText(published)}</time></a>`)}${at > 0 ? html`<a class="changed" href="/compare/${all[at - 1].dispatch}/${key}">What changed since the last</a>` : null}</nav>`;
}

/** Confirm, reject or correct a record, with a name and a note. */
function form(key: string, reading: Reading, ids: readonly string[], chosen: string | null): Html {
  const words = wordsOf(reading);
  return html`<form method="post" action="/marks"><label>Record<select name="report">${ids.map((id) => html`<option value="${key}#${id}"${id === chosen ? html` selected` : null}>${id} ${(words.get(id) ?? '').slice(0, 60)}</option>`)}</select></label><label>is<select name="verdict"><option value="confirmed">right</option><option value="rejected">wrong</option><option value="corrected"${chosen ? html` selected` : null}>to be corrected</option></select></label><label>Field<input name="field" maxlength="60" list="fields" placeholder="speaker"></label><datalist id="fields">${FIELDS.map((field) => html`<option value="${field}">`)}</datalist><label>should read<input name="value" maxlength="2000"></label><label>Your name<input name="by" required maxlength="120" autocomplete="name" data-keep="name"></label><label class="long">Note<input name="note" maxlength="4000"></label><button>Mark</button></form>`;
}

/** The words by which a reader knows a record. */
function wordsOf(reading: Reading): ReadonlyMap<string, string> {
  const cut = (span: readonly [number, number] | undefined): string =>
    span ? reading.dispatch.text.slice(span[0], span[1]).replace(/\s+/g, ' ') : '';
  return new Map([
    ...reading.commitments.map(
      ({ id, kind, consequence, trigger }) => [id, `${kind}: ${cut(consequence?.span ?? trigger)}`] as const,
    ),
    ...reading.events.map(({ id, type, evidence }) => [id, `${type.toLowerCase()}: ${cut(evidence)}`] as const),
    ...reading.meetings.map(({ id, form: one, span }) => [id, `${one}: ${cut(span)}`] as const),
    ...reading.claims.map(({ id, stance, span }) => [id, `${stance}: ${cut(span)}`] as const),
    ...reading.statements.map(({ id, content }) => [id, `said: ${cut(content[0])}`] as const),
  ]);
}
