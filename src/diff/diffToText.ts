import { padTo } from '../outputs/summary.js';
import { type Difference, type DocumentDiff, isBlankStanding, KINDS, type Side } from './difference.js';
import type { FolderDiff } from './pairFolders.js';

/** What differs, for a person at a terminal: grouped by table, one line a difference, the counts last. */
export function diffToText(diff: FolderDiff): string {
  const out: string[] = [];
  for (const name of diff.onlyA) out.push(`only in A: ${name}`);
  for (const name of diff.onlyB) out.push(`only in B: ${name}`);
  for (const { name, message } of diff.failed) out.push(`not compared: ${name}: ${message}`);
  if (out.length > 0) out.push('');
  const several = diff.documents.length > 1;
  for (const document of diff.documents) {
    if (several && document.differences.length === 0) continue;
    out.push(...documentLines(document), '');
  }
  out.push(totalLine(diff));
  return `${out.join('\n')}\n`;
}

function documentLines(diff: DocumentDiff): string[] {
  const side = (s: DocumentDiff['a']): string =>
    `${s.name}  ${s.department || '(no department)'}  ${s.fiscalYear ?? '(no year)'}  juesuan ${s.version}, read as ${s.reading}, sha256 ${s.sha256.slice(0, 12)}`;
  const out = [`A  ${side(diff.a)}`, `B  ${side(diff.b)}`];
  if (!diff.placesCompared) out.push('   two files of different bytes: places on the page are not compared');
  let sheet: string | undefined;
  const blanks = diff.differences.filter(isBlankStanding).length;
  for (const d of diff.differences) {
    if (isBlankStanding(d)) continue;
    if (d.sheet !== sheet) {
      sheet = d.sheet;
      out.push('', sheet || (d.kinds[0] === 'finding' ? 'findings' : 'document'));
    }
    out.push(differenceLine(d));
  }
  if (blanks > 0) out.push('', `and ${blanks} blank cells whose standing differs (--format json lists them)`);
  const { a, b, same } = diff.figures;
  out.push('', `${a} figures in A, ${b} in B, ${same} the same; ${countsOf(diff.differences)}`);
  return out;
}

function differenceLine(d: Difference): string {
  const where = [d.row, d.column].filter((t) => t !== '').join(' · ');
  const mark = d.change === 'worse' ? '!' : d.change === 'better' ? '+' : ' ';
  return `${mark} ${padTo(d.kinds.join(', '), 17)} ${padTo(where, 52)} ${change(d)}`.trimEnd();
}

function change(d: Difference): string {
  const { a, b } = d;
  if (!a || !b) return `${a ? 'A' : 'B'}: ${describe((a ?? b)!)}`;
  if (d.kinds.length === 1 && d.kinds[0] === 'standing')
    return `${a.text || '(blank)'}: ${a.standing} → ${b.standing}${pageOf(b)}`;
  const standing = a.standing !== b.standing ? `, ${a.standing} → ${b.standing}` : '';
  if (a.text === b.text) return `${a.text || '(blank)'}${standing} at ${placeOf(a)} → ${placeOf(b)}`;
  return `${a.text || '(blank)'} → ${b.text || '(blank)'}${standing}${pageOf(b)}`;
}

const describe = (s: Side): string => `${s.text}${s.standing ? `, ${s.standing}` : ''}${pageOf(s)}`;
const pageOf = (s: Side): string => (s.page === null ? '' : ` (p. ${s.page})`);
const placeOf = (s: Side): string => `p. ${s.page} [${s.box?.map((v) => Math.round(v)).join(' ')}]`;

/** `3 values, 2 standings`: each difference counts once for each of its kinds. */
export function countsOf(differences: readonly Difference[]): string {
  const parts = KINDS.flatMap((kind) => {
    const n = differences.filter((d) => d.kinds.includes(kind)).length;
    return n === 0 ? [] : [`${kind}: ${n}`];
  });
  return parts.length === 0 ? 'no difference' : parts.join(', ');
}

function totalLine(diff: FolderDiff): string {
  const all = diff.documents.flatMap((d) => d.differences);
  const changed = diff.documents.filter((d) => d.differences.length > 0).length;
  const missing = diff.onlyA.length + diff.onlyB.length;
  if (all.length === 0 && missing === 0 && diff.failed.length === 0)
    return diff.documents.length === 1 ? 'the same' : `the same: ${diff.documents.length} documents`;
  const worse = all.filter((d) => d.change === 'worse').length;
  const better = all.filter((d) => d.change === 'better').length;
  const documents =
    diff.documents.length > 1 ? `${changed} of ${diff.documents.length} documents differ; ${countsOf(all)}; ` : '';
  return `${documents}${all.length} differences, ${worse} to look at first (!), ${better} better in B (+)`;
}
