import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import type { Dispatch } from '../../src/records.js';

/** The blocks as "kind: text". */
function blocks(dispatch: Dispatch): string[] {
  return dispatch.blocks.map(({ kind, span }) => `${kind}: ${dispatch.text.slice(...span)}`);
}

test('a dispatch in the style of the 2020s: edition, note, by-line, double dateline, credits', () => {
  const text = `UPDATE 2-Arland warns of ‘consequences’ if strait closes

(Adds Bordurian denial, background)

By Ann Writer and Bo Reporter

PORT ARL, Arland/SZOHOD, June 3 (Reuters) – Arland said on Wednesday it would act.

“We will act,” the president said.

(Additional reporting by Cy Field in Paris and Szohod bureau; Writing by Dee Wells; Editing by Eve Stone and Fay Moor)
`;
  const dispatch = dispatchOf(text, { date: '2026-06-04' });
  assert.deepEqual(blocks(dispatch), [
    'edition: UPDATE 2-',
    'headline: Arland warns of ‘consequences’ if strait closes',
    'note: (Adds Bordurian denial, background)',
    'byline: By Ann Writer and Bo Reporter',
    'dateline: PORT ARL, Arland/SZOHOD, June 3 (Reuters) –',
    'paragraph: Arland said on Wednesday it would act.',
    'paragraph: “We will act,” the president said.',
    'credits: (Additional reporting by Cy Field in Paris and Szohod bureau; Writing by Dee Wells; Editing by Eve Stone and Fay Moor)',
  ]);
  assert.deepEqual(dispatch.edition, { kind: 'update', number: 2, span: [0, 8] });
  assert.equal(dispatch.editorNote, 'Adds Bordurian denial, background');
  assert.deepEqual(
    dispatch.authors.map((author) => author.name),
    ['Ann Writer', 'Bo Reporter'],
  );
  assert.deepEqual(
    dispatch.datelinePlaces.map(({ name, qualifier }) => [name, qualifier]),
    [
      ['PORT ARL', 'Arland'],
      ['SZOHOD', null],
    ],
  );
  assert.deepEqual(dispatch.date, { value: '2026-06-03', known: false, basis: 'dateline', span: [151, 157] });
  assert.equal(dispatch.agency, 'Reuters');
  assert.deepEqual(
    dispatch.credits.map(({ role, names, place }) => [role, names, place]),
    [
      ['additional reporting', ['Cy Field'], 'Paris'],
      ['additional reporting', ['Szohod bureau'], 'Szohod'],
      ['writing', ['Dee Wells'], null],
      ['editing', ['Eve Stone', 'Fay Moor'], null],
    ],
  );
});

test('a bare sentence is one paragraph and never a headline', () => {
  for (const text of [
    'Arland expelled two Bordurian diplomats on Friday.',
    'Arland expels two Bordurian diplomats',
    'By Friday, both sides had withdrawn their troops.',
  ])
    assert.deepEqual(blocks(dispatchOf(text)), [`paragraph: ${text}`]);
});

test('a wire of the 1980s: wrapped lines, indented paragraphs, a table, a headline over two lines, its end mark', () => {
  const text =
    'GULF WAR THREATENS TO SPREAD AS\nARLAND WARNS BORDURIA\n\n    By Ann Writer, Reuters\n    PORT ARL, March 3 - Arland on Tuesday warned Borduria not to\nlet foreign warships use its ports.\n    "Those who help our enemies will regret it," an official\nsaid.\n    Exports, in tonnes, were:\n                1985    1986\n    Oil         12.0    13.4\n    Wheat        3.1     4.5\n    Reuter\n\u0003';
  const dispatch = dispatchOf(text, { date: '1987-03-03' });
  assert.deepEqual(blocks(dispatch), [
    'headline: GULF WAR THREATENS TO SPREAD AS\nARLAND WARNS BORDURIA',
    'byline: By Ann Writer, Reuters',
    'dateline: PORT ARL, March 3 -',
    'paragraph: Arland on Tuesday warned Borduria not to\nlet foreign warships use its ports.',
    'paragraph: "Those who help our enemies will regret it," an official\nsaid.',
    'paragraph: Exports, in tonnes, were:',
    'table: 1985    1986\n    Oil         12.0    13.4\n    Wheat        3.1     4.5',
    'end: Reuter',
  ]);
  assert.equal(dispatch.headline, 'GULF WAR THREATENS TO SPREAD AS ARLAND WARNS BORDURIA');
  assert.equal(dispatch.agency, 'Reuters');
});

test('an American wire: slug with its lead number, note to editors, by-line with a trade, first line indented', () => {
  const text =
    'AM-Arland-Strait, 2nd Ld-Writethru,0650\nArland Threatens to Close Strait\nEds: UPDATES with reaction\nBy JANE DOE\nAssociated Press Writer\n   PORT ARL, Arland (AP) - Arland said Monday it would close the\nStrait of Vars if its exports were stopped.\n   Officials said so.\n   AP-WX-03-03-87 0912EST<';
  const dispatch = dispatchOf(text, { date: '1987-03-03' });
  assert.deepEqual(
    dispatch.blocks.map((block) => block.kind),
    ['slug', 'headline', 'note', 'byline', 'byline', 'dateline', 'paragraph', 'paragraph', 'end'],
  );
  assert.equal(dispatch.editorNote, 'UPDATES with reaction');
  assert.deepEqual([dispatch.edition?.kind, dispatch.edition?.number], ['update', 2]);
});

test('CRLF, key points, crossheads, contacts and keywords', () => {
  const text =
    'ARLAND-CRISIS/\r\nUPDATE 4-Arland says talks "serious"\r\n* Gladz warns\r\n* Holm replies\r\nBy Ann Writer, Bo Reporter and Cy Field\r\nPORT ARL, Jan 2 (Reuters) - Text of the story stands here.\r\nREACTION\r\nNeighbours condemned the move, which they called rash.\r\n((ann@example.org; +1 202 555))\r\n(Reporting by Ann Writer; Editing by Bo Reporter)\r\nKeywords: ARLAND CRISIS/\r\n';
  const dispatch = dispatchOf(text, { date: '2022-01-02' });
  assert.deepEqual(
    dispatch.blocks.map((block) => block.kind),
    [
      'slug',
      'edition',
      'headline',
      'paragraph',
      'paragraph',
      'byline',
      'dateline',
      'paragraph',
      'crosshead',
      'paragraph',
      'credits',
      'credits',
      'slug',
    ],
  );
  assert.deepEqual(
    dispatch.authors.map((author) => author.name),
    ['Ann Writer', 'Bo Reporter', 'Cy Field'],
  );
  assert.equal(dispatch.slug, 'ARLAND-CRISIS/');
});

test('editions', () => {
  const edition = (line: string) => {
    const { edition: found, headline } = dispatchOf(`${line}\n\nLONDON, June 3 (AP) - Text of the story.`);
    return `${found ? `${found.kind} ${found.number}` : 'none'} | ${headline}`;
  };
  assert.equal(edition('UPDATE 1-Arland warns'), 'update 1 | Arland warns');
  assert.equal(edition('UPDATE 12 – Arland warns'), 'update 12 | Arland warns');
  assert.equal(edition('CORRECTED-UPDATE 2-Arland warns'), 'correction 2 | Arland warns');
  assert.equal(edition('CORRECTION - Arland warns'), 'correction null | Arland warns');
  assert.equal(edition('(CORRECTED) - ARLAND WARNS'), 'correction null | ARLAND WARNS');
  assert.equal(edition('Correction: Arland-Strait story'), 'correction null | Arland-Strait story');
  assert.equal(edition('REFILE-Arland warns'), 'refile null | Arland warns');
  assert.equal(edition('RPT-Arland warns'), 'repeat null | Arland warns');
  assert.equal(edition('WITHDRAWN-Arland warns'), 'withdrawn null | Arland warns');
  assert.equal(edition('WRAPUP 3-Arland warns'), 'wrapup 3 | Arland warns');
  assert.equal(edition('ADVISORY-Arland story withdrawn'), 'advisory null | Arland story withdrawn');
  assert.equal(edition('EXCLUSIVE-UPDATE 1-Arland warns'), 'update 1 | Arland warns');
  assert.equal(edition('Arland Warns Borduria (Update2)'), 'update 2 | Arland Warns Borduria');
  assert.equal(edition('(2nd LD) Arland warns'), 'update 2 | Arland warns');
  assert.equal(edition('FLASH-FLOODS KILL FIVE IN ARLAND'), 'none | FLASH-FLOODS KILL FIVE IN ARLAND');
  assert.equal(edition('Update on the war: Arland warns'), 'none | Update on the war: Arland warns');
});

test('what only looks like a head stays in the story', () => {
  for (const text of [
    'By Friday, 12 ships had left the port, officials said.\n\nMore were to follow, they added.',
    'By Arland and Borduria alone can peace be made, she said.\n\nOthers agreed with her on that.',
    'The minister said so.\n\n(Adds nothing, he thought.) It was late when they left.',
  ])
    assert.ok(
      dispatchOf(text).blocks.every((block) => block.kind === 'paragraph'),
      blocks(dispatchOf(text)).join('\n'),
    );
});

test('another language is recognised, English with foreign names is not', () => {
  const language = (text: string) => dispatchOf(text).language;
  assert.equal(
    language(
      'Die Regierung hat am Freitag mitgeteilt, dass der Botschafter von Borduria in das Ministerium einbestellt wurde und sich dort erklären muss.',
    ),
    'de',
  );
  assert.equal(
    language(
      'Le ministre a déclaré vendredi que les deux pays ont rompu leurs relations et que les ambassadeurs sont rappelés dans leur capitale.',
    ),
    'fr',
  );
  assert.equal(language('Министр заявил в пятницу, что переговоры завершились.'), 'ru');
  assert.equal(
    language(
      'El Universal and La Nacion said De la Rua had met Los Angeles officials in La Paz on Friday to talk of trade.',
    ),
    'en',
  );
  assert.equal(language('CBT SOYBEAN SPREADS'), 'en');
});

test('blocks are in order, do not overlap, and leave out nothing but white space, whatever the text', () => {
  const parts = [
    'UPDATE 2-',
    '\n',
    '\n\n',
    ' ',
    '    ',
    'LONDON, June 3 (AP) - ',
    'By Ann Writer',
    '(Adds quotes)',
    '* point',
    'Text of a sentence.',
    'TITLE',
    '“quoted”',
    'Reuter',
    '\u0003',
    '(Reporting by A B; Editing by C D)',
    '1.0   2.0   3.0',
    '\r\n',
    '---',
    '(',
    ')',
    'Keywords: X',
    '\ufeff',
    '😀',
    'Eds: note',
    'a',
  ];
  let seed = 7;
  const random = (n: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  for (let round = 0; round < 400; round++) {
    let text = '';
    for (let i = random(14); i >= 0; i--) text += parts[random(parts.length)];
    const dispatch = dispatchOf(text, { date: '2031-06-03' });
    assert.equal(dispatch.text, text);
    let at = 0;
    for (const { span } of dispatch.blocks) {
      assert.ok(span[0] >= at && span[1] > span[0] && span[1] <= text.length, JSON.stringify(text));
      assert.match(text.slice(at, span[0]), /^[\s\p{Cc}]*$/u, JSON.stringify(text));
      at = span[1];
    }
    assert.match(text.slice(at), /^[\s\p{Cc}]*$/u, JSON.stringify(text));
  }
});

test('hostile text takes no more time than its length asks for', () => {
  const size = 40_000;
  const start = performance.now();
  for (const part of [
    ' ',
    'a',
    '(',
    '\n',
    '-',
    'A, ',
    'A/',
    'By A B, ',
    '(Adds\n',
    '* a\n',
    '1\t2\n',
    'UPDATE 1-',
    '((a@b; ',
    'x\n\n(Reporting by A)\n\n',
  ])
    dispatchOf(part.repeat(size / part.length));
  assert.ok(performance.now() - start < 8000, `${performance.now() - start} ms`);
});

test('slugs over one another, and a newspaper that its own man writes for', () => {
  const text = `BC-ARLAND-TALKS
PM-ARLAND-TALKS
ARLAND REJECTS OFFER OF TALKS
Special to The Courier
PORT ARL, March 4 - Arland rejected an offer of talks.
`;
  assert.deepEqual(blocks(dispatchOf(text, { date: '1987-03-04' })), [
    'slug: BC-ARLAND-TALKS',
    'slug: PM-ARLAND-TALKS',
    'headline: ARLAND REJECTS OFFER OF TALKS',
    'byline: Special to The Courier',
    'dateline: PORT ARL, March 4 -',
    'paragraph: Arland rejected an offer of talks.',
  ]);
});

test('the source behind the dash of a headline is a part of its own', () => {
  const heads: Readonly<Record<string, readonly string[]>> = {
    'Arland offers Borduria a truce -sources': ['headline: Arland offers Borduria a truce', 'attribution: -sources'],
    'UPDATE 1-Two hurt in border raid – Bordurian state media': [
      'edition: UPDATE 1-',
      'headline: Two hurt in border raid',
      'attribution: – Bordurian state media',
    ],
    'Talks on Arland strait to resume Friday - AFP': [
      'headline: Talks on Arland strait to resume Friday',
      'attribution: - AFP',
    ],
    'Arland closes strait - and Borduria answers': ['headline: Arland closes strait - and Borduria answers'],
    'Arland-Borduria talks fail over cease-fire': ['headline: Arland-Borduria talks fail over cease-fire'],
  };
  for (const [head, parts] of Object.entries(heads)) {
    const text = `${head}\n\nPORT ARL, June 3 (Reuters) - Arland said on Wednesday it would act.\n`;
    assert.deepEqual(blocks(dispatchOf(text, { date: '2026-06-04' })).slice(0, -2), parts);
  }
});

test('credits behind the last sentence, and a desk’s own lines, are no part of the story', () => {
  const text = `(2nd LD) Arland recalls envoy from Szohod
(ATTN: RECASTS lead)
By Ann Writer

PORT ARL, June 3 (Yonhap) -- Arland recalled its envoy on Wednesday.

Borduria has not replied. (Reporting by Ann Writer in Port Arl and Bo Reporter; Editing by Eve Stone)

ann.writer@yna.co.kr
(END)
`;
  const dispatch = dispatchOf(text, { date: '2026-06-04' });
  assert.deepEqual(blocks(dispatch).slice(-4), [
    'paragraph: Borduria has not replied.',
    'credits: (Reporting by Ann Writer in Port Arl and Bo Reporter; Editing by Eve Stone)',
    'end: ann.writer@yna.co.kr',
    'end: (END)',
  ]);
  assert.equal(dispatch.headline, 'Arland recalls envoy from Szohod');
  assert.deepEqual(
    dispatch.credits.map(({ role, names, place }) => [role, names, place]),
    [
      ['reporting', ['Ann Writer'], 'Port Arl'],
      ['reporting', ['Bo Reporter'], null],
      ['editing', ['Eve Stone'], null],
    ],
  );
});

test('a bracket in the last sentence that is no credit stays', () => {
  const { paragraphs, credits } = dispatchOf(
    'Arland recalls envoy\n\nPORT ARL, June 3 (Reuters) - Arland recalled its envoy.\n\nIt fined two firms 84 million crowns ($567 million).\n',
    { date: '2026-06-04' },
  );
  assert.equal(paragraphs.length, 2);
  assert.deepEqual(credits, []);
});

test('the telex’s own lines stand above the headline', () => {
  const text = `ZCZC ARL214
URGENT
LEAD STRAIT
ARLAND GIVES BORDURIA UNTIL FRIDAY, PRESIDENT CALLS CABINET
PORT ARL, JUNE 3, 1961 (AFP) - ARLAND TODAY GAVE BORDURIA UNTIL FRIDAY TO REOPEN THE STRAIT.
BORDURIA DENIED THAT IT HAD CLOSED THE STRAIT.
AFP FD/LM 031655 GMT
NNNN
`;
  const dispatch = dispatchOf(text);
  assert.equal(dispatch.headline, 'ARLAND GIVES BORDURIA UNTIL FRIDAY, PRESIDENT CALLS CABINET');
  assert.equal(dispatch.edition?.kind, 'update');
  assert.deepEqual(
    dispatch.datelinePlaces.map(({ name }) => name),
    ['PORT ARL'],
  );
  assert.equal(dispatch.paragraphs.length, 2);
  assert.deepEqual(blocks(dispatch).slice(-2), ['end: AFP FD/LM 031655 GMT', 'end: NNNN']);
});

test('other agencies’ last lines', () => {
  const last = (line: string): string =>
    blocks(
      dispatchOf(`Arland recalls envoy\n\nPORT ARL, June 3 (Reuters) - Arland recalled its envoy.\n\n${line}\n`, {
        date: '2026-06-04',
      }),
    ).at(-1)!;
  for (const line of ['==Kyodo', 'REUTER JH/RT 2140', 'REUTER PDC/GB', '9376**2050'])
    assert.equal(last(line), `end: ${line}`);
  assert.equal(last('*Writing by Selin Kaya'), 'credits: *Writing by Selin Kaya');
  assert.equal(last('Arland has 2 envoys left'), 'paragraph: Arland has 2 envoys left');
});

test('an AP tagline of two sentences', () => {
  const { credits } = dispatchOf(
    'Arland recalls envoy\n\nBy BO REPORTER\n\nPORT ARL, Arland (AP) — Arland recalled its envoy.\n\n___\n\nReporter reported from Szohod, Borduria. Associated Press writer Cy Field in Paris contributed to this report.\n',
    { date: '2026-06-04' },
  );
  assert.deepEqual(
    credits.map(({ role, names, place }) => [role, names, place]),
    [
      ['reporting', ['Reporter'], 'Szohod, Borduria'],
      ['contributing', ['Cy Field'], 'Paris'],
    ],
  );
});

test('EFE’s dateline, AP’s last line for the day, a signature behind a dash', () => {
  const efe = dispatchOf('Arland recalls envoy\n\nPort Arl, 3 Jun 2024 (EFE).- Arland recalled its envoy on Monday.\n');
  assert.equal(efe.agency, 'EFE');
  assert.equal(efe.date?.value, '2024-06-03');
  assert.equal(efe.text.slice(...efe.paragraphs[0]), 'Arland recalled its envoy on Monday.');
  const ap = dispatchOf(
    'Arland recalls envoy\n\nPORT ARL, Arland (AP) _ Arland recalled its envoy on Thursday.\n\nBorduria is silent.\n\nAP-NY-09-12-91 1411EDT\n',
  );
  assert.deepEqual([ap.date?.value, ap.date?.known], ['1991-09-12', true]);
  assert.equal(ap.text.slice(...ap.date!.span!), 'AP-NY-09-12-91 1411EDT');
  const old = dispatchOf(
    'ARLAND RECALLS ENVOY\n    PORT ARL, April 9 - Arland recalled its envoy on\nThursday.\n    Borduria is silent.\n - REUTER\n',
    { date: '1987-04-10' },
  );
  assert.equal(old.agency, 'Reuters');
  assert.equal(old.text.slice(...old.paragraphs.at(-1)!), 'Borduria is silent.');
});

test('a year of long ago is no anchor for copy of today', () => {
  const { date } = dispatchOf(
    'UPDATE 2-Arland recalls envoy\n\nPORT ARL, April 28 (Reuters) - Arland recalled its envoy on Thursday.\n\nThe court gave it the strait in 1962. (Editing by Eve Stone)\n',
  );
  assert.equal(date, null);
});
