// From scores to a tree and to names. Trees: Chu and Liu 1965, Edmonds 1967, used only where the best heads are no tree.
// Names: Viterbi over BIOES, where only legal sequences count.

/** Best tree over n words. `arcs`: n rows of `width` scores, column 0 the root, column j word j - 1. Gives head indices, -1 for the one root. */
export function bestTree(arcs: Float32Array, n: number, width: number): Int32Array {
  const heads = new Int32Array(n);
  let roots = 0;
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j <= n; j++) if (j !== i + 1 && arcs[i * width + j] > arcs[i * width + best]) best = j;
    heads[i] = best - 1;
    if (best === 0) roots++;
  }
  if (roots === 1 && isTree(heads)) return heads;
  return withOneRoot(arcs, n, width);
}

function isTree(heads: Int32Array): boolean {
  const n = heads.length;
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let w = i;
    while (w >= 0 && seen[w] === 0) {
      seen[w] = i + 1;
      w = heads[w];
    }
    if (w >= 0 && seen[w] === i + 1) return false;
  }
  return true;
}

/** The root is chosen first, by its own score against the word's best other head; then the tree below it. */
function withOneRoot(arcs: Float32Array, n: number, width: number): Int32Array {
  let root = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let other = Number.NEGATIVE_INFINITY;
    for (let j = 1; j <= n; j++) if (j !== i + 1) other = Math.max(other, arcs[i * width + j]);
    const gain = n === 1 ? 0 : arcs[i * width] - other;
    if (gain > best) {
      best = gain;
      root = i;
    }
  }
  const score = (word: number, head: number): number => (word === root ? 0 : arcs[word * width + head + 1]);
  const heads = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    if (i === root) continue;
    let b = -1;
    for (let j = 0; j < n; j++) if (j !== i && (b < 0 || score(i, j) > score(i, b))) b = j;
    heads[i] = b;
  }
  // Break each cycle where leaving it costs least. Every break joins a cycle to the root's part, so n breaks are enough.
  for (let round = 0; round < n; round++) {
    const part = reach(heads, root);
    let start = -1;
    for (let i = 0; i < n; i++)
      if (!part[i]) {
        start = i;
        break;
      }
    if (start < 0) break;
    const seen = new Uint8Array(n);
    let w = start;
    while (!seen[w]) {
      seen[w] = 1;
      w = heads[w];
    }
    const cycle: number[] = [];
    let c = w;
    do {
      cycle.push(c);
      c = heads[c];
    } while (c !== w);
    let leave = -1;
    let to = -1;
    let cost = Number.POSITIVE_INFINITY;
    for (const i of cycle) {
      for (let j = 0; j < n; j++) {
        if (!part[j]) continue;
        const k = score(i, heads[i]) - score(i, j);
        if (k < cost) {
          cost = k;
          leave = i;
          to = j;
        }
      }
    }
    heads[leave] = to;
  }
  return heads;
}

/** Which words hang, directly or not, on `root`. */
function reach(heads: Int32Array, root: number): Uint8Array {
  const n = heads.length;
  const state = new Uint8Array(n); // 1 yes, 2 no, 3 on the path
  state[root] = 1;
  for (let i = 0; i < n; i++) {
    const path: number[] = [];
    let w = i;
    while (state[w] === 0) {
      state[w] = 3;
      path.push(w);
      w = heads[w];
    }
    const found = state[w] === 1 ? 1 : 2;
    for (const p of path) state[p] = found;
  }
  for (let i = 0; i < n; i++) state[i] = state[i] === 1 ? 1 : 0;
  return state;
}

/** A decoder for these tags (BIOES names, "O" first): gives the best legal sequence of n tags; `scores` has n rows of `width`. */
export function nameDecoder(tags: readonly string[]): (scores: Float32Array, n: number, width: number) => Int32Array {
  const k = tags.length;
  const opens = (a: number): boolean => tags[a][0] === 'B' || tags[a][0] === 'I';
  const inside = (b: number): boolean => tags[b][0] === 'I' || tags[b][0] === 'E';
  const legal = (a: number, b: number): boolean =>
    opens(a) ? inside(b) && tags[a].slice(2) === tags[b].slice(2) : !inside(b);
  const from: number[][] = tags.map((_, b) => tags.map((__, a) => a).filter((a) => legal(a, b)));
  const may = tags.map((_, a) => tags.map((__, b) => legal(a, b)));
  const first = tags.map((_, b) => !inside(b));
  const last = tags.map((_, b) => !opens(b));

  return (scores, n, width) => {
    const path = new Int32Array(n);
    // Where the best tags alone are legal, they are the best sequence.
    let fine = true;
    for (let t = 0; t < n; t++) {
      let best = 0;
      for (let b = 1; b < k; b++) if (scores[t * width + b] > scores[t * width + best]) best = b;
      path[t] = best;
      if (t === 0 ? !first[best] : !may[path[t - 1]][best]) fine = false;
    }
    if (fine && n > 0 && last[path[n - 1]]) return path;
    let v = new Float64Array(k);
    let next = new Float64Array(k);
    for (let b = 0; b < k; b++) v[b] = first[b] ? scores[b] : -1e9;
    const back = new Uint8Array(n * k);
    for (let t = 1; t < n; t++) {
      for (let b = 0; b < k; b++) {
        let best = from[b][0];
        for (const a of from[b]) if (v[a] > v[best]) best = a;
        back[t * k + b] = best;
        next[b] = v[best] + scores[t * width + b];
      }
      [v, next] = [next, v];
    }
    let best = -1;
    for (let b = 0; b < k; b++) if (last[b] && (best < 0 || v[b] > v[best])) best = b;
    for (let t = n - 1; t >= 0; t--) {
      path[t] = best;
      best = back[t * k + best];
    }
    return path;
  };
}
