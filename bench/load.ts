// How long the gazetteer and the places take to load, and how much memory: `node dist/bench/load.js`, in a process of its own.
// The first look-up loads the tables of countries, offices, organisations and places; the first city loads the cities.

import { citiesNamed, personsNamed } from '../src/gazetteer/index.js';

const collect = (globalThis as { gc?: () => void }).gc;
collect?.();
const before = process.memoryUsage().rss;
const start = performance.now();
const cpu = process.cpuUsage();
const known = personsNamed('Kofi Annan', '2000-01-01').length;
const tables = performance.now() - start;
const cities = citiesNamed('Oslo').length;
const all = performance.now() - start;
const used = process.cpuUsage(cpu);
/** Time of a processor, which other programs on the machine do not lengthen; the loader's own threads count too. */
const busy = (used.user + used.system) / 1000;
collect?.();
const memory = (process.memoryUsage().rss - before) / 2 ** 20;
if (known === 0 || cities === 0) throw new Error('the tables are empty');
console.log(
  `gazetteer and places   ${all.toFixed(0)} ms (tables ${tables.toFixed(0)}, cities ${(all - tables).toFixed(0)}), ${busy.toFixed(0)} ms of a processor, ${memory.toFixed(0)} MB`,
);
console.log(`at most                200 ms, 100 MB: ${all < 200 && memory < 100 ? 'kept' : 'NOT KEPT'}`);
