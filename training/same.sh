#!/usr/bin/env bash
# Shows that training is repeatable: trains twice on a part of the data for two epochs, and compares the bytes of the two models. A minute or two.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-/usr/bin/python3}
data=${DATA:-../shared/data}
export OPENBLAS_NUM_THREADS=1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for run in one two; do
  "$python" training/train.py "$scratch/$run.pt" --data "$data" --first 200 --epochs 2 --teach 1
  "$python" training/export.py "$scratch/$run.pt" "$data" "$scratch/$run/language.bin"
done
cmp "$scratch/one/language.bin" "$scratch/two/language.bin"
echo "the same bytes: $(sha256sum < "$scratch/one/language.bin" | cut -c1-16)"
