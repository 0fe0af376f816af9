import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { mcpServer } from '../../src/desk/mcp.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import { file, openStore } from '../../src/store/index.js';
import { crisis } from '../record/crisis.js';
import { entry, sample } from './here.js';

test('a model reads a text, asks the record and opens what it cites', async () => {
  const store = await openStore(':memory:');
  const entries = crisis().map((reading, i) => ({
    key: `${i}`.repeat(20),
    reading,
    json: JSON.stringify(reading),
    source: null,
    original: null,
  }));
  await file(store, entries, { program: 'test', codebook: 'test', at: '1987-06-10T12:00:00Z' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await mcpServer(store, '0').connect(ours);
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(theirs);
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = (await client.callTool({ name, arguments: args })) as {
      content: { text: string }[];
      isError?: boolean;
    };
    return { text: content[0].text, isError };
  };
  const asked = JSON.parse((await call('ask', { question: 'commitments', actor: 'IRN' })).text);
  assert.equal(asked[0].status, 'carried out');
  const opened = JSON.parse((await call('dispatch', { key: asked[0].id.split('#')[0] })).text);
  assert.equal(opened.schema, 'chancery/1');
  assert.equal(JSON.parse((await call('read', { text: 'Iran met Iraq.' })).text).dispatch.text, 'Iran met Iraq.');
  assert.ok(JSON.parse((await call('tension', { a: 'IRN', b: 'USA' })).text).length > 0);
  assert.equal((await call('dispatch', { key: 'none' })).isError, true);
  const names = (await client.listTools()).tools.map(({ name }) => name).sort();
  assert.deepEqual(names, ['ask', 'dispatch', 'explain', 'read', 'tension']);
  const said = 'Iran said on Monday it would close the strait if its tankers were attacked.';
  const filed = entry(read(dispatchOf(said, { id: 'said', date: '1987-06-01' })));
  await file(store, [filed], { program: 'test', codebook: 'test', at: '1987-06-11T12:00:00Z' });
  const [{ id }] = filed.reading.statements;
  const why = JSON.parse((await call('explain', { report: `${filed.key}#${id}` })).text);
  assert.ok(why.sections.some(({ title }: { title: string }) => title === 'Fields'));
  assert.equal((await call('explain', { report: `${filed.key}#c99` })).isError, true);
  assert.equal((await client.callTool({ name: 'ask', arguments: { question: 'gossip' } })).isError, true);
  await client.close();
  await store.close();
});

test('every answer carries spans, and at each span stand the words that it tells', async () => {
  const store = await openStore(':memory:');
  await file(
    store,
    ['2046-05-12-nile-2', 'crisis/2046-06-12-explosion-update-1', 'crisis/2046-06-21-riyadh-set'].map(sample),
    { program: 'test', codebook: 'test', at: '2046-06-30T12:00:00Z' },
  );
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await mcpServer(store, '0').connect(ours);
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(theirs);
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content } = (await client.callTool({ name, arguments: args })) as { content: { text: string }[] };
    return JSON.parse(content[0].text);
  };
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const texts = new Map<string, string>();
  for (const question of ['incidents', 'events', 'statements', 'commitments', 'daybook', 'disputes']) {
    let cited = 0;
    for (const item of await call('ask', { question, limit: 5 })) {
      const cites = [item, ...(item.reports ?? []), ...(item.steps ?? []), ...(item.stances ?? [])];
      for (const { span, text, dispatch } of cites) {
        if (!span) continue;
        if (!texts.has(dispatch)) texts.set(dispatch, (await call('dispatch', { key: dispatch })).dispatch.text);
        assert.equal(flat(String(texts.get(dispatch)).slice(span[0], span[1])), text, question);
        cited++;
      }
    }
    assert.ok(cited > 0, question);
  }
  assert.match(client.getInstructions() ?? '', /Cite the key/);
  const { tools } = await client.listTools();
  for (const { name, description, annotations, inputSchema } of tools) {
    assert.ok(description && description.length > 60, name);
    assert.equal(annotations?.readOnlyHint, true, name);
    assert.ok(Object.keys(inputSchema.properties ?? {}).length > 0, name);
  }
  const { prompts } = await client.listPrompts();
  assert.deepEqual(prompts.map(({ name }) => name).sort(), ['briefing', 'threat']);
  const { messages } = await client.getPrompt({ name: 'briefing', arguments: { a: 'EGY', b: 'ETH' } });
  assert.match(JSON.stringify(messages), /dyad \[\\"EGY\\", \\"ETH\\"\]/);
  assert.deepEqual(await call('ask', { question: 'commitments', asOf: '2046-06-29' }), []);
  assert.ok((await call('ask', { question: 'commitments', asOf: '2046-06-30', status: 'open' })).length > 0);
  await client.close();
  await store.close();
});

test('`chancery mcp` serves the record over standard input and output to the official client', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-mcp-'));
  const address = join(folder, 'record.db');
  const store = await openStore(address);
  const text =
    'TEHRAN, June 1 (Agency) - Iran warned Kuwait on Monday that it would close the strait if its tankers were attacked.';
  const filed = entry(read(dispatchOf(text, { id: 'warned', date: '1987-06-01' })));
  await file(store, [filed], { program: 'test', codebook: 'test', at: '1987-06-01T12:00:00Z' });
  await store.close();
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [fileURLToPath(new URL('../../src/cli/main.js', import.meta.url)), 'mcp', '--store', address],
    }),
  );
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content } = (await client.callTool({ name, arguments: args })) as { content: { text: string }[] };
    return JSON.parse(content[0].text);
  };
  try {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), ['ask', 'dispatch', 'explain', 'read', 'tension']);
    assert.ok(tools.every(({ description, inputSchema }) => description && inputSchema.type === 'object'));
    const reading = await call('read', {
      text: 'Egypt recalled its ambassador from Khartoum on Wednesday.',
      date: '2046-06-27',
    });
    assert.equal(reading.schema, 'chancery/1');
    const [commitment] = await call('ask', { question: 'commitments', actor: 'IRN' });
    assert.match(commitment.condition, /tankers were attacked/);
    const why = await call('explain', { report: commitment.id });
    assert.match(why.head, /^c1\s+threat/);
    assert.ok(why.sections.some(({ title }: { title: string }) => title === 'Fields'));
  } finally {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
