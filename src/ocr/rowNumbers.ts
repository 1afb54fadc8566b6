/**
 * The numbers of rows that follow each other (一 二 三 …), as they must be, given how they were read; null where it cannot be told.
 *
 * Numbers go up by one a row; a publisher may leave some out, so they may jump, never fall back. The rows that agree with most others
 * on that stand; what was misread between two of them is known where they leave no room. A jump that one row alone claims is no more
 * likely than a misread number.
 */
export function settleNumbers(read: readonly number[]): (number | null)[] {
  // How far a number is ahead of its row: the same from row to row, more after a jump.
  const ahead = read.map((n, i) => n - (i + 1));
  const sizes = new Map<number, number>();
  const risen = longestRise(ahead);
  for (const i of risen) sizes.set(ahead[i]!, (sizes.get(ahead[i]!) ?? 0) + 1);
  const standing = risen.filter((i) => ahead[i] === 0 || sizes.get(ahead[i]!)! > 1);
  return ahead.map((own, i) => {
    const before = standing.findLast((s) => s <= i);
    const after = standing.find((s) => s >= i);
    if (before === i) return own + i + 1;
    if (before === undefined || after === undefined || ahead[before] !== ahead[after]) return null;
    return ahead[before]! + i + 1;
  });
}

/** The places of the longest part of a sequence that never falls; of equal ones the one that rises least from end to end. */
function longestRise(values: readonly number[]): number[] {
  const parts: { readonly length: number; readonly first: number; readonly from: number }[] = [];
  const longer = (a: number, b: number): boolean =>
    b < 0 ||
    parts[a]!.length > parts[b]!.length ||
    (parts[a]!.length === parts[b]!.length && values[a]! - parts[a]!.first < values[b]! - parts[b]!.first);
  let best = -1;
  for (const [i, value] of values.entries()) {
    let from = -1;
    for (let j = 0; j < i; j++) {
      if (values[j]! > value) continue;
      const [a, b] = [parts[j]!, parts[from]];
      if (!b || a.length > b.length || (a.length === b.length && a.first > b.first)) from = j;
    }
    parts.push({ length: 1 + (parts[from]?.length ?? 0), first: parts[from]?.first ?? value, from });
    if (longer(i, best)) best = i;
  }
  const out: number[] = [];
  for (let at = best; at >= 0; at = parts[at]!.from) out.unshift(at);
  return out;
}
