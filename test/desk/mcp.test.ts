import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { mcpServer } from '../../src/desk/mcp.js';
import { file, openStore } from '../../src/store/index.js';
import { crisis } from '../record/crisis.js';

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
  await client.close();
  await store.close();
});
