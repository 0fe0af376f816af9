// The shapes of requests, as TypeBox schemas: they check what comes in and make the OpenAPI document.

import { type Static, Type } from 'typebox';

const day = (description: string) => Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description }));
const word = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

/** The filters of every question, as they stand in the address. */
export const Query = Type.Object(
  {
    actor: word('a country (IRN), a code (IRNGOV), a sector (MIL), or words of a name'),
    dyad: Type.Optional(
      Type.String({ pattern: '^[^-]{1,80}-[^-]{1,80}$', description: 'both sides take part, as USA-JPN' }),
    ),
    type: word('PLOVER type, kind of commitment, form of meeting, stance, kind of statement'),
    mode: word('PLOVER mode'),
    status: word(
      'modality of an event, status of a meeting, what became of a commitment (looked for among as many entries as the limit says)',
    ),
    from: day('first day'),
    to: day('last day'),
    place: word('where it is'),
    sourcing: word('named, spokesperson, anonymous, organisation, document, media, none'),
    text: Type.Optional(Type.String({ maxLength: 500, description: 'words that must all stand in the text' })),
    asOf: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?$', description: 'what the record said then' }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 500,
        description: 'at most so many; 50 when not given, and as JSON Lines or CSV all there are',
      }),
    ),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('jsonl'), Type.Literal('csv')])),
  },
  { additionalProperties: false },
);
export type Query = Static<typeof Query>;

/** The map's: the same, and what its shade counts. */
export const MapQuery = Type.Object(
  { ...Query.properties, by: Type.Optional(Type.Union([Type.Literal('actor'), Type.Literal('scene')])) },
  { additionalProperties: false },
);
export type MapQuery = Static<typeof MapQuery>;

export const TensionQuery = Type.Object(
  {
    dyad: Type.String({ pattern: '^[^-]{1,80}-[^-]{1,80}$' }),
    from: day('first day'),
    to: day('last day'),
    directed: Type.Optional(Type.Boolean({ description: 'only what the first does to the second' })),
    asOf: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?$' })),
  },
  { additionalProperties: false },
);
export type TensionQuery = Static<typeof TensionQuery>;

/** A text to be read or filed. */
export const Text = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 2_000_000 }),
    id: Type.Optional(Type.String({ maxLength: 200 })),
    date: day('the day of the dispatch, when it does not tell it'),
  },
  { additionalProperties: false },
);
export type Text = Static<typeof Text>;

/** A mark on a report. */
export const MarkBody = Type.Object(
  {
    report: Type.String({ maxLength: 100 }),
    verdict: Type.Union([Type.Literal('confirmed'), Type.Literal('rejected'), Type.Literal('corrected')]),
    correction: Type.Union([
      Type.Null(),
      Type.Object(
        { field: Type.String({ maxLength: 60 }), value: Type.String({ maxLength: 2000 }) },
        { additionalProperties: false },
      ),
    ]),
    by: Type.String({ minLength: 1, maxLength: 120 }),
    note: Type.String({ maxLength: 4000 }),
  },
  { additionalProperties: false },
);
export type MarkBody = Static<typeof MarkBody>;

const key = Type.String({ pattern: '^[0-9a-f]{20}$', description: 'key of a dispatch' });

export const KeyParams = Type.Object({ key });
export type KeyParams = Static<typeof KeyParams>;

export const ReportParams = Type.Object({ key, id: Type.String({ pattern: '^[a-z]{1,2}\\d{1,6}$' }) });
export type ReportParams = Static<typeof ReportParams>;

export const KeyPair = Type.Object({ from: key, to: key });
export type KeyPair = Static<typeof KeyPair>;

export const PairQuery = Type.Object({ from: key, to: key }, { additionalProperties: false });
export type PairQuery = Static<typeof PairQuery>;

export const GoldQuery = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('jsonl'), Type.Literal('corpus')])) },
  { additionalProperties: false },
);
export type GoldQuery = Static<typeof GoldQuery>;
