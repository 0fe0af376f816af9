// `node dist/bench/record-1987.js > 1987.jsonl`: the dispatches of Reuters-21578 that docs/crisis-1987.md is made from, as JSON Lines:
// those that name Japan and speak of chips, tariffs or retaliation, and those on Iran, Kuwait and the Gulf.

import { reuters } from './corpus.js';

const CHIPS = /semiconductor|microchip|\bchips?\b|\btariffs?\b|retaliat/i;
const GULF = /\biran|silkworm|hormuz|kuwait|persian gulf|\bstark\b|reflag/i;

for (const { id, date, text } of reuters() ?? [])
  if ((/japan/i.test(text) && CHIPS.test(text)) || GULF.test(text))
    process.stdout.write(`${JSON.stringify({ id, date, text })}\n`);
