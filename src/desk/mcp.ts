// The record for a language model, by the Model Context Protocol: read a text, ask the record, open a dispatch, explain. Answers carry the
// exact words and their offsets, so that the model can cite the record instead of remembering.

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { explain } from '../explain.js';
import { dispatchOf } from '../intake/index.js';
import { read } from '../reading.js';
import * as record from '../store/index.js';
import { standing } from './standing.js';

/** Entries of the ledger that are looked through for those that stand in a certain way. */
const LOOKED = 200;

const ASK = {
  incidents: record.incidents,
  events: record.events,
  statements: record.statements,
  commitments: async (store: record.Store, asked: record.Filter) => {
    const { filter, stands } = standing(asked);
    // Those that stand so are looked for among the newest.
    const looked = asked.status === undefined ? filter : { ...filter, limit: LOOKED };
    return (await record.ledger(store, looked)).filter(stands).slice(0, filter.limit);
  },
  daybook: record.daybook,
  disputes: record.disputes,
  stories: record.stories,
  actors: record.actors,
} as const;

const INSTRUCTIONS = `The record of a crisis, read from newswire dispatches by rules. Answer from it, not from memory.
- Begin with "ask". Narrow by actor or dyad and by days; countries are ISO 3166 alpha-3 codes (IRN, USA).
- Each answer names the reports that it stands on: a key such as "3f0c...#e1" (the dispatch before "#", the record in it behind), and a span
  [start, end) in UTF-16 code units of that dispatch's text. Cite the key, and quote only the words at the span; "dispatch" gives the text.
- Say whose word it is: sourcing, speaker, withdrawn and denied are part of the answer. "planned", "conditional" and "hypothetical" did not happen.
- When the record has nothing, say that it has nothing. "explain" tells how a record came about when its reading is in doubt.`;

/** All tools read and change nothing; the record is a closed world. */
const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'write the day as 1987-06-03')
    .optional()
    .describe(description);

const answer = (value: unknown) => ({ content: [{ type: 'text' as const, text: JSON.stringify(value) }] });
const failure = (text: string) => ({ content: [{ type: 'text' as const, text }], isError: true });

/** The server with its tools, not yet connected. `store` null leaves out the record. */
export function mcpServer(store: record.Store | null, version: string): McpServer {
  const server = new McpServer({ name: 'chancery', version }, { instructions: INSTRUCTIONS });
  server.registerTool(
    'read',
    {
      description:
        'Reads a newswire dispatch: actors, times, places, statements, events (PLOVER/CAMEO), commitments with conditions, meetings and claims. Every span is [start, end) in UTF-16 code units of the text.',
      inputSchema: {
        text: z
          .string()
          .min(1)
          .max(500_000)
          .describe('the dispatch as the wire sent it, with its headline and dateline'),
        date: day('the day it was written, when its dateline does not tell the year'),
      },
      annotations: READS,
    },
    async ({ text, date }) => answer(read(dispatchOf(text, { id: 'text', ...(date ? { date } : {}) }))),
  );
  if (!store) return server;
  server.registerTool(
    'ask',
    {
      description:
        'Asks the record. incidents: what happened, merged over reports; commitments: threats, promises, demands with their life; daybook: meetings; disputes: who denies what; statements: who said what; stories: editions; actors: who takes part.',
      inputSchema: {
        question: z.enum(Object.keys(ASK) as [keyof typeof ASK, ...(keyof typeof ASK)[]]),
        actor: z
          .string()
          .max(200)
          .optional()
          .describe('a country (IRN), a code (IRNGOV), a sector (MIL), or words of a name'),
        dyad: z
          .tuple([z.string().max(80), z.string().max(80)])
          .optional()
          .describe('both sides take part'),
        type: z
          .string()
          .max(80)
          .optional()
          .describe(
            'incidents: AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT; commitments: threat, warning, ultimatum, demand, promise, offer, refusal; daybook: call, meeting, talks, summit, conference, visit',
          ),
        status: z
          .string()
          .max(80)
          .optional()
          .describe(
            'incidents: happened, ongoing, planned, conditional, hypothetical, requested; commitments: open, condition met, partly carried out, carried out, withdrawn, lapsed; daybook: proposed, scheduled, postponed, ongoing, held, cancelled, refused',
          ),
        from: day('first day'),
        to: day('last day'),
        text: z.string().max(500).optional().describe('words that must all stand in the text'),
        sourcing: z
          .enum(['named', 'spokesperson', 'anonymous', 'organisation', 'document', 'media', 'none'])
          .optional(),
        asOf: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d(T[0-9:.]+Z)?$/)
          .optional()
          .describe('what the record said then, a day or a moment in UTC'),
        limit: z.number().int().min(1).max(100).optional().describe('20 when not given'),
        offset: z.number().int().min(0).optional(),
      },
      annotations: READS,
    },
    async ({ question, ...given }) => {
      const filter = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as record.Filter;
      // A day means its end.
      const asOf = filter.asOf?.length === 10 ? { asOf: `${filter.asOf}T23:59:59Z` } : {};
      return answer(await ASK[question](store, { limit: 20, ...filter, ...asOf }));
    },
  );
  server.registerTool(
    'tension',
    {
      description:
        'Conflict and cooperation between two sides by day: an index from -100 (cooperation) to 100 (conflict) with its uncertainty, the days on which the level changes, and the ids of the incidents that it is made from.',
      inputSchema: {
        a: z.string().max(80).describe('a country (IRN), a code (IRNGOV), or a name'),
        b: z.string().max(80),
        from: day('first day'),
        to: day('last day'),
      },
      annotations: READS,
    },
    async ({ a, b, from, to }) =>
      answer(await record.tension(store, [a, b], { ...(from ? { from } : {}), ...(to ? { to } : {}) })),
  );
  server.registerTool(
    'dispatch',
    {
      description: 'A filed dispatch with its text and its whole reading, by the key that reports carry before "#".',
      inputSchema: { key: z.string().max(40).describe('20 hexadecimal digits') },
      annotations: READS,
    },
    async ({ key }) => {
      const reading = await record.readingOf(store, key);
      return reading ? answer(reading) : failure(`There is no dispatch ${key} in the record.`);
    },
  );
  server.registerTool(
    'explain',
    {
      description:
        'How a record came about and what lost: the notes of every stage on a report, by its key ("...#e1").',
      inputSchema: { report: z.string().max(100).describe('as an answer of "ask" names it: key, "#", id') },
      annotations: READS,
    },
    async ({ report }) => {
      const [key, id] = report.split('#');
      const reading = await record.readingOf(store, key);
      if (!reading) return failure(`There is no dispatch ${key} in the record.`);
      const found = explain(reading.dispatch, id ?? '');
      return found ? answer({ report, ...found }) : failure(`There is no record ${report}.`);
    },
  );
  const side = z.string().max(80).describe('a country code, an actor code, or a name');
  server.registerPrompt(
    'briefing',
    {
      title: 'Briefing on two sides',
      description:
        'Where two sides stand: what happened last, open threats and demands, what is ahead, what is in dispute.',
      argsSchema: { a: side, b: side },
    },
    ({ a, b }) =>
      told(
        `Write a briefing of at most 300 words on ${a} and ${b} from the record alone. Ask "tension" first, then "ask" for incidents, commitments (status open and condition met), daybook and disputes, each with dyad ["${a}", "${b}"]. Behind each sentence cite the key of the report it stands on. Tell what is planned or conditional apart from what happened, and name the source where it is anonymous.`,
      ),
  );
  server.registerPrompt(
    'threat',
    {
      title: 'A threat followed to its end',
      description: 'The life of a threat, demand or promise: who made it, on what condition, what followed.',
      argsSchema: { holder: side, words: z.string().max(200).describe('words of the threat') },
    },
    ({ holder, words }) =>
      told(
        `Ask "ask" for commitments of ${holder} with the words "${words}". Tell the life of the one that fits: its words at its span, the condition and the deadline, each step with its day and the key that shows it, and what became of it. Use "explain" on the step that decided it. When several fit, list them and ask which is meant.`,
      ),
  );
  return server;
}

const told = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
