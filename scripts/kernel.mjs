// Assembles src/language/kernel.wat into src/language/kernel-bytes.ts. Run by hand after a change of the kernel.
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const module = (await wabt()).parseWat('kernel.wat', readFileSync('src/language/kernel.wat', 'utf8'), { simd: true });
const bytes = Buffer.from(module.toBinary({}).buffer).toString('base64');
const lines = bytes.match(/.{1,110}/g).map((line) => `  '${line}',`);
writeFileSync(
  'src/language/kernel-bytes.ts',
  `// Made from kernel.wat by scripts/kernel.mjs; not written by hand.\n\nexport const KERNEL = [\n${lines.join('\n')}\n].join('');\n`,
);
