import { finding } from '../document/finding.js';
import type { Finding } from '../document/schema.js';

/** So many cells of one table in doubt for one reason have one cause, and are told once. */
const MANY = 12;

/** Findings on single cells whose place is in doubt, folded where a whole table is: each cell keeps its reason. */
export function foldDoubts(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    if (!isDoubt(f)) continue;
    const own = groups.get(keyOf(f));
    if (own) own.push(f);
    else groups.set(keyOf(f), [f]);
  }
  const told = new Set<string>();
  return findings.flatMap((f) => {
    const own = isDoubt(f) ? groups.get(keyOf(f))! : [];
    if (own.length < MANY) return [f];
    if (told.has(keyOf(f))) return [];
    told.add(keyOf(f));
    const { page, box, table } = f.place;
    return [finding(f.rule, f.severity, `${own.length} cells: ${reasonOf(f)}`, { page, box, table })];
  });
}

const isDoubt = (f: Finding): boolean => f.rule === 'place-in-doubt' && f.place.table !== null;
const reasonOf = (f: Finding): string => f.message.slice(f.message.indexOf(': ') + 2);
const keyOf = (f: Finding): string => `${f.place.table} ${reasonOf(f)}`;
