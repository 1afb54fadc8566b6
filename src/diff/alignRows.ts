/** A pair of aligned items; one side is absent where only the other has it. */
export type Pair<T> = readonly [T | undefined, T | undefined];

/**
 * Aligns two sequences by their keys: the longest common subsequence. What stands between two common items is then paired in
 * order where `alike` says that it is the same thing under another name, and left alone otherwise.
 */
export function alignRows<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
  alike: (x: T, y: T) => boolean,
): Pair<T>[] {
  const out: Pair<T>[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...commonOf(a.map(keyOf), b.map(keyOf)), [a.length, b.length] as const]) {
    out.push(...pairGap(a.slice(i, x), b.slice(j, y), alike));
    if (x < a.length && y < b.length) out.push([a[x], b[y]]);
    i = x + 1;
    j = y + 1;
  }
  return out;
}

function pairGap<T>(a: readonly T[], b: readonly T[], alike: (x: T, y: T) => boolean): Pair<T>[] {
  const out: Pair<T>[] = [];
  let from = 0;
  for (const x of a) {
    const at = b.findIndex((y, j) => j >= from && alike(x, y));
    if (at < 0) {
      out.push([x, undefined]);
      continue;
    }
    for (const y of b.slice(from, at)) out.push([undefined, y]);
    out.push([x, b[at]]);
    from = at + 1;
  }
  for (const y of b.slice(from)) out.push([undefined, y]);
  return out;
}

/** Index pairs of a longest common subsequence; equal heads and tails are taken off first. */
function commonOf(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  const width = m + 1;
  const length = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      length[i * width + j] =
        a[head + i] === b[head + j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const out: [number, number][] = [];
  for (let k = 0; k < head; k++) out.push([k, k]);
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    if (a[head + i] === b[head + j]) out.push([head + i++, head + j++]);
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  for (let k = tail; k > 0; k--) out.push([a.length - k, b.length - k]);
  return out;
}
