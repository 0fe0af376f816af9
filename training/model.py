"""The network: one encoder for tags, trees and names. See README.md for its shape; src/language/network.ts runs it."""
import torch
import torch.nn as nn
import torch.nn.functional as F

LAYERS = 3


def gate(x):
    """A sigmoid of square roots only: the same bits in WebAssembly and in JavaScript."""
    return 0.5 + 0.5 * x * torch.rsqrt(1 + x * x)


def drop_over_time(x, p, training):
    """Dropout with one mask a sentence (Gal and Ghahramani 2016): x is T B W."""
    if not training or p == 0:
        return x
    return x * (torch.rand(1, *x.shape[1:]) >= p).to(x.dtype).div_(1 - p)


class Recur(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + z[t], over dimension 0."""

    @staticmethod
    def forward(ctx, f, z):
        c = torch.empty_like(z)
        c[0] = z[0]
        for t in range(1, z.shape[0]):
            torch.addcmul(z[t], f[t], c[t - 1], out=c[t])
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx, g):
        f, c = ctx.saved_tensors
        g = g.clone()
        for t in range(g.shape[0] - 2, -1, -1):
            g[t].addcmul_(f[t + 1], g[t + 1])
        df = torch.zeros_like(f)
        df[1:] = g[1:] * c[:-1]
        return df, g


class Bi(nn.Module):
    """A two-way gated recurrence without hidden-to-hidden weights (QRNN, Bradbury 2016; SRU, Lei 2018) with residual and layer norm."""

    def __init__(self, width, drop):
        super().__init__()
        self.h = width // 2
        self.u = nn.Linear(width, 6 * self.h)
        self.norm = nn.LayerNorm(width)
        self.drop = drop
        with torch.no_grad():
            self.u.bias[2 * self.h:4 * self.h] += 0.5

    def forward(self, x, mask):
        # x: T B W; mask: T B 1
        h = self.h
        xd = drop_over_time(x, self.drop, self.training)
        z, f, o = self.u(xd).split(2 * h, -1)
        f = gate(f)
        z = (1 - f) * z * mask
        back = torch.cat([z[..., :h], z[..., h:].flip(0)], -1)
        fb = torch.cat([f[..., :h], f[..., h:].flip(0)], -1)
        c = Recur.apply(fb, back)
        c = torch.cat([c[..., :h], c[..., h:].flip(0)], -1)
        return self.norm(x + drop_over_time(gate(o) * c, self.drop * 0.5, self.training))


class Net(nn.Module):
    def __init__(self, width, known, hashed, vectors, tags, rels, arc=64, lab=96, hidden=256, buckets=16, drop=0.2, layers=LAYERS, taghid=64):
        super().__init__()
        self.width = width
        self.seen = torch.zeros(known)  # how often each known word was met
        self.vectors = vectors  # a constant, (words + 1) x 100, row 0 for none
        self.known = nn.Embedding(known, width, padding_idx=0)
        self.hashed = nn.ModuleList([nn.Embedding(n, width, padding_idx=0) for n in hashed])
        for e in [self.known, *self.hashed]:
            nn.init.normal_(e.weight, std=0.02)  # rows that training never meets must stay small
            with torch.no_grad():
                e.weight[0] = 0
        self.project = nn.Linear(100, width)
        self.norm0 = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.norm1 = nn.LayerNorm(width)
        self.edge = nn.Parameter(torch.zeros(width))
        self.conv = nn.Linear(3 * width, width)
        self.norm2 = nn.LayerNorm(width)
        self.bi = nn.ModuleList([Bi(width, drop) for _ in range(layers)])
        self.taghid = nn.Linear(width, taghid)
        self.tag = nn.Linear(taghid, tags)
        self.namehid = nn.Linear(width, 64)
        self.name = nn.Linear(64, 13)
        self.dep = nn.Linear(width, arc)
        self.head = nn.Linear(width, arc)
        self.bil = nn.Linear(arc, arc)
        self.headbias = nn.Linear(arc, 1, bias=False)
        self.root = nn.Parameter(torch.randn(width) * 0.3)
        self.dist = nn.Parameter(torch.randn(buckets, arc) * 0.02)
        self.labdep = nn.Linear(width, lab)
        self.labhead = nn.Linear(width, lab, bias=False)
        self.labdist = nn.Parameter(torch.zeros(buckets, lab))
        self.lab = nn.Linear(lab, rels)
        self.drop = drop

    def embed(self, vec, known, hashed):
        """Indices of shape N, N, N x tables. Depends on the word alone: the runtime keeps it by form."""
        if self.training:
            # Rare words are forgotten more often, so that unknown ones are met with their affixes, shape and vector alone.
            keep = torch.rand(known.shape) > 0.1 + 1.2 / (2 + self.seen[known])
            known = known * keep
            other = torch.rand(hashed.shape) > 0.08
            other[:, 5] = keep
            hashed = hashed * other
            vec = vec * (torch.rand(vec.shape) > 0.03)
        x = self.project(self.vectors[vec]) + self.known(known)
        for k, e in enumerate(self.hashed):
            x = x + e(hashed[:, k])
        x = self.norm0(x)
        return self.norm1(x + self.down(F.relu(self.up(x))))

    def names(self, x):
        return self.name(F.relu(self.namehid(x)))

    def encode(self, vec, known, hashed, mask):
        T, B = vec.shape
        m = mask[..., None].to(torch.float32)
        x = self.embed(vec.reshape(-1), known.reshape(-1), hashed.reshape(T * B, -1)).reshape(T, B, -1)
        x = drop_over_time(x, self.drop * 0.7, self.training)
        x = torch.where(mask[..., None], x, self.edge)
        e = self.edge.expand(1, B, -1)
        wide = torch.cat([torch.cat([e, x[:-1]]), x, torch.cat([x[1:], e])], -1)
        x = self.norm2(x + F.relu(self.conv(wide)))
        for layer in self.bi:
            x = layer(x, m)
        return x

    def heads(self, x, mask, bucket):
        """Arc scores B x T x (T + 1), column 0 for the root; bucket: T x (T + 1) indices into dist."""
        T, B, W = x.shape
        xd = drop_over_time(x, self.drop, self.training)
        full = torch.cat([self.root.expand(1, B, W), xd])
        d = drop_over_time(F.relu(self.dep(xd)), self.drop, self.training)
        h = drop_over_time(F.relu(self.head(full)), self.drop, self.training)
        q = self.bil(d).transpose(0, 1)  # B T A
        s = torch.matmul(q, h.permute(1, 2, 0)) + self.headbias(h).permute(1, 2, 0)
        dd = torch.matmul(q, self.dist.t())  # B T buckets
        s = s + torch.gather(dd, 2, bucket[None].expand(B, -1, -1))
        allowed = torch.cat([torch.ones(B, 1, dtype=torch.bool), mask.t()], 1)
        s = s.masked_fill(~allowed[:, None, :], -1e4)
        return s

    def labels(self, x, headindex, bucketof):
        """x: T B W; headindex: T B (0 root); bucketof: T B."""
        T, B, W = x.shape
        xd = drop_over_time(x, self.drop, self.training)
        full = torch.cat([self.root.expand(1, B, W), xd])
        hh = self.labhead(full)
        hsel = torch.gather(hh, 0, headindex[..., None].expand(-1, -1, hh.shape[-1]))
        y = F.relu(self.labdep(xd) + hsel + self.labdist[bucketof])
        return self.lab(drop_over_time(y, self.drop, self.training))
