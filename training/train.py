"""Trains the network and writes the checkpoint that export.py turns into models/. Usage: train.py OUT.pt [--epochs N] [--width N] ..."""
import argparse, copy, json, math, os, random, sys, time
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F
sys.path.insert(0, os.path.dirname(__file__))
from data import conllu, iob, re3d, altered, Pools, Sent
from features import HASHED, mode, norm, plain, rows
from model import Net, drop_over_time

p = argparse.ArgumentParser()
p.add_argument('out')
p.add_argument('--data', default='../shared/data')
p.add_argument('--vectors', default='.cache/vectors.npz')
p.add_argument('--epochs', type=int, default=20)
p.add_argument('--width', type=int, default=128)
p.add_argument('--layers', type=int, default=4)
p.add_argument('--arc', type=int, default=80)
p.add_argument('--hidden', type=int, default=512)
p.add_argument('--lab', type=int, default=64)
p.add_argument('--taghid', type=int, default=96)
p.add_argument('--upos', type=float, default=0.3, help='weight of the loss of the part of speech alone')
p.add_argument('--agree', type=float, default=0, help='weight of the disagreement of two passes with other dropout (R-Drop, Liang et al. 2021); 0: one pass, in half the time')
p.add_argument('--teach', type=int, default=4, help='names are the first to be learned by heart: after this epoch they are learned from what the averaged network said of them then (self-distillation; Hinton et al. 2015, Furlanello et al. 2018)')
p.add_argument('--soft', type=float, default=2, help='temperature of what the teacher says')
p.add_argument('--batch', type=int, default=1500)
p.add_argument('--lr', type=float, default=2e-3)
p.add_argument('--drop', type=float, default=0.28)
p.add_argument('--threads', type=int, default=1)
p.add_argument('--seed', type=int, default=1)
p.add_argument('--every', type=int, default=2)
p.add_argument('--stop', type=int, help='stop after this epoch, whatever the schedule')
p.add_argument('--first', type=int, help='only so many sentences of each set: for same.sh')
p.add_argument('--without-wire', action='store_true', help='leave training/wire out, to show what it gains')
a = p.parse_args()
torch.set_num_threads(a.threads)
torch.manual_seed(a.seed)
rng = random.Random(a.seed)

D = a.data
ewt = conllu(f'{D}/names/train/ner-uner-ewt.conllu', names=True, trees=False)
trees = conllu(f'{D}/treebanks/train/train-ewt.conllu')
byforms = {tuple(s.forms): s.names for s in ewt}
hit = 0
for s in trees:
    s.names = byforms.get(tuple(s.forms))
    hit += s.names is not None
gum = conllu(f'{D}/names/train/ner-gumderived-free.conllu', names=True)
gumtrees = conllu(f'{D}/treebanks/train/train-gum-free.conllu')
gumnames = {tuple(s.forms): s.names for s in gum}
for s in gumtrees:
    s.names = gumnames.get(tuple(s.forms))
wire = []
wiredir = os.path.join(os.path.dirname(__file__), 'wire')
if os.path.isdir(wiredir):
    for f in sorted(os.listdir(wiredir)):
        if f.endswith('.conllu') and not f.startswith('held'):
            wire += conllu(os.path.join(wiredir, f), names=True)
politics = iob(f'{D}/names/train/ner-crossner-politics.iob2')
defence = re3d(f'{D}/names/train/ner-re3d-free.jsonl')
print('ewt', len(trees), 'with names', hit, 'gum', len(gumtrees), 'wire', len(wire), 'politics', len(politics), 're3d', len(defence), flush=True)
if a.without_wire:
    wire = []
trees, gumtrees, wire, politics, defence = [part[:a.first] for part in (trees, gumtrees, wire, politics, defence)]
train = trees + gumtrees + wire * 4 + politics * 5 + defence
pools = Pools(trees + politics, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'names.txt'))
dev = {'ewt': conllu(f'{D}/treebanks/dev/ewt.conllu'), 'gum': conllu(f'{D}/treebanks/dev/gum-free.conllu')}
uner = conllu(f'{D}/names/dev/ner-uner-ewt.conllu', names=True, trees=False)
for s, u in zip(dev['ewt'], uner):
    s.names = u.names
dev['wire'] = [s for f in sorted(os.listdir(wiredir)) if f.startswith('held') for s in conllu(os.path.join(wiredir, f), names=True)]
dev['pol'] = iob(f'{D}/names/dev/ner-crossner-politics.iob2')

z = np.load(a.vectors, allow_pickle=True)
vecwords = {w: i + 1 for i, w in enumerate(z['words'].tolist())}
table = np.concatenate([np.zeros((1, 100), np.float32), z['q'].astype(np.float32) * z['scale'][:, None].astype(np.float32)])
count, tagcount, relcount = {}, {}, {}
for s in train:
    for f in s.forms:
        k = norm(f)
        count[k] = count.get(k, 0) + 1
    if s.heads:
        for t in s.tags:
            tagcount[t] = tagcount.get(t, 0) + 1
        for r in s.rels:
            relcount[r] = relcount.get(r, 0) + 1
known = {w: i + 1 for i, w in enumerate(sorted(w for w, c in count.items() if c >= 2))}
tags = {t: i for i, t in enumerate(sorted(t for t, c in tagcount.items() if c >= 3))}
rels = {r: i for i, r in enumerate(sorted(relcount))}
NAMES = ['O'] + [f'{x}-{y}' for y in ('PER', 'LOC', 'ORG') for x in 'BIES']
nameid = {n: i for i, n in enumerate(NAMES)}
print('known', len(known), 'tags', len(tags), 'rels', len(rels), flush=True)

cache = {}


def word(form, how):
    r = cache.get((form, how))
    if r is None:
        low = plain(form).lower()
        r = (vecwords.get(low, 0), known.get(norm(form), 0), *rows(form, how))
        cache[(form, how)] = r
    return r


def bioes(names):
    out = []
    for i, t in enumerate(names):
        nxt = names[i + 1] if i + 1 < len(names) else 'O'
        if t == 'O':
            out.append(0)
        else:
            more = nxt == 'I-' + t[2:]
            c = ('B' if more else 'S') if t[0] == 'B' else ('I' if more else 'E')
            out.append(nameid[c + '-' + t[2:]])
    return out


MAXB = 16


def bucketise(d):
    """Signed distance head - dependent to 0..14; 15 is the root."""
    k = np.abs(d)
    b = np.select([k <= 4, k <= 7, k <= 12], [k, 5, 6], 7)
    return np.where(d < 0, 7 - b, 6 + b) * (d != 0) + (d == 0) * 0


def pack(batch):
    T = max(len(s.forms) for s in batch)
    B = len(batch)
    x = np.zeros((T, B, 2 + len(HASHED)), np.int64)
    mask = np.zeros((T, B), bool)
    tag = np.full((T, B), -100, np.int64)
    head = np.full((T, B), -100, np.int64)
    rel = np.full((T, B), -100, np.int64)
    name = np.full((T, B), -100, np.int64)
    for b, s in enumerate(batch):
        n = len(s.forms)
        how = mode(s.forms)
        x[:n, b] = [word(f, how) for f in s.forms]
        mask[:n, b] = True
        if s.heads:
            tag[:n, b] = [tags.get(t, -100) for t in s.tags]
            head[:n, b] = s.heads
            rel[:n, b] = [rels.get(r, -100) for r in s.rels]
        if s.names:
            name[:n, b] = bioes(s.names)
    return [torch.from_numpy(v) for v in (x, mask, tag, head, rel, name)]


bucketcache = {}


def buckets(T):
    if T not in bucketcache:
        d = np.arange(T)[None, :] - np.arange(T)[:, None]
        bucketcache[T] = torch.from_numpy(np.concatenate([np.full((T, 1), 15), bucketise(d)], 1).astype(np.int64))
    return bucketcache[T]


def batches(sents, shuffle):
    order = sorted(sents, key=lambda s: len(s.forms) + (rng.random() * 4 if shuffle else 0))
    out, cur, most = [], [], 0
    for s in order:
        n = min(len(s.forms), 150)
        if cur and max(most, n) * (len(cur) + 1) > a.batch:
            out.append(cur)
            cur, most = [], 0
        cur.append(s)
        most = max(most, n)
    if cur:
        out.append(cur)
    if shuffle:
        rng.shuffle(out)
    return out


net = Net(a.width, len(known) + 1, [n for _, n in HASHED], torch.from_numpy(table), len(tags), len(rels), arc=a.arc, lab=a.lab, hidden=a.hidden, drop=a.drop, layers=a.layers, taghid=a.taghid)
for w, i in known.items():
    net.seen[i] = count.get(w, 0)
ema = {k: v.clone() for k, v in net.state_dict().items()}
params = list(net.parameters())
print('parameters', sum(p.numel() for p in params), flush=True)
opt = torch.optim.Adam(params, lr=a.lr, betas=(0.9, 0.98), eps=1e-8)
POS = sorted({t[0] for t in tags})
posof = torch.zeros(len(tags), len(POS))
posof[range(len(tags)), [POS.index(t[0]) for t in tags]] = 1
posid = torch.tensor([POS.index(t[0]) for t in tags])


def bucketof(head, T):
    return torch.gather(buckets(T)[None].expand(head.shape[1], -1, -1).permute(1, 0, 2), 2, head.clamp(min=0)[..., None])[..., 0]


def apart(y, n):
    """How much the two passes disagree: y has a row of scores for each word, first pass, then second."""
    l = y.log_softmax(-1)
    one, two = l.chunk(2)
    return ((one.exp() - two.exp()) * (one - two)).sum() / 2 / n


def loss_of(x, mask, tag, head, rel, name):
    twice = a.agree > 0
    if twice:
        x, mask, tag, head, rel, name = [torch.cat([v, v], 1) for v in (x, mask, tag, head, rel, name)]
    h = net.encode(x[..., 0], x[..., 1], x[..., 2:], mask)
    T = h.shape[0]
    hd = drop_over_time(h, a.drop, net.training)
    total = 0
    n = mask.sum()

    def part(y, gold):
        """y: words x sentences x scores; gold: the same without scores, -100 where nothing is known."""
        y, gold = y.transpose(0, 1), gold.t()
        has = gold >= 0
        if not has.any():
            return 0, None, None
        y, gold = y[has], gold[has]
        loss = F.cross_entropy(y, gold, reduction='sum') / n
        return loss + a.agree * apart(y, n) if twice else loss, y, gold

    has = tag >= 0
    if has.any():
        loss, y, gold = part(net.tag(F.relu(net.taghid(hd))), tag)
        pos = (y.softmax(-1) @ posof).clamp(min=1e-9).log()
        total = total + loss + a.upos * F.nll_loss(pos, posid[gold], reduction='sum') / n
        total = total + part(net.heads(h, mask, buckets(T)).transpose(0, 1), head)[0]
        total = total + part(net.labels(h, head.clamp(min=0), bucketof(head, T)), rel)[0]
    if teacher is None:
        return total + part(net.names(hd), name)[0]
    known = name >= 0
    if not known.any():
        return total
    with torch.no_grad():
        said = teacher.names(teacher.encode(x[..., 0], x[..., 1], x[..., 2:], mask))[known]
    mine = net.names(hd)[known]
    return total + a.soft**2 * F.kl_div((mine / a.soft).log_softmax(-1), (said / a.soft).log_softmax(-1), reduction='sum', log_target=True) / n


def legal(a_, b_):
    """May BIOES tag b_ follow a_? Index 0 is O."""
    pa, pb = NAMES[a_][0], NAMES[b_][0]
    if pa in 'BI':
        return pb in 'IE' and NAMES[a_][2:] == NAMES[b_][2:]
    return pb in 'OBS'


LEGAL = np.array([[0.0 if legal(i, j) else -1e4 for j in range(13)] for i in range(13)], np.float32)
FIRST = np.array([0.0 if NAMES[j][0] in 'OBS' else -1e4 for j in range(13)], np.float32)
LAST = np.array([0.0 if NAMES[j][0] in 'OES' else -1e4 for j in range(13)], np.float32)


def viterbi(y):
    n = len(y)
    v = y[0] + FIRST
    back = []
    for t in range(1, n):
        m = v[:, None] + LEGAL
        back.append(m.argmax(0))
        v = m.max(0) + y[t]
    k = int((v + LAST).argmax())
    path = [k]
    for bp in reversed(back):
        k = int(bp[k])
        path.append(k)
    return path[::-1]


def spans(ids):
    out, start = set(), None
    for i, k in enumerate(ids):
        t = NAMES[k]
        if t[0] in 'BS':
            start = i
        if t[0] in 'ES':
            out.add((start, i + 1, t[2:]))
    return out


def evaluate():
    keep = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(ema)
    net.eval()
    taglist, rellist = list(tags), list(rels)
    line = []
    with torch.no_grad():
        for part, sents in dev.items():
            n = u = xp = ft = uas = las = 0
            tp = sy = go = 0
            for batch in batches(sents, False):
                x, mask, tag, head, rel, name = pack(batch)
                h = net.encode(x[..., 0], x[..., 1], x[..., 2:], mask)
                T = h.shape[0]
                yt = net.tag(F.relu(net.taghid(h)))
                s = net.heads(h, mask, buckets(T)).transpose(0, 1)
                hd = s.argmax(-1)
                yl = net.labels(h, hd, bucketof(hd, T))
                yt = yt.argmax(-1).numpy()
                yl = yl.argmax(-1).numpy()
                hd = hd.numpy()
                yn = net.names(h).numpy()
                for b, sent in enumerate(batch):
                    k = len(sent.forms)
                    if sent.heads:
                        for i in range(k):
                            g = taglist[yt[i, b]]
                            n += 1
                            u += g[0] == sent.tags[i][0]
                            xp += g[1] == sent.tags[i][1]
                            ft += g[2] == sent.tags[i][2]
                            right = hd[i, b] == sent.heads[i]
                            uas += right
                            las += right and rellist[yl[i, b]].split(':')[0] == sent.rels[i].split(':')[0]
                    if sent.names:
                        sy_ = spans(viterbi(yn[:k, b]))
                        go_ = spans(bioes(sent.names))
                        tp += len(sy_ & go_)
                        sy += len(sy_)
                        go += len(go_)
            if n:
                line.append(f'{part} upos {100*u/n:.2f} xpos {100*xp/n:.2f} feats {100*ft/n:.2f} uas {100*uas/n:.2f} las {100*las/n:.2f}')
            if go:
                line.append(f'{part} names {200*tp/(sy+go):.2f}')
    net.load_state_dict(keep)
    net.train()
    return ' | '.join(line)


def save(score):
    torch.save({'ema': ema, 'known': list(known), 'tags': list(tags), 'rels': list(rels), 'names': NAMES, 'args': vars(a), 'score': score, 'vecwords': z['words'].tolist(), 'q': z['q'], 'scale': z['scale'], 'fine': int(z['fine'])}, a.out)


teacher = None
snapshots, taken = None, 0  # the mean of the averaged weights after each epoch of the second half
net.train()
each = len(batches(train, False))
total = a.epochs * each
step = 0
started = time.time()
for epoch in range(a.epochs):
    seen = 0.0
    bs = batches([altered(s, rng, pools) for s in train], True)
    for k, batch in enumerate(bs):
        warm = min(1, (step + 1) / 300)
        part = min(1, step / total)
        fall = warm * (1 - part if part < 1 else 0) ** 0.9
        for g in opt.param_groups:
            g['lr'] = max(a.lr * fall, 1e-5)
        loss = loss_of(*pack(batch))
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 2.0)
        opt.step()
        step += 1
        if step % 4 == 0:
            d = min(0.998, step / (step + 100))
            with torch.no_grad():
                now = net.state_dict()
                for key, v in ema.items():
                    v.mul_(d).add_(now[key], alpha=1 - d)
        seen += float(loss.detach())
        if epoch == 0 and k % 50 == 0:
            print(f'  {k}/{len(bs)} loss {seen/(k+1):.3f} {time.time()-started:.0f}s', flush=True)
    if epoch + 1 == a.teach:
        teacher = copy.deepcopy(net)
        teacher.load_state_dict(ema)
        teacher.eval()
    if (epoch + 1) * 2 >= a.epochs:
        taken += 1
        snapshots = {k: v.clone() if snapshots is None else snapshots[k] + (v - snapshots[k]) / taken for k, v in ema.items()}
    if epoch + 1 == a.epochs:
        ema = snapshots
    line = f'epoch {epoch+1} loss {seen/len(bs):.4f} {time.time()-started:.0f}s'
    if (epoch + 1) % a.every == 0 or epoch + 1 in (a.epochs, a.stop):
        score = evaluate()
        save(score)
        line += ' ' + score
    print(line, flush=True)
    if epoch + 1 == a.stop:
        break
