"""From the form of a word to the rows of the embedding tables. src/language/features.ts does the same, to the letter."""
import re

# name, rows. Row 0 of every table stands for "nothing here".
HASHED = [('suffix2', 2048), ('suffix3', 4096), ('suffix4', 8192), ('prefix2', 2048), ('prefix3', 4096), ('whole', 16384), ('shape', 1024)]
VECTOR_SALT = 77  # of the hash that stands for a word with a vector of 4 bits
QUOTES = str.maketrans({'\u2018': "'", '\u2019': "'", '\u201b': "'", '\u2032': "'", '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u201f': '"',
                        '\u00ab': '"', '\u00bb': '"', '\u2033': '"', '\u2013': '-', '\u2014': '-', '\u2012': '-', '\u2015': '-', '\u2010': '-', '\u2011': '-', '\u2026': '.'})
ASTRAL = re.compile('[\U00010000-\U0010ffff]+')
DIGIT = re.compile('[0-9]')


def plain(form):
    """Quotes, dashes and characters beyond the basic plane made plain."""
    if form.isascii():
        return '"' if form in ("``", "''") else '-' if form in ('--', '---') else form
    form = ASTRAL.sub('\ufffd', form).translate(QUOTES)
    return '"' if form in ("``", "''") else '-' if form in ('--', '---') else form


def fnv(text, salt):
    h = (2166136261 ^ salt) & 0xFFFFFFFF
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    h ^= h >> 15
    return h


def shape(form):
    out = []
    last = ''
    run = 0
    for c in form[:60]:
        if 'a' <= c <= 'z':
            k = 'x'
        elif 'A' <= c <= 'Z':
            k = 'X'
        elif '0' <= c <= '9':
            k = 'd'
        elif c > '\x7f':
            lower, upper = c.lower(), c.upper()
            k = 'x' if c != upper else 'X' if c != lower else c
        else:
            k = c
        if k == last:
            run += 1
        else:
            run = 1
            last = k
        if run <= 3:
            out.append(k)
    return ''.join(out)


def mode(forms):
    """How a sentence is written: 1 all in capitals, 2 Words With Capitals, 3 no capitals at all, 0 otherwise."""
    words = long_ = high = 0
    lower = upper = False
    for form in forms:
        first = form[:1]
        if not first.isalpha():
            continue
        words += 1
        if form != form.upper():
            lower = True
        if form != form.lower():
            upper = True
        if len(form) > 3:
            long_ += 1
            high += first != first.lower()
    if words < 2:
        return 0
    if not lower:
        return 1
    if not upper:
        return 3 if words > 3 else 0
    return 2 if long_ > 3 and high * 10 >= long_ * 9 else 0


def norm(form):
    """The key of the table of known words."""
    return DIGIT.sub('0', plain(form).lower())


def rows(form, how=0):
    """The rows in the hashed tables. Where the sentence's way of writing says nothing of a word, the word is taken in small letters and its shape marked with that way."""
    p = plain(form)
    low = DIGIT.sub('0', p.lower())
    parts = [low[-2:], low[-3:] if len(low) > 2 else None, low[-4:] if len(low) > 3 else None, low[:2], low[:3] if len(low) > 2 else None,
             (DIGIT.sub('0', p) if how == 0 else low)[:40], shape(p) if how == 0 else '^%d%s' % (how, shape(p))]
    return [0 if part is None else 1 + fnv(part, i) % (size - 1) for i, (part, (_, size)) in enumerate(zip(parts, HASHED))]
