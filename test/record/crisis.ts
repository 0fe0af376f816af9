// A small crisis as readings made by hand: two states, a strait, a threat that is carried out, talks, and a denial.

import type { Actor, Event, Reading, Span } from '../../src/records.js';

const ACTORS: readonly Actor[] = [
  {
    id: 'a1',
    name: 'Iran',
    kind: 'country',
    country: 'IRN',
    sector: null,
    code: 'IRN',
    role: null,
    basis: 'name',
    known: true,
    mentions: [],
  },
  {
    id: 'a2',
    name: 'United States',
    kind: 'country',
    country: 'USA',
    sector: null,
    code: 'USA',
    role: null,
    basis: 'name',
    known: true,
    mentions: [],
  },
];

/** One sentence's worth of what a dispatch tells. */
export interface Told {
  readonly event?: Partial<Event> & { readonly from: 'a1' | 'a2'; readonly to: 'a1' | 'a2' | null };
  readonly threat?: {
    readonly by: 'a1' | 'a2';
    readonly to: 'a1' | 'a2';
    readonly strength?: 'weak' | 'plain' | 'strong';
    readonly deadline?: string;
  };
  readonly meeting?: { readonly status: 'scheduled' | 'held' | 'cancelled' | 'postponed'; readonly day: string };
  readonly claim?: { readonly by: 'a1' | 'a2'; readonly stance: 'asserts' | 'denies' };
  readonly statement?: { readonly by: 'a1' | 'a2' };
}

/** A reading of the sentences. */
export function reading(
  id: string,
  day: string,
  headline: string,
  told: readonly (readonly [text: string, told: Told])[],
  edition: Reading['dispatch']['edition'] = null,
): Reading {
  let text = `${headline}\n\n`;
  const sentences: Span[] = [];
  const events: Event[] = [];
  const commitments: Reading['commitments'][number][] = [];
  const meetings: Reading['meetings'][number][] = [];
  const claims: Reading['claims'][number][] = [];
  const statements: Reading['statements'][number][] = [];
  const start = text.length;
  for (const [words, what] of told) {
    const span: Span = [text.length, text.length + words.length];
    text += `${words} `;
    sentences.push(span);
    const ref = (actor: string) => {
      const { code, country, sector, name } = ACTORS.find((known) => known.id === actor) ?? ACTORS[0];
      return { actor, text: name, span, code, country, sector };
    };
    if (what.event) {
      const { from, to, ...rest } = what.event;
      events.push({
        id: `e${events.length + 1}`,
        type: 'ASSAULT',
        mode: null,
        contexts: [],
        cameo: '190',
        quad: 4,
        goldstein: -10,
        sources: [ref(from)],
        targets: to ? [ref(to)] : [],
        reciprocal: false,
        date: { value: day, start: day, end: day, known: false },
        place: null,
        modality: 'happened',
        negated: false,
        denied: false,
        statement: null,
        sentence: sentences.length - 1,
        trigger: span,
        evidence: span,
        repeats: [],
        figures: [],
        rule: 'test',
        confidence: 0.8,
        ...rest,
      });
    }
    if (what.threat) {
      const { by, to, strength = 'plain', deadline } = what.threat;
      const consequence = events[events.length - 1];
      commitments.push({
        id: `c${commitments.length + 1}`,
        kind: 'threat',
        holder: by,
        addressee: to,
        consequence: { span, events: consequence ? [consequence.id] : [] },
        condition: null,
        deadline: deadline ? { value: deadline, start: deadline, end: deadline, known: true } : null,
        strength,
        statement: null,
        trigger: span,
        rule: 'test',
      });
    }
    if (what.meeting) {
      meetings.push({
        id: `m${meetings.length + 1}`,
        form: 'talks',
        status: what.meeting.status,
        parties: ['a1', 'a2'],
        start: what.meeting.day,
        end: what.meeting.day,
        known: true,
        place: null,
        requestedBy: null,
        host: null,
        level: null,
        format: null,
        round: null,
        outcome: null,
        span,
        mentions: [span],
        statement: null,
        rule: 'test',
      });
    }
    if (what.claim) {
      claims.push({
        id: `k${claims.length + 1}`,
        span,
        by: what.claim.by,
        stance: what.claim.stance,
        against: claims.length > 0 ? 'k1' : null,
        events: [],
        statement: null,
        rule: 'test',
      });
    }
    if (what.statement) {
      statements.push({
        id: `s${statements.length + 1}`,
        kind: 'indirect',
        source: [],
        cue: [],
        content: [span],
        speaker: what.statement.by,
        addressee: null,
        sourcing: 'named',
        anonymity: null,
        parent: null,
        rule: 'test',
      });
    }
  }
  return {
    schema: 'chancery/1',
    dispatch: {
      id,
      source: null,
      agency: 'Agency',
      slug: null,
      headline,
      edition,
      editorNote: null,
      authors: [],
      datelinePlaces: [],
      date: { value: day, known: true, basis: 'metadata', span: null },
      credits: [],
      language: 'en',
      text,
      paragraphs: [[start, text.length]],
      blocks: [{ kind: 'paragraph', span: [start, text.length] }],
    },
    sentences,
    actors: ACTORS,
    times: [],
    places: [],
    statements,
    events,
    commitments,
    meetings,
    claims,
  };
}

/** The crisis, in the order of its days. */
export function crisis(): Reading[] {
  return [
    reading('d1', '1987-06-01', 'Iran threatens U.S. ships in the Gulf', [
      [
        'Iran would attack American tankers in the Gulf if its own ships were hit, it said.',
        { event: { from: 'a1', to: 'a2', modality: 'conditional' }, threat: { by: 'a1', to: 'a2' } },
      ],
      [
        'Talks between the two sides are planned for June 9 in Geneva.',
        { meeting: { status: 'scheduled', day: '1987-06-09' } },
      ],
    ]),
    reading('d2', '1987-06-02', 'Iran repeats threat against U.S. tankers', [
      [
        'Iran will attack American tankers in the Gulf if its own ships are hit, it said.',
        {
          event: { from: 'a1', to: 'a2', modality: 'conditional' },
          threat: { by: 'a1', to: 'a2', strength: 'strong' },
        },
      ],
    ]),
    reading('d3', '1987-06-05', 'Tanker hit off Dubai', [
      [
        'Iranian gunboats attacked an American tanker off Dubai, killing two sailors.',
        { event: { from: 'a1', to: 'a2', figures: [{ kind: 'dead', value: 2, atLeast: false, span: [0, 1] }] } },
      ],
      [
        'Washington said Iranian gunboats fired on the tanker without warning.',
        { claim: { by: 'a2', stance: 'asserts' } },
      ],
      [
        'Tehran denied that its boats had fired on the tanker.',
        { claim: { by: 'a1', stance: 'denies' }, statement: { by: 'a1' } },
      ],
    ]),
    reading(
      'd4',
      '1987-06-05',
      'Tanker hit off Dubai',
      [
        [
          'Iranian gunboats attacked the American tanker off Dubai, killing three sailors.',
          { event: { from: 'a1', to: 'a2', figures: [{ kind: 'dead', value: 3, atLeast: false, span: [0, 1] }] } },
        ],
        [
          'The talks planned for June 9 in Geneva were called off.',
          { meeting: { status: 'cancelled', day: '1987-06-09' } },
        ],
      ],
      { kind: 'update', number: 1, span: null },
    ),
  ];
}
