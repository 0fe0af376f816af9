// `chancery mcp`: the record for a language model, over standard input and output.

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Command } from 'commander';
import { mcpServer } from '../desk/mcp.js';
import { openStore } from '../store/index.js';
import { programVersion } from './versions.js';

export function addMcp(program: Command): void {
  program
    .command('mcp')
    .summary('serve the record to a language model (Model Context Protocol, standard input and output)')
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .action(async (options: { store?: string }) => {
      const store = await openStore(options.store);
      const server = mcpServer(store, programVersion());
      const transport = new StdioServerTransport();
      transport.onclose = () => void store.close();
      await server.connect(transport);
    });
}
