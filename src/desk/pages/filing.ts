// Filing: drop files or paste text and see them read at once, follow feeds, and see what was rejected and why.

import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ChanceryError } from '../../errors.js';
import type { Reading } from '../../records.js';
import { renderArticle } from '../../render/index.js';
import * as record from '../../store/index.js';
import { type Desk, HTML } from '../desk.js';
import { publicAddress } from '../fetch.js';
import { type Html, html, raw } from '../html.js';
import { clock } from '../names.js';
import { holds } from '../reader-work.js';
import { type Received, receive } from '../receive.js';
import { dayText, nothing, page } from './layout.js';

const FILES = 50;
const LARGEST = 8_000_000;

export async function addFiling(app: FastifyInstance, desk: Desk): Promise<void> {
  await app.register(multipart, { limits: { files: FILES, fileSize: LARGEST, fields: 10, parts: FILES + 10 } });
  const role = { schema: { hide: true }, config: { role: 'file' } } as const;
  const whole = (request: FastifyRequest, body: Html): string =>
    page('File', '/filing', body, { role: request.role, guarded: desk.guarded });
  /** A part of the page where the desk's script asks, the page where the browser does. */
  const answer = async (request: FastifyRequest, said: Html): Promise<string> =>
    request.headers['x-part'] ? said.html : whole(request, await filing(desk, said));

  app.get('/filing', role, async (request, reply) => reply.type(HTML).send(whole(request, await filing(desk, null))));

  app.post<{ Body: { text?: string; date?: string; only?: string } | undefined }>(
    '/filing',
    role,
    async (request, reply) => {
      const { text = '', date = '', only = '' } = request.body ?? {};
      reply.type(HTML);
      const refuse = async (said: string) =>
        reply.code(400).send(await answer(request, html`<p class="warn" role="alert">${said}</p>`));
      if (text.trim() === '') return refuse('There is no text.');
      if (date !== '' && !/^\d{4}-\d\d-\d\d$/.test(date)) return refuse('Write the day as 1987-06-03.');
      const named = date ? { text, date } : { text };
      if (only)
        return reply.send(await answer(request, preview(JSON.parse(await desk.reader.do('text', named)) as Reading)));
      const { prepared } = await desk.reader.do('entry', named);
      await desk.file([prepared]);
      return reply.redirect(`/dispatch/${prepared.key}`, 303);
    },
  );

  app.post('/filing/files', role, async (request, reply) => {
    const received: Received[] = [];
    for await (const part of request.parts()) {
      if (part.type !== 'file' || part.filename === '') continue;
      let bytes: Buffer;
      try {
        bytes = await part.toBuffer();
      } catch {
        received.push({ name: part.filename, filed: [], rejects: [new ChanceryError('E005', part.filename).message] });
        continue;
      }
      received.push(
        await receive(desk.reader, desk.file, {
          bytes,
          name: part.filename.slice(0, 200),
          type: part.mimetype,
          source: null,
        }),
      );
    }
    for (const { rejects } of received) for (const reason of rejects) desk.rejects.add({ at: desk.now(), reason });
    const said = received.length === 0 ? html`<p class="warn" role="alert">No file was given.</p>` : results(received);
    return reply.type(HTML).send(await answer(request, said));
  });

  app.post<{ Body: { address?: string; remove?: string; ask?: string } | undefined }>(
    '/feeds',
    role,
    async (request, reply) => {
      const { address = '', remove = '', ask = '' } = request.body ?? {};
      reply.type(HTML);
      try {
        if (remove) await record.removeFeed(desk.store, address);
        else {
          const { href } = publicAddress(address.trim());
          if (!ask) await record.addFeed(desk.store, href, desk.now());
          const said = await desk.askFeed(href);
          return reply.send(await answer(request, html`<p class="told" role="status">${href}: ${said}</p>`));
        }
      } catch (error) {
        if (!(error instanceof ChanceryError)) throw error;
        return reply.code(400).send(await answer(request, html`<p class="warn" role="alert">${error.message}</p>`));
      }
      return reply.redirect('/filing', 303);
    },
  );
}

async function filing(desk: Desk, said: Html | null): Promise<Html> {
  const feeds = await record.feeds(desk.store);
  const rejects = desk.rejects.list();
  return html`<header class="room"><h1>File</h1><p class="lead">Drop files or paste a dispatch; it is read at once.</p></header><div id="said" aria-live="polite">${said}</div>
<div class="columns filing-columns"><section><h2>Paste</h2><form class="filing" method="post" action="/filing"><label>Text<textarea name="text" rows="14" required maxlength="2000000" placeholder="A dispatch as the wire sent it"></textarea></label><label>Day, if the text does not tell it<input name="date" type="date"></label><p class="buttons"><button>Read and file</button> <button class="plain" name="only" value="read">Only read</button></p></form></section>
<section><h2>Drop</h2><form class="drop" method="post" action="/filing/files" enctype="multipart/form-data"><label><span>Drop files here, or choose them</span><input type="file" name="files" multiple accept=".txt,.wire,.html,.htm,.xml,.rss,.atom,.json,.jsonl,.csv,.tsv,.warc,.gz"></label><p class="soft">Wire copy, HTML, NewsML-G2, NITF, ninjs, RSS, Atom, JSON Lines, CSV, WARC; ${LARGEST / 1e6} MB a file.</p><button>File them</button></form>
<h2>Feeds</h2><form class="feed" method="post" action="/feeds"><label>Address of an RSS, Atom or JSON feed<input name="address" type="url" required maxlength="2000" placeholder="https://"></label><button>Follow</button></form>
${feeds.length === 0 ? nothing('No feed is followed.') : html`<ul class="list feeds">${feeds.map(({ address, asked_at, said: last }) => html`<li><p><a href="${address}" rel="noreferrer">${address}</a></p><p class="soft">${asked_at ? html`${dayText(asked_at)}, ${clock(asked_at)}: ${last}` : 'not asked yet'}</p><form method="post" action="/feeds"><input type="hidden" name="address" value="${address}"><button class="plain" name="ask" value="yes">Ask now</button> <button class="plain" name="remove" value="yes">Remove</button></form></li>`)}</ul>`}
<h2>Rejects</h2>${rejects.length === 0 ? nothing('Nothing was rejected since the desk was opened.') : html`<ul class="list rejects">${rejects.slice(0, 40).map(({ at, reason }) => html`<li><time datetime="${at}">${dayText(at)}, ${clock(at)}</time> ${reason}</li>`)}</ul>`}</section></div>`;
}

function preview(reading: Reading): Html {
  return html`<section class="preview" aria-label="Reading"><p class="told">Only read, not filed: ${holds(reading)}.</p>${raw(renderArticle(reading))}</section>`;
}

function results(received: readonly Received[]): Html {
  return html`<section class="results" aria-label="What was filed">${received.map(
    ({ name, filed, rejects }) =>
      html`<h2>${name}</h2><ul class="list">${filed.map(({ key, added, title, dated, holds: what }) => html`<li><a href="/dispatch/${key}">${title}</a> <span class="soft">${added ? 'filed' : 'already in the record'}: ${what}${dated ? '' : '; it tells no date'}</span></li>`)}${rejects.map((reason) => html`<li class="warn">${reason}</li>`)}${filed.length + rejects.length === 0 ? html`<li class="warn">Nothing was found in it.</li>` : null}</ul>`,
  )}</section>`;
}
