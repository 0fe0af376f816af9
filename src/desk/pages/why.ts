// Why there is a record: the explanation as a page.

import type { FastifyInstance } from 'fastify';
import * as record from '../../store/index.js';
import { type Desk, HTML } from '../desk.js';
import { type Html, html } from '../html.js';
import { ReportParams } from '../shapes.js';
import { dayText, nothing, page } from './layout.js';

export function addWhy(app: FastifyInstance, desk: Desk): void {
  app.get<{ Params: ReportParams }>(
    '/why/:key/:id',
    { schema: { hide: true, params: ReportParams } },
    (request, reply) =>
      desk.send(
        request,
        reply,
        HTML,
        async () => {
          const { key, id } = request.params;
          const reading = await record.readingOf(desk.store, key);
          if (!reading) return null;
          const viewer = { role: request.role, guarded: desk.guarded };
          const found = await desk.reader.do('why', { filed: reading, id });
          const back = html`<p><a href="/dispatch/${key}#${id}">Back to the words in the dispatch</a>: ${reading.dispatch.headline ?? reading.dispatch.id}</p>`;
          if (!found)
            return page(
              'Why?',
              '',
              html`<h1>Why?</h1>${nothing('This program reads the dispatch in another way than the one that filed it, and finds no such record.')}${back}`,
              viewer,
            );
          const report = await record.reportOf(desk.store, `${key}#${id}`);
          const others = report
            ? (await record.togetherWith(desk.store, report.cluster)).filter(({ key: other }) => other !== report.key)
            : [];
          const marks = (await desk.ask.marks())(`${key}#${id}`);
          const body = html`<header class="room"><h1>Why? <small>${found.head}</small></h1>${back}</header>
${marks.length > 0 ? html`<h2>Marks</h2><ul>${marks.map(({ verdict, by, correction, note }) => html`<li><span class="verdict ${verdict}">${verdict}</span> by ${by}${correction ? html`: ${correction.field} → <b>${correction.value}</b>` : null} ${note}</li>`)}</ul>` : null}
<div class="explained">${found.sections.map(({ title, lines }) => html`<section><h2>${title}</h2>${told(title, lines)}</section>`)}</div>
${others.length > 0 ? html`<h2>Other reports of the same thing</h2><ul>${others.map((other) => html`<li><time datetime="${other.published}">${dayText(other.published)}</time> <a href="/dispatch/${other.dispatch}#${other.key.split('#')[1]}">${other.text}</a></li>`)}</ul>` : null}`;
          return page('Why?', '', body, viewer);
        },
        request.role,
      ),
  );
}

/** Fields as a table, a tree as it stands, everything else as sentences under what they belong to. */
function told(title: string, lines: readonly string[]): Html {
  if (title === 'Fields')
    return html`<table class="fields"><tbody>${lines.map((line) => {
      const [name = '', value = ''] = line.trim().split(/ {2,}(.*)/s);
      return html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`;
    })}</tbody></table>`;
  if (title === 'The tree') return html`<pre tabindex="0">${lines.join('\n')}</pre>`;
  const depth = (line: string): number => Math.min(3, Math.floor((line.length - line.trimStart().length) / 2));
  const counted: { readonly line: string; times: number }[] = [];
  for (const line of lines) {
    const last = counted[counted.length - 1];
    if (last?.line === line) last.times++;
    else counted.push({ line, times: 1 });
  }
  return html`<ul class="notes">${counted.map(({ line, times }) => html`<li class="deep${depth(line)}">${line.trim()}${times > 1 ? html` <span class="soft">(${times} times)</span>` : null}</li>`)}</ul>`;
}
