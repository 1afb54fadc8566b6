import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import { type Draft, type Drafts, pagesOf } from '../tables/draft.js';
import { titleOf } from './cover.js';
import { finding } from './finding.js';
import type { Finding, TableKey } from './schema.js';

/** Another set of the nine tables in the same file: that of a subordinate unit, or of the department's own office. */
export interface FurtherAccount {
  /** The page on which it begins: its cover, contents or first part; where it has none, its first table. */
  readonly page: number;
  readonly title: string | null;
  /** True where it has a beginning of its own, so that the text from there on is about its figures. */
  readonly whole: boolean;
  readonly drafts: readonly Draft[];
}

/** So many forms printed again are another account; fewer are the same table in the way of another region (Sichuan, Beijing). */
const MIN_FORMS = 4;
/** A cover has few lines. */
const MAX_COVER_LINES = 12;

/**
 * The accounts that stand in the file behind its first one, in their order. A department publishes those of its units in one file; each has the
 * same nine tables, and nothing tells them apart but that they begin again.
 */
export function furtherAccounts(pages: readonly PageGrids[], drafts: readonly Draft[]): FurtherAccount[] {
  const ordered = drafts.filter((d) => d.title !== null && !d.headLost).sort((a, b) => firstPage(a) - firstPage(b));
  const starts = [0];
  for (let i = 1; i < ordered.length; i++) if (beginsAgain(ordered, starts.at(-1)!, i)) starts.push(i);
  return starts.slice(1).map((at, k) => {
    const own = ordered.slice(at, starts[k + 2]);
    const after = Math.max(...ordered.slice(starts[k]!, at).flatMap((d) => d.parts.flatMap(pagesOf)));
    return { ...beginning(pages, after, firstPage(own[0]!)), drafts: own };
  });
}

const firstPage = (draft: Draft): number => Math.min(...draft.parts.flatMap(pagesOf));

function beginsAgain(ordered: readonly Draft[], from: number, at: number): boolean {
  const before = new Set<TableKey>(ordered.slice(from, at).map((d) => d.form.key));
  if (!before.has(ordered[at]!.form.key)) return false;
  const again = new Set(ordered.slice(at).flatMap((d) => (before.has(d.form.key) ? d.form.key : [])));
  return again.size >= MIN_FORMS;
}

/** The first page behind `after` and not behind `table` on which an account begins. */
function beginning(pages: readonly PageGrids[], after: number, table: number): Omit<FurtherAccount, 'drafts'> {
  for (const { page, lines, grids } of pages) {
    if (page <= after || page > table) continue;
    const texts = lines.map((l) => comparable(l.text));
    const title = grids.length === 0 && texts.length <= MAX_COVER_LINES ? titleOf(texts) : undefined;
    if (title || texts.some((t) => /^目[录錄次]$|^第[一1]部分/.test(t)))
      return { page, title: title ?? null, whole: true };
  }
  return { page: table, title: null, whole: false };
}

/** The tables of the file's own account, those of the others named among what is beyond the nine. */
export function withoutFurther(found: Drafts, further: readonly FurtherAccount[]): Drafts {
  if (further.length === 0) return found;
  const theirs = new Set(further.flatMap((f) => f.drafts));
  const first = further[0]!;
  const named = [...theirs].map((d) => ({
    title: d.title ?? d.form.titles[0]!,
    pages: [...new Set(d.parts.flatMap(pagesOf))],
  }));
  return {
    drafts: found.drafts.filter((d) => !theirs.has(d)),
    others: [...found.others, ...named].sort((a, b) => a.pages[0]! - b.pages[0]!),
    unknown: found.unknown.filter((page) => !first.whole || page < first.page),
    findings: [...found.findings, ...further.map(furtherFinding)],
  };
}

const furtherFinding = ({ page, title, drafts }: FurtherAccount): Finding =>
  finding(
    'further-account',
    'error',
    `${title ? `《${title}》` : 'another account'} begins on page ${page} with ${drafts.length} tables of its own: they are named among the other tables and not read; "juesuan split" makes each a file of its own`,
    { page },
  );
