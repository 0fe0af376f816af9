// The record for a language model, by the Model Context Protocol: read a text, ask the record, open a dispatch, explain. Answers carry the
// exact words and their offsets, so that the model can cite the record instead of remembering.

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { explain } from '../explain.js';
import { dispatchOf } from '../intake/index.js';
import { read } from '../reading.js';
import * as record from '../store/index.js';

const ASK = {
  incidents: record.incidents,
  events: record.events,
  statements: record.statements,
  commitments: record.ledger,
  daybook: record.daybook,
  disputes: record.disputes,
  stories: record.stories,
  actors: record.actors,
} as const;

const answer = (value: unknown) => ({ content: [{ type: 'text' as const, text: JSON.stringify(value) }] });
const failure = (text: string) => ({ content: [{ type: 'text' as const, text }], isError: true });

/** The server with its tools, not yet connected. `store` null leaves out the record. */
export function mcpServer(store: record.Store | null, version: string): McpServer {
  const server = new McpServer({ name: 'chancery', version });
  server.registerTool(
    'read',
    {
      description:
        'Reads a newswire dispatch: actors, times, places, statements, events (PLOVER/CAMEO), commitments with conditions, meetings and claims. Every span is [start, end) in UTF-16 code units of the text.',
      inputSchema: {
        text: z.string().min(1).max(500_000),
        date: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/)
          .optional(),
      },
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
        type: z.string().max(80).optional(),
        status: z.string().max(80).optional(),
        from: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/)
          .optional(),
        to: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/)
          .optional(),
        text: z.string().max(500).optional().describe('words that must all stand in the text'),
        sourcing: z.string().max(40).optional(),
        asOf: z.string().max(40).optional().describe('what the record said then'),
        limit: z.number().int().min(1).max(100).optional(),
        offset: z.number().int().min(0).optional(),
      },
    },
    async ({ question, ...given }) => {
      const filter = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as record.Filter;
      return answer(await ASK[question](store, { limit: 20, ...filter }));
    },
  );
  server.registerTool(
    'tension',
    {
      description: 'Conflict and cooperation between two sides by day, with uncertainty and change points.',
      inputSchema: {
        a: z.string().max(80),
        b: z.string().max(80),
        from: z.string().optional(),
        to: z.string().optional(),
      },
    },
    async ({ a, b, from, to }) =>
      answer(await record.tension(store, [a, b], { ...(from ? { from } : {}), ...(to ? { to } : {}) })),
  );
  server.registerTool(
    'dispatch',
    {
      description: 'A filed dispatch with its text and its whole reading, by the key that reports carry before "#".',
      inputSchema: { key: z.string().max(40) },
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
      inputSchema: { report: z.string().max(100) },
    },
    async ({ report }) => {
      const [key, id] = report.split('#');
      const reading = await record.readingOf(store, key);
      if (!reading) return failure(`There is no dispatch ${key} in the record.`);
      const found = explain(reading.dispatch, id ?? '');
      return found ? answer({ report, ...found }) : failure(`There is no record ${report}.`);
    },
  );
  return server;
}
