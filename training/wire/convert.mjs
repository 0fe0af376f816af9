// Writes the sentences of sentences.txt as CoNLL-U: train.conllu, and held.conllu with every fourth. Lemmas and features are those that the
// training treebank most often has for the word and its tag.  node training/wire/convert.mjs [TREEBANK.conllu]
import { readFileSync, writeFileSync } from 'node:fs';

const bank = process.argv[2] ?? '../shared/data/treebanks/train/train-ewt.conllu';
const counts = new Map();
const verbs = new Set();
const count = (key, value) => {
  const values = counts.get(key) ?? new Map();
  values.set(value, (values.get(value) ?? 0) + 1);
  counts.set(key, values);
};
const best = (...keys) => {
  for (const key of keys) {
    const values = counts.get(key);
    if (values) return [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
  }
  return null;
};
for (const line of readFileSync(bank, 'utf8').split('\n')) {
  const [id, form, lemma, upos, xpos, feats] = line.split('\t');
  if (!/^\d+$/.test(id)) continue;
  const low = form.toLowerCase();
  count(`f ${low} ${xpos} ${upos}`, feats);
  count(`f ${xpos} ${upos}`, feats);
  count(`l ${low} ${xpos}`, lemma);
  if (upos === 'VERB') verbs.add(lemma);
}

/** UPOS by tag and relation. */
function uposOf(xpos, rel, form) {
  const base = rel.split(':')[0];
  if (/^VB/.test(xpos)) return base === 'aux' || base === 'cop' ? 'AUX' : 'VERB';
  if (xpos === 'IN') return base === 'mark' ? 'SCONJ' : 'ADP';
  if (xpos === 'DT' || xpos === 'PDT') return base === 'det' || base === 'advmod' ? 'DET' : 'PRON';
  if (xpos === 'RB' && /^(not|n't|n’t)$/i.test(form)) return 'PART';
  if (xpos === 'WRB') return base === 'mark' ? 'SCONJ' : 'ADV';
  const plain = {
    NNP: 'PROPN',
    NNPS: 'PROPN',
    NN: 'NOUN',
    NNS: 'NOUN',
    JJ: 'ADJ',
    JJR: 'ADJ',
    JJS: 'ADJ',
    RB: 'ADV',
    RBR: 'ADV',
    RP: 'ADP',
    TO: 'PART',
    MD: 'AUX',
    CC: 'CCONJ',
    CD: 'NUM',
    PRP: 'PRON',
    PRP$: 'PRON',
    WP: 'PRON',
    WDT: 'PRON',
    EX: 'PRON',
    POS: 'PART',
  };
  return plain[xpos] ?? 'PUNCT';
}

/** "Bush" as it stands, plain words lower-cased, inflected ones as the treebank has them. */
function lemmaOf(form, xpos) {
  const known = best(`l ${form.toLowerCase()} ${xpos}`);
  if (xpos.startsWith('NNP'))
    return form === form.toUpperCase() && form.length > 4 ? form[0] + form.slice(1).toLowerCase() : form;
  if (known) return known;
  const low = form.toLowerCase();
  if (xpos === 'NNS' && low.endsWith('s')) return low.slice(0, -1);
  const stems = low.endsWith('ed')
    ? [low.slice(0, -2), low.slice(0, -1), low.slice(0, -3)]
    : low.endsWith('ing')
      ? [low.slice(0, -3), `${low.slice(0, -3)}e`]
      : [];
  return stems.find((stem) => verbs.has(stem)) ?? low;
}

const NER = { P: 'PER', L: 'LOC', O: 'ORG' };
const parts = { train: [], held: [] };
let n = 0;
for (const [at, line] of readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
  .split('\n')
  .entries()) {
  if (line.trim() === '' || line.startsWith('# ')) continue;
  const words = line
    .trim()
    .split(' ')
    .map((word) => word.split('|'));
  const forms = words.map(([form]) => form);
  const headOf = (i, head) => {
    if (head === '-') return 0;
    const [form, nth] = head.split('#');
    const places = forms.flatMap((other, k) => (other === form ? [k] : []));
    const found = nth
      ? places[Number(nth) - 1]
      : places.filter((k) => k !== i).sort((a, b) => Math.abs(a - i) - Math.abs(b - i))[0];
    if (found === undefined) throw new Error(`sentences.txt:${at + 1}: no head "${head}" for "${forms[i]}"`);
    return found + 1;
  };
  const heads = words.map(([, , head], i) => headOf(i, head));
  if (heads.filter((head) => head === 0).length !== 1) throw new Error(`sentences.txt:${at + 1}: not one root`);
  for (let i = 0; i < heads.length; i++) {
    const seen = new Set();
    for (let w = i + 1; w > 0; w = heads[w - 1]) {
      if (seen.has(w)) throw new Error(`sentences.txt:${at + 1}: a circle at "${forms[i]}"`);
      seen.add(w);
    }
  }
  const rows = words.map(([form, xpos, , rel, name], i) => {
    const upos = uposOf(xpos, rel, form);
    const feats = best(`f ${form.toLowerCase()} ${xpos} ${upos}`, `f ${xpos} ${upos}`) ?? '_';
    const before = words[i - 1]?.[4];
    const ner = name ? `NER=${before === name ? 'I' : 'B'}-${NER[name]}` : '_';
    return [i + 1, form, lemmaOf(form, xpos), upos, xpos, feats, heads[i], rel, `${heads[i]}:${rel}`, ner].join('\t');
  });
  n++;
  (n % 4 === 0 ? parts.held : parts.train).push(
    `# sent_id = wire-${n}\n# text = ${forms.join(' ')}\n${rows.join('\n')}\n`,
  );
}
for (const [name, sentences] of Object.entries(parts)) {
  writeFileSync(new URL(`${name}.conllu`, import.meta.url), `${sentences.join('\n')}\n`);
  console.log(`${name}: ${sentences.length} sentences`);
}
