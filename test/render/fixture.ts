// A reading made by hand, with every kind of record in it, for tests of the renderings.

import { dispatchOf } from '../../src/intake/index.js';
import type { Actor, ActorRef, Event, Reading, Span, Statement } from '../../src/records.js';

export const TEXT = `UPDATE 2-Arland warns of “consequences” if Borduria closes strait

(Adds Bordurian denial, background)

By Ann Writer and Bo Reporter

PORT ARL/SZOHOD, June 3 (Reuters) – Arland’s President Ida Holm told her Bordurian counterpart Plekszy Gladz in a 40-minute call on Tuesday that Arland would impose “unprecedented” sanctions if Borduria closed the Strait of Vars, a senior Arland official said.

“We do not seek a quarrel,” Gladz’s spokesman Milo Dorn told reporters in Szohod. “But no one will dictate to us who sails in our waters.”

Borduria denies laying mines in the strait. Arland’s navy said it had found two mines on Sunday near the island of Holt, and two fishermen were killed by a third.

Foreign ministers of both countries are to meet in Geneva on June 9 and 10 for talks that Borduria asked for.

Borduria must withdraw its patrol boats by Friday, Arland’s Foreign Minister Per Lund said, according to the state news agency.

(Additional reporting by Cy Field in Geneva; Editing by Dee Wells)
`;

function span(words: string, nth = 0): Span {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = TEXT.indexOf(words, at + 1);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  return [at, at + words.length];
}

function actor(
  id: string,
  name: string,
  country: string | null,
  sector: string | null,
  role: string | null,
  ...mentions: Span[]
): Actor {
  const kind = sector === null ? 'country' : role === null ? 'unnamed' : 'person';
  return {
    id,
    name,
    kind,
    country,
    sector,
    code: `${country ?? '---'}${sector ?? ''}`,
    role,
    basis: 'by hand',
    known: true,
    mentions,
  };
}

const actors: Actor[] = [
  actor('a1', 'Ida Holm', 'ARL', 'GOV', 'president', span('Ida Holm'), span('her')),
  actor('a2', 'Plekszy Gladz', 'BOR', 'GOV', 'president', span('Plekszy Gladz'), span('Gladz', 1)),
  actor('a3', 'Arland', 'ARL', null, null, span('Arland', 2)),
  actor('a4', 'Borduria', 'BOR', null, null, span('Borduria', 1), span('Borduria denies')),
  actor('a5', 'a senior Arland official', 'ARL', 'GOV', null, span('a senior Arland official')),
  actor('a6', 'Milo Dorn', 'BOR', 'GOV', 'spokesman', span('Milo Dorn')),
  actor('a7', 'Arland’s navy', 'ARL', 'MIL', null, span('Arland’s navy')),
  actor('a8', 'Per Lund', 'ARL', 'GOV', 'foreign minister', span('Per Lund')),
];

function ref(id: string, words: Span): ActorRef {
  const found = actors.find((one) => one.id === id)!;
  return {
    actor: id,
    text: TEXT.slice(...words),
    span: words,
    code: found.code,
    country: found.country,
    sector: found.sector,
  };
}

const noWhen = { value: '2031-06-03', start: '2031-06-03', end: '2031-06-03', known: true };

function event(id: string, part: Partial<Event> & Pick<Event, 'type' | 'trigger' | 'evidence'>): Event {
  return {
    id,
    mode: null,
    contexts: [],
    cameo: '010',
    quad: 3,
    goldstein: -4,
    sources: [],
    targets: [],
    reciprocal: false,
    date: noWhen,
    place: null,
    modality: 'happened',
    negated: false,
    denied: false,
    statement: null,
    sentence: 0,
    repeats: [],
    figures: [],
    rule: 'by hand',
    confidence: 0.8,
    ...part,
  };
}

function statement(id: string, part: Partial<Statement>): Statement {
  return {
    id,
    kind: 'indirect',
    source: [],
    cue: [],
    content: [],
    speaker: null,
    addressee: null,
    sourcing: 'named',
    anonymity: null,
    parent: null,
    rule: 'by hand',
    ...part,
  };
}

const geneva = { place: null, name: 'Geneva', country: 'CHE', latitude: 46.2, longitude: 6.1, span: span('Geneva') };

export const READING: Reading = {
  schema: 'chancery/1',
  dispatch: dispatchOf(TEXT, { id: 'arland-2', date: '2031-06-04' }),
  sentences: [],
  actors,
  times: [
    {
      id: 't1',
      span: span('Tuesday'),
      type: 'DATE',
      value: '2031-06-03',
      start: '2031-06-03',
      end: '2031-06-03',
      known: false,
      rule: 'by hand',
    },
    {
      id: 't2',
      span: span('June 9 and 10'),
      type: 'DATE',
      value: '2031-06-09',
      start: '2031-06-09',
      end: '2031-06-10',
      known: false,
      rule: 'by hand',
    },
  ],
  places: [
    {
      id: 'p1',
      span: span('the Strait of Vars'),
      name: 'Strait of Vars',
      country: null,
      latitude: null,
      longitude: null,
      kind: 'strait',
      relation: null,
      rule: 'by hand',
    },
    {
      id: 'p2',
      span: span('Geneva'),
      name: 'Geneva',
      country: 'CHE',
      latitude: 46.2,
      longitude: 6.1,
      kind: 'city',
      relation: 'in',
      rule: 'by hand',
    },
  ],
  statements: [
    statement('s1', {
      source: [span('a senior Arland official')],
      cue: [span('said', 0)],
      content: [
        span(
          'Arland’s President Ida Holm told her Bordurian counterpart Plekszy Gladz in a 40-minute call on Tuesday that Arland would impose “unprecedented” sanctions if Borduria closed the Strait of Vars',
        ),
      ],
      speaker: 'a5',
      sourcing: 'anonymous',
      anonymity: { description: 'a senior Arland official', count: 1, reason: null },
    }),
    statement('s2', {
      source: [span('Ida Holm')],
      cue: [span('told')],
      content: [span('that Arland would impose “unprecedented” sanctions if Borduria closed the Strait of Vars')],
      speaker: 'a1',
      addressee: 'a2',
      parent: 's1',
      kind: 'mixed',
    }),
    statement('s3', {
      source: [span('Gladz’s spokesman Milo Dorn')],
      cue: [span('told', 1)],
      content: [span('“We do not seek a quarrel,”'), span('“But no one will dictate to us who sails in our waters.”')],
      speaker: 'a6',
      sourcing: 'spokesperson',
      kind: 'direct',
    }),
    statement('s4', {
      source: [span('Borduria', 2)],
      cue: [span('denies')],
      content: [span('laying mines in the strait')],
      speaker: 'a4',
    }),
  ],
  events: [
    event('e1', {
      type: 'CONSULT',
      mode: 'phone',
      cameo: '041',
      quad: 1,
      goldstein: 1,
      sources: [ref('a1', span('Ida Holm')), ref('a2', span('Plekszy Gladz'))],
      reciprocal: true,
      trigger: span('call'),
      evidence: span('Ida Holm told her Bordurian counterpart Plekszy Gladz in a 40-minute call on Tuesday'),
      statement: 's1',
    }),
    event('e2', {
      type: 'SANCTION',
      mode: null,
      cameo: '163',
      goldstein: -8,
      quad: 4,
      sources: [ref('a3', span('Arland', 2))],
      targets: [ref('a4', span('Borduria closed'))],
      modality: 'conditional',
      trigger: span('sanctions'),
      evidence: span('Arland would impose “unprecedented” sanctions'),
      statement: 's2',
    }),
    event('e3', {
      type: 'ASSAULT',
      mode: 'explosives',
      cameo: '183',
      goldstein: -10,
      quad: 4,
      targets: [ref('a7', span('two fishermen'))],
      trigger: span('killed'),
      evidence: span('two fishermen were killed by a third'),
      figures: [{ kind: 'dead', value: 2, atLeast: false, span: span('two fishermen') }],
    }),
    event('e4', {
      type: 'MOBILIZE',
      mode: 'weapons',
      cameo: '152',
      goldstein: -7.2,
      quad: 4,
      sources: [ref('a4', span('Borduria denies'))],
      denied: true,
      trigger: span('laying'),
      evidence: span('laying mines in the strait'),
      statement: 's4',
    }),
  ],
  commitments: [
    {
      id: 'c1',
      kind: 'threat',
      holder: 'a1',
      addressee: 'a2',
      consequence: { span: span('Arland would impose “unprecedented” sanctions'), events: ['e2'] },
      condition: { span: span('Borduria closed the Strait of Vars'), events: [], polarity: 'if' },
      deadline: null,
      strength: 'strong',
      statement: 's2',
      trigger: span('would'),
      rule: 'by hand',
    },
    {
      id: 'c2',
      kind: 'demand',
      holder: 'a8',
      addressee: 'a4',
      consequence: { span: span('withdraw its patrol boats'), events: [] },
      condition: null,
      deadline: { value: '2031-06-06', start: '2031-06-06', end: '2031-06-06', known: false },
      strength: 'strong',
      statement: null,
      trigger: span('must'),
      rule: 'by hand',
    },
  ],
  meetings: [
    {
      id: 'm1',
      form: 'call',
      status: 'held',
      parties: ['a1', 'a2'],
      start: '2031-06-03',
      end: '2031-06-03',
      known: true,
      place: null,
      requestedBy: null,
      host: null,
      level: 'leaders',
      format: 'by telephone',
      round: null,
      outcome: null,
      span: span('a 40-minute call'),
      mentions: [span('a 40-minute call')],
      statement: 's1',
      rule: 'by hand',
    },
    {
      id: 'm2',
      form: 'talks',
      status: 'scheduled',
      parties: ['a3', 'a4'],
      start: '2031-06-09',
      end: '2031-06-10',
      known: true,
      place: geneva,
      requestedBy: 'a4',
      host: null,
      level: 'ministers',
      format: null,
      round: null,
      outcome: null,
      span: span('talks'),
      mentions: [span('talks')],
      statement: null,
      rule: 'by hand',
    },
  ],
  claims: [
    {
      id: 'k1',
      span: span('it had found two mines on Sunday near the island of Holt'),
      by: 'a7',
      stance: 'asserts',
      against: null,
      events: [],
      statement: null,
      rule: 'by hand',
    },
    {
      id: 'k2',
      span: span('Borduria denies laying mines in the strait'),
      by: 'a4',
      stance: 'denies',
      against: 'k1',
      events: ['e4'],
      statement: 's4',
      rule: 'by hand',
    },
  ],
};
