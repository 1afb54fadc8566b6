import type { Record } from './record.js';

/** How much a document needs a person, the most weighty first: what stands in an earlier place is compared first. */
export function weight(record: Record): readonly number[] {
  const { digest } = record;
  if (!digest) return [1, 0, 0, 0, 0];
  const statuses = Object.values(digest.tables);
  const lost = statuses.filter((s) => s === 'missing' || s === 'partial').length;
  const of = (severity: string): number =>
    digest.findings.filter((f) => f.severity === severity).reduce((n, f) => n + f.count, 0);
  return [0, lost, of('error'), digest.figures.disputed, of('warning')];
}

/** Keeps the records that need a person most, at most `size`: failures first, then tables lost, errors, disputed figures. */
export class Worst {
  private readonly kept: { readonly record: Record; readonly weight: readonly number[] }[] = [];

  constructor(private readonly size: number) {}

  add(record: Record): void {
    if (record.status === 'declined' || record.duplicateOf !== null) return;
    const one = { record, weight: weight(record) };
    const last = this.kept.at(-1);
    if (this.kept.length >= this.size && last && compare(last, one) <= 0) return;
    const at = this.kept.findIndex((k) => compare(one, k) < 0);
    this.kept.splice(at < 0 ? this.kept.length : at, 0, one);
    if (this.kept.length > this.size) this.kept.pop();
  }

  get records(): readonly Record[] {
    return this.kept.map((k) => k.record);
  }
}

function compare(
  a: { readonly record: Record; readonly weight: readonly number[] },
  b: { readonly record: Record; readonly weight: readonly number[] },
): number {
  for (const [i, w] of a.weight.entries()) if (w !== b.weight[i]) return b.weight[i]! - w;
  return a.record.path < b.record.path ? -1 : 1;
}
