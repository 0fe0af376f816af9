import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parseDocument } from 'htmlparser2';
import { dispatchOf } from '../../src/intake/index.js';
import { elements, textOf } from '../../src/intake/markup.js';
import type { Reading } from '../../src/records.js';
import { renderHtml } from '../../src/render/html.js';
import { marksOf, segmentsOf } from '../../src/render/marks.js';
import { READING, TEXT } from './fixture.js';

const page = renderHtml(READING);
const tree = parseDocument(page);

test('the page needs nothing else: no address, no inline handler or style, a policy that fits its script and style', () => {
  assert.doesNotMatch(page, /https?:|src=|href=|\son\w+=|\sstyle=|url\(/);
  const sha = (name: string): string => {
    const content = page.slice(page.indexOf(`<${name}>`) + name.length + 2, page.indexOf(`</${name}>`));
    return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  };
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1];
  assert.ok(policy.startsWith("default-src 'none'"));
  assert.ok(policy.includes(`style-src ${sha('style')}`) && policy.includes(`script-src ${sha('script')}`));
});

test('the story stands on the page word for word', () => {
  const story = elements(tree, 'div').find((element) => element.attribs.class === 'story')!;
  const shown = textOf(story.children).replace(/\s+/g, ' ');
  for (const [start, end] of READING.dispatch.paragraphs)
    assert.ok(shown.includes(TEXT.slice(start, end)), TEXT.slice(start, end));
});

test('every record has a card, and every card with words has its marks', () => {
  const cards = new Set(
    elements(tree, 'div')
      .map((element) => element.attribs['data-id'])
      .filter(Boolean),
  );
  const marked = new Set(elements(tree, 'span').flatMap((element) => (element.attribs['data-r'] ?? '').split(' ')));
  const { commitments, events, statements, meetings, actors, times, places } = READING;
  for (const { id } of [...commitments, ...events, ...statements, ...meetings, ...actors, ...times, ...places]) {
    assert.ok(cards.has(id), `card of ${id}`);
    assert.ok(marked.has(id), `marks of ${id}`);
  }
});

test('condition and consequence are labelled where they begin', () => {
  assert.equal(page.match(/data-label="if"/g)?.length, 1);
  assert.equal(page.match(/data-label="then"/g)?.length, 1);
});

test('segments cover a stretch without gap or overlap, however marks nest and cross', () => {
  const marks = marksOf(READING);
  let at = 0;
  for (const segment of segmentsOf(marks, 0, TEXT.length)) {
    assert.equal(segment.start, at);
    at = segment.end;
    for (const mark of segment.marks) assert.ok(mark.start <= segment.start && mark.end >= segment.end);
    const sizes = segment.marks.map((mark) => mark.end - mark.start);
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    );
  }
  assert.equal(at, TEXT.length);
});

test('a hostile dispatch stays text', () => {
  const evil = `<script>alert(1)</script>"><img src=x onerror=alert(1)> \u202egnp.exe`;
  const text = `${evil}\n\nLONDON (AP) — ${evil} said ${evil}.\n\nMore of ${evil} here.`;
  const dispatch = { ...dispatchOf(text), id: evil, source: evil, slug: evil, agency: evil, headline: evil };
  const actor = {
    ...READING.actors[0],
    id: 'a" onclick="x',
    name: evil,
    role: evil,
    code: evil,
    mentions: [[0, 40] as const],
  };
  const reading: Reading = {
    ...READING,
    dispatch,
    actors: [actor],
    times: [],
    places: [],
    statements: [],
    events: [],
    commitments: [],
    meetings: [],
    claims: [],
  };
  const html = renderHtml(reading);
  const nodes = parseDocument(html);
  assert.equal(elements(nodes, 'script').length, 1);
  assert.equal(elements(nodes, 'img').length, 0);
  assert.ok(
    elements(nodes, 'div', 'span', 'p').every((element) =>
      Object.keys(element.attribs).every((name) => !name.startsWith('on')),
    ),
  );
  assert.doesNotMatch(html, /\u202e/);
});
