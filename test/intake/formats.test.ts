import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ChanceryError } from '../../src/errors.js';
import { type Format, openInput } from '../../src/intake/index.js';
import type { Dispatch } from '../../src/records.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function open(
  name: string,
  content: string | Buffer,
  input: Format | 'auto' = 'auto',
): Promise<(Dispatch | ChanceryError)[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const found: (Dispatch | ChanceryError)[] = [];
  for await (const item of openInput(path, { input })) found.push(item);
  return found;
}

function dispatches(found: readonly (Dispatch | ChanceryError)[]): Dispatch[] {
  return found.map((item) => {
    assert.ok(!(item instanceof ChanceryError), item instanceof ChanceryError ? item.message : '');
    return item;
  });
}

const told = ({ id, headline, agency, date, blocks, text }: Dispatch) => ({
  id,
  headline,
  agency,
  date: date?.value,
  blocks: blocks.map(({ kind, span }) => `${kind}: ${text.slice(...span)}`),
});

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Arland warns | The Wire</title>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Arland warns Borduria","datePublished":"2031-06-03T14:05:00Z","author":{"name":"Ann Writer"}}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Arland warns Borduria</h1>
<p>PORT ARL (Reuters) &#8211; Arland on Tuesday warned Borduria that any closure of the Strait of Vars would bring sanctions, a senior official said, as the dispute between the two deepened.</p>
<p>The official said that Arland&rsquo;s navy was watching. &ldquo;We are ready,&rdquo; she said. It was the first time that an official had spoken of the navy, and the words were heard in every capital.</p>
</article><footer>Copyright</footer><script>alert(1)</script></body></html>`;

test('a web page: article, headline and day, no navigation and no script', async () => {
  const [dispatch] = dispatches(await open('page.html', PAGE));
  assert.equal(dispatch.date?.value, '2031-06-03');
  assert.deepEqual(dispatch.authors, [{ name: 'Ann Writer', span: null }]);
  assert.deepEqual(
    dispatch.blocks.map((block) => block.kind),
    ['headline', 'dateline', 'paragraph', 'paragraph'],
  );
  assert.match(dispatch.text, /Arland’s navy was watching\. “We are ready,”/);
  assert.doesNotMatch(dispatch.text, /Home|Copyright|alert/);
});

test('NewsML-G2', async () => {
  const xml = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:1" xml:lang="en">
<itemMeta><versionCreated>2031-06-03T14:05:00Z</versionCreated></itemMeta><contentMeta><headline>UPDATE 1-Arland warns</headline><slugline>ARLAND-CRISIS/</slugline><by>Ann Writer</by><dateline>PORT ARL, June 3 (Reuters)</dateline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Arland <b>warned</b>.</p><p>It did.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`;
  assert.deepEqual(dispatches(await open('a.xml', xml)).map(told), [
    {
      id: 'urn:x:1',
      headline: 'Arland warns',
      agency: 'Reuters',
      date: '2031-06-03',
      blocks: [
        'edition: UPDATE 1-',
        'headline: Arland warns',
        'byline: By Ann Writer',
        'dateline: PORT ARL, June 3 (Reuters) -',
        'paragraph: Arland warned.',
        'paragraph: It did.',
      ],
    },
  ]);
});

test('NITF', async () => {
  const xml = `<nitf><head><docdata><doc-id id-string="n-77"/><date.issue norm="20310603T140500Z"/></docdata></head><body><body.head><hedline><hl1>Arland warns</hl1></hedline><byline>By Ann Writer</byline><dateline>PORT ARL (AP)</dateline></body.head>
<body.content><p>Arland <em>warned</em>.</p><hl2>Reaction</hl2><p>It did so again in the course of the day.</p></body.content><body.end><tagline>Reporting by Bo Kim; editing by Al Lo</tagline></body.end></body></nitf>`;
  assert.deepEqual(dispatches(await open('b.xml', xml)).map(told), [
    {
      id: 'n-77',
      headline: 'Arland warns',
      agency: 'AP',
      date: '2031-06-03',
      blocks: [
        'headline: Arland warns',
        'byline: By Ann Writer',
        'dateline: PORT ARL (AP) -',
        'paragraph: Arland warned.',
        'crosshead: Reaction',
        'paragraph: It did so again in the course of the day.',
        'credits: Reporting by Bo Kim; editing by Al Lo',
      ],
    },
  ]);
});

test('ninjs, JSON Feed and a JSON array of rows', async () => {
  const ninjs = JSON.stringify(
    {
      uri: 'urn:n:1',
      headline: 'Arland warns',
      versioncreated: '2031-06-03T10:00:00Z',
      body_xhtml: '<p>PORT ARL (AFP) - Arland warned.</p><p>Again.</p>',
    },
    null,
    1,
  );
  const [one] = dispatches(await open('n.json', ninjs));
  assert.equal(one.id, 'urn:n:1');
  assert.equal(one.agency, 'AFP');
  assert.equal(one.paragraphs.length, 2);
  const feed = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [
      { id: 'f1', title: 'T', content_html: '<p>One.</p>', date_published: '2031-06-03' },
      { id: 'f2', content_text: 'Two.' },
    ],
  });
  assert.deepEqual(
    dispatches(await open('f.json', feed)).map((d) => [d.id, d.headline, d.date?.value]),
    [
      ['f1', 'T', '2031-06-03'],
      ['f2', null, undefined],
    ],
  );
  const rows = JSON.stringify([
    { id: 'r1', text: 'One.' },
    { id: 'r2', text: 'Two.' },
  ]);
  assert.deepEqual(
    dispatches(await open('r.json', rows)).map((d) => [d.id, d.text]),
    [
      ['r1', 'One.'],
      ['r2', 'Two.'],
    ],
  );
});

test('RSS and Atom; an entity that the feed declares is not expanded', async () => {
  const rss = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY y "boom boom boom">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title>
<item><title>Arland warns &amp; waits</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Tue, 03 Jun 2031 14:05:00 GMT</pubDate><description>&lt;p&gt;Arland &lt;b&gt;warned&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Second &y; one.&lt;/p&gt;</description></item>
<item><title>Second</title><guid>g2</guid><content:encoded><![CDATA[<p>LONDON (AP) — Text here.</p>]]></content:encoded></item></channel></rss>`;
  const [one, two] = dispatches(await open('rss.xml', rss));
  assert.deepEqual(told(one), {
    id: 'g1',
    headline: 'Arland warns & waits',
    agency: 'The Wire',
    date: '2031-06-03',
    blocks: ['headline: Arland warns & waits', 'paragraph: Arland warned.', 'paragraph: Second &y; one.'],
  });
  assert.equal(one.source, 'https://example.org/1');
  assert.deepEqual(told(two).blocks, ['headline: Second', 'dateline: LONDON (AP) —', 'paragraph: Text here.']);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><id>a1</id><title>T</title><updated>2031-06-03T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p></div></content></entry></feed>`;
  assert.deepEqual(
    dispatches(await open('atom.xml', atom)).map((d) => [d.id, d.date?.value, d.paragraphs.length]),
    [['a1', '2031-06-03', 1]],
  );
});

test('JSON Lines: spans point into "text"; a broken line is a reject with its number, the rest is read', async () => {
  const found = await open(
    'w.jsonl',
    '\ufeff{"id":"1","date":"2031-06-03","title":"T","text":"One."}\n{oops\n\n{"id":4,"headline":"H","body":"Four."}\n{"id":5}\n',
  );
  assert.deepEqual(
    found.map((item) =>
      item instanceof ChanceryError
        ? [item.code, item.where?.slice(folder.length + 1)]
        : [item.id, item.text, item.headline],
    ),
    [
      ['1', 'One.', 'T'],
      ['E010', 'w.jsonl:2'],
      ['4', 'H\n\nFour.', 'H'],
      ['E011', 'w.jsonl:5'],
    ],
  );
});

test('CSV: quotes, line breaks and any order of columns; without a text column it is rejected', async () => {
  const found = dispatches(
    await open(
      'a.csv',
      'Date,id,body,headline\n2031-06-03,1,"He said ""no"".\nMore.","Arland, warns"\n2031-06-04,2,Two.,Second\n',
    ),
  );
  assert.deepEqual(
    found.map((d) => [d.id, d.date?.value, d.text]),
    [
      ['1', '2031-06-03', 'Arland, warns\n\nHe said "no".\nMore.'],
      ['2', '2031-06-04', 'Second\n\nTwo.'],
    ],
  );
  const [reject] = await open('b.csv', 'id,colour\n1,red\n');
  assert.ok(reject instanceof ChanceryError && reject.code === 'E013');
});

function record(type: string, fields: Record<string, string>, block: string): string {
  const head = Object.entries({ 'WARC-Type': type, ...fields, 'Content-Length': String(Buffer.byteLength(block)) });
  return `WARC/1.1\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${block}\r\n\r\n`;
}

test('WARC: pages of a gzipped archive, chunked or not, with their addresses', async () => {
  const http = (headers: string, body: string) =>
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8${headers}\r\n\r\n${body}`;
  const chunked = `${Buffer.byteLength(PAGE).toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;
  const archive = [
    record('warcinfo', {}, 'software: x'),
    record(
      'response',
      { 'WARC-Target-URI': 'https://example.org/a', 'WARC-Date': '2031-06-04T00:00:00Z' },
      http('', PAGE),
    ),
    record('response', { 'WARC-Target-URI': 'https://example.org/b' }, http('\r\nTransfer-Encoding: chunked', chunked)),
    record(
      'response',
      { 'WARC-Target-URI': 'https://example.org/c' },
      'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>',
    ),
    record('resource', { 'WARC-Target-URI': 'https://example.org/d', 'Content-Type': 'text/plain' }, 'Plain text.'),
  ];
  const found = dispatches(await open('a.warc.gz', Buffer.concat(archive.map((part) => gzipSync(part)))));
  assert.deepEqual(
    found.map((d) => [d.id, d.date?.value, d.blocks.length]),
    [
      ['https://example.org/a', '2031-06-03', 4],
      ['https://example.org/b', '2031-06-03', 4],
      ['https://example.org/d', undefined, 1],
    ],
  );
});

test('encodings: byte-order marks, Windows-1252, UTF-16', async () => {
  const [bom] = dispatches(await open('bom.txt', '\ufeffArland said “no”.'));
  assert.equal(bom.text, 'Arland said “no”.');
  const [windows] = dispatches(await open('w.txt', Buffer.from('Arland said \x93no\x94 \x96 again.', 'latin1')));
  assert.equal(windows.text, 'Arland said “no” – again.');
  const [utf16] = dispatches(await open('u.txt', Buffer.from('\ufeffArland said no.', 'utf16le')));
  assert.equal(utf16.text, 'Arland said no.');
});

test('what cannot be read is one coded word', async () => {
  const code = async (name: string, content: string | Buffer, input?: Format): Promise<string> => {
    const [item] = await open(name, content, input);
    return item instanceof ChanceryError ? item.code : 'read';
  };
  assert.equal(await code('empty.txt', ''), 'E002');
  assert.equal(await code('blank.txt', ' \n\n'), 'E002');
  assert.equal(await code('binary.txt', Buffer.from([1, 0, 2, 3, 0, 255])), 'E004');
  assert.equal(await code('bytes.jsonl', Buffer.from('{"text":"\xff\xfe"}', 'latin1')), 'E006');
  assert.equal(await code('none.xml', '<nitf><body/></nitf>'), 'E015');
  assert.equal(await code('cut.warc', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP'), 'E017');
  const missing: (Dispatch | ChanceryError)[] = [];
  for await (const item of openInput(join(folder, 'nowhere.txt'))) missing.push(item);
  assert.ok(missing[0] instanceof ChanceryError && missing[0].code === 'E001');
});
