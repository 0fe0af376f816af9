"""Reads the treebanks and the entity sets, and makes the altered copies that training sees."""
import json, re, random
from features import plain

FOLD = {'PER': 'PER', 'PERSON': 'PER', 'POLITICIAN': 'PER', 'LOC': 'LOC', 'LOCATION': 'LOC', 'GPE': 'LOC', 'COUNTRY': 'LOC', 'PLACE': 'LOC',
        'ORG': 'ORG', 'ORGANISATION': 'ORG', 'ORGANIZATION': 'ORG', 'POLITICALPARTY': 'ORG'}


class Sent:
    """forms, tags [(upos, xpos, feats)] or None, heads (0 = root, 1-based) or None, rels, lemmas, names (BIO over PER LOC ORG) or None."""
    __slots__ = ('forms', 'tags', 'heads', 'rels', 'lemmas', 'names', 'soft')

    def __init__(self, forms, tags=None, heads=None, rels=None, lemmas=None, names=None, soft=None):
        self.forms, self.tags, self.heads, self.rels, self.lemmas, self.names = forms, tags, heads, rels, lemmas, names
        self.soft = soft


def bio(tags):
    out, last = [], 'O'
    for t in tags:
        prefix, _, kind = t.partition('-')
        kind = FOLD.get(kind.upper())
        if kind is None:
            out.append('O')
        elif prefix == 'I' and last[2:] == kind:
            out.append('I-' + kind)
        else:
            out.append('B-' + kind)
        last = out[-1]
    return out


def conllu(path, names=False, trees=True):
    sents, rows = [], []
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if not line:
            if rows:
                ner = None
                if names:
                    ner = bio([(re.search(r'(?:^|\|)NER=([^|]+)', r[9]) or [0, 'O'])[1] for r in rows])
                s = Sent([r[1] for r in rows], names=ner)
                if trees:
                    s.tags = [(r[3], r[4], r[5]) for r in rows]
                    s.heads = [int(r[6]) for r in rows]
                    s.rels = [r[7] for r in rows]
                    s.lemmas = [r[2] for r in rows]
                sents.append(s)
            rows = []
        elif line[0] != '#':
            cells = line.split('\t')
            if cells[0].isdigit():
                rows.append(cells)
    return sents


def iob(path):
    sents, forms, tags = [], [], []
    for line in open(path, encoding='utf8'):
        parts = line.split()
        if not parts:
            if forms:
                sents.append(Sent(forms, names=bio(tags)))
            forms, tags = [], []
        else:
            forms.append(parts[0])
            tags.append(parts[-1])
    if forms:
        sents.append(Sent(forms, names=bio(tags)))
    return sents


WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|\S")
ENDS = {'.', '!', '?'}


def re3d(path):
    """Plain tokens are enough here: only names are learned from it."""
    sents = []
    for line in open(path, encoding='utf8'):
        d = json.loads(line)
        text, spans = d['text'], []
        for e in d['entities']:
            kind = {'Person': 'PER', 'Organisation': 'ORG', 'Location': 'LOC'}.get(e['type'])
            if kind and re.search('[A-Z]', text[e['begin']:e['end']]):
                b = e['begin']
                m = re.match(r'(?i)(the|a|an|his|her|their|its)\s+', text[b:e['end']])
                if m and kind != 'PER':
                    b += m.end()
                v = text[b:e['end']]
                if len(v.split()) > 7 or not v[:1].isupper() or not all(w[0].isupper() or w[0].isdigit() or w in ('of', 'the', 'and', 'al', 'in', 'for', '-', '(', ')', 'bin', 'on') for w in v.split()):
                    continue
                spans.append((b, e['end'], kind))
        spans.sort(key=lambda s: (s[0], -s[1]))
        forms, tags, at, open_ = [], [], 0, None
        keep, last = [], -1
        for s in spans:
            if s[0] >= last:
                keep.append(s)
                last = s[1]
        i = 0
        for m in WORD.finditer(text):
            while i < len(keep) and keep[i][1] <= m.start():
                i += 1
            tag = 'O'
            if i < len(keep) and keep[i][0] <= m.start() < keep[i][1]:
                tag = ('B-' if m.start() == keep[i][0] else 'I-') + keep[i][2]
            forms.append(m.group())
            tags.append(tag)
            if m.group() in ENDS and (m.end() >= len(text) or text[m.end()].isspace()) and len(forms) > 5 and len(forms[-2]) > 2 or len(forms) > 80:
                sents.append(Sent(forms, names=bio(tags)))
                forms, tags = [], []
        if forms:
            sents.append(Sent(forms, names=bio(tags)))
    return sents


class Pools:
    """Names by kind, from the training sets and from names.txt, to be put in the place of others."""

    def __init__(self, sents, path):
        self.kind = {'first': [], 'last': [], 'place': [], 'body': []}
        for s in sents:
            for first, end, kind in spans_of(s.names or []):
                words = s.forms[first:end]
                if kind == 'PER':
                    if len(words) > 1 and words[0].istitle():
                        self.kind['first'].append(words[0])
                    if words[-1].istitle():
                        self.kind['last'].append(words[-1])
                elif len(words) == 1 and words[0][:1].isupper():
                    self.kind['place' if kind == 'LOC' else 'body'].append(words[0])
        for k in self.kind:
            self.kind[k] = sorted(set(self.kind[k]))
        for line in open(path, encoding='utf8'):
            words = line.split()
            if words and words[0] in self.kind:
                self.kind[words[0]] += words[1:] * (2 if words[0] != 'place' else 4)


def spans_of(names):
    out = []
    for i, t in enumerate(names):
        if t[0] == 'B':
            out.append([i, i + 1, t[2:]])
        elif t[0] == 'I' and out:
            out[-1][1] = i + 1
    return out


def renamed(s, rng, pools):
    """A copy with other names in the place of its own; the same word becomes the same word."""
    change = {}
    for first, end, kind in spans_of(s.names):
        for i in range(first, end):
            w = s.forms[i]
            if w in change or not w[:1].isupper() or len(w) < 2 or w.endswith('.'):
                continue
            if kind == 'PER' and not s.forms[i][1:].islower():
                continue
            if kind == 'PER':
                pool = 'last' if i == end - 1 else 'first' if i == first else None
            else:
                pool = ('place' if kind == 'LOC' else 'body') if end - first == 1 else None
            if pool and rng.random() < 0.8:
                change[w] = rng.choice(pools.kind[pool])
    if not change:
        return s
    inside = {i for first, end, _ in spans_of(s.names) for i in range(first, end)}
    forms = [(change[f].upper() if f.isupper() and len(f) > 4 else change[f]) if i in inside and f in change else f for i, f in enumerate(s.forms)]
    return Sent(forms, s.tags, s.heads, s.rels, None, s.names)


ARTICLES = {'the', 'a', 'an', 'The', 'A', 'An'}


def drop(s, gone):
    """A copy without the words of `gone` (leaves only)."""
    stay = [i for i in range(len(s.forms)) if i not in gone]
    if not stay or len(stay) == len(s.forms):
        return s
    new = {old + 1: k + 1 for k, old in enumerate(stay)}
    new[0] = 0
    names = None
    if s.names:
        names = [s.names[i] for i in stay]
        for k, t in enumerate(names):
            if t[0] == 'I' and (k == 0 or names[k - 1][2:] != t[2:]):
                names[k] = 'B' + t[1:]
    return Sent([s.forms[i] for i in stay], [s.tags[i] for i in stay], [new[s.heads[i]] for i in stay], [s.rels[i] for i in stay], None, names)


def altered(s, rng, pools):
    """Other names, capitals, title case, lower case, no articles, no final stop: the ways of headlines and of old wires."""
    r = rng.random()
    if s.names and rng.random() < 0.45:
        s = renamed(s, rng, pools)
    if s.heads and rng.random() < 0.10:
        used = set(s.heads)
        n = len(s.forms)
        gone = set()
        if n > 2 and s.forms[-1] in ('.', '!') and n not in used:
            gone.add(n - 1)
        if rng.random() < 0.5:
            gone |= {i for i, f in enumerate(s.forms) if f in ARTICLES and s.rels[i] == 'det' and i + 1 not in used}
        s = drop(s, gone)
    if r < 0.06:
        forms = [f.upper() for f in s.forms]
    elif r < 0.075:
        forms = [f.lower() for f in s.forms]
    elif r < 0.09:
        forms = [f[:1].upper() + f[1:] if len(f) > 3 or i == 0 else f for i, f in enumerate(s.forms)]
    else:
        return s
    return Sent(forms, s.tags, s.heads, s.rels, None, s.names)
