/** Holds every figure of the text against the tables, the forms and the others of its sentence: statements → checks and contradictions. */
import { finding } from '../../document/finding.js';
import type { Attachment, Check, Finding } from '../../document/schema.js';
import type { Narrative, Said } from '../../narrative/statement.js';
import { joinPlaces } from '../../paragraphs/paragraph.js';
import { decimalsOf } from '../figures.js';
import type { Ledger } from '../ledger.js';
import { amountVerdicts } from './amounts.js';
import { budgetChangeVerdicts, changeVerdicts } from './changes.js';
import { comparisonVerdicts, completionVerdicts } from './completions.js';
import { formVerdicts } from './forms.js';
import { impliedBudgetVerdicts } from './impliedBudgets.js';
import { write } from './numbers.js';
import { referenceVerdicts } from './references.js';
import { shareVerdicts } from './shares.js';
import { sumVerdicts } from './sums.js';
import { toCheck, type Verdict } from './verdict.js';
import { viewOf } from './view.js';

/** What the checks say of one statement. */
export interface StatementBinding {
  readonly checks: readonly string[];
  readonly supported: boolean;
  /** A figure of the tables takes part in a check that holds. */
  readonly inTables: boolean;
  readonly contradicted: boolean;
}

export interface Contradiction {
  /** The statement that is contradicted; null where words without a number are. */
  readonly statement: number | null;
  readonly finding: Finding;
}

export interface CheckedNarrative {
  readonly checks: readonly Check[];
  /** By statement, counted from 0. */
  readonly bindings: readonly StatementBinding[];
  /** Cells of the tables that take part: ids of the checks, and whether the text prints the same amount. */
  readonly cells: ReadonlyMap<string, { readonly checks: readonly string[]; readonly supported: boolean }>;
  readonly contradictions: readonly Contradiction[];
}

export function checkNarrative(
  narrative: Narrative,
  ledger: Ledger,
  attachments: readonly Attachment[] = [],
): CheckedNarrative {
  const view = viewOf(narrative, ledger);
  const verdicts: { readonly verdict: Verdict; readonly place?: Narrative['comparisons'][number] }[] = [
    ...amountVerdicts(view),
    ...shareVerdicts(view),
    ...changeVerdicts(view),
    ...budgetChangeVerdicts(view),
    ...completionVerdicts(view),
    ...sumVerdicts(view),
    ...impliedBudgetVerdicts(view),
    ...referenceVerdicts(view),
    ...formVerdicts(view, attachments),
  ].map((verdict) => ({ verdict }));
  for (const { verdict, comparison } of comparisonVerdicts(view)) verdicts.push({ verdict, place: comparison });
  verdicts.sort((a, b) => order(a.verdict) - order(b.verdict));

  const checks: Check[] = [];
  const bindings = narrative.statements.map(() => ({
    checks: [] as string[],
    supported: false,
    inTables: false,
    contradicted: false,
    takesPartInFailure: false,
  }));
  const cells = new Map<string, { checks: string[]; supported: boolean }>();
  const contradictions: Contradiction[] = [];
  const told = new Set<string>();
  const ids = new Map<string, number>();
  for (const { verdict, place } of verdicts) {
    const plain = `${verdict.rule}/narrative/${verdict.at}`;
    const count = (ids.get(plain) ?? 0) + 1;
    ids.set(plain, count);
    const id = count === 1 ? plain : `${plain}#${count}`;
    checks.push(toCheck(verdict, id));
    const good = verdict.outcome === 'holds' || verdict.outcome === 'rounding';
    const exact = verdict.outcome === 'holds' && isAmount(verdict) && verdict.about.length > 0;
    for (const cell of new Set(verdict.cells)) {
      if (cell.startsWith('narrative/')) {
        const own = bindings[Number(cell.slice(10))]!;
        own.checks.push(id);
        own.takesPartInFailure ||= verdict.outcome === 'fails' && !verdict.explained;
      } else if (verdict.outcome !== 'not-checkable' && !isForm(cell)) {
        const known = cells.get(cell) ?? { checks: [], supported: false };
        known.checks.push(id);
        cells.set(cell, { checks: known.checks, supported: known.supported || exact });
      }
    }
    for (const index of verdict.about) {
      const own = bindings[index]!;
      if (good) {
        own.supported = true;
        own.inTables ||= verdict.cells.some((cell) => !cell.startsWith('narrative/') && !isForm(cell));
      } else if (verdict.outcome === 'fails') own.contradicted = true;
    }
    if (verdict.outcome !== 'fails' || verdict.explained) continue;
    const said = narrative.statements[verdict.at]!;
    // The same words printed twice with the same figure are one contradiction a place.
    const key = `${verdict.rule}|${said.paragraph}|${said.at}|${place?.at ?? ''}`;
    if (told.has(key)) continue;
    told.add(key);
    const at = joinPlaces(place ? place.places : said.places);
    contradictions.push({
      statement: place ? null : verdict.at,
      finding: finding(
        'narrative-contradiction',
        'warning',
        `the text contradicts ${isAmount(verdict) ? 'the tables' : verdict.cells.some(isForm) ? 'the forms' : 'itself'}: “${place ? place.words : said.words}”: ${verdict.why}`,
        { page: at?.page ?? null, box: at?.box ?? null, cell: place ? null : `narrative/${verdict.at}` },
        place ? printed(verdict) : valuesOf(verdict, said),
      ),
    });
  }
  // Of the figures of a failing check those are in doubt that no other check bears out: any of them may be the wrong one.
  for (const own of bindings) own.contradicted ||= own.takesPartInFailure && !own.supported;
  return { checks, bindings, cells, contradictions };
}

const printed = ({ expected, actual }: Verdict): { expected: string | null; actual: string | null } => ({
  expected: expected && write(expected),
  actual: actual && write(actual),
});

/** What was expected, written like what is printed: a percentage with as many decimals. */
function valuesOf(
  { expected, actual, inBudgets }: Verdict,
  said: Said,
): { expected: string | null; actual: string | null } {
  if (!expected || !actual) return { expected: null, actual: null };
  if (inBudgets || said.unit !== '%') return { expected: write(expected), actual: write(actual) };
  return { expected: expected.toFixed(decimalsOf(said.value)), actual: said.value };
}

const order = ({ rule, at }: Verdict): number => Number(rule.slice(1)) * 1e6 + at;
const isForm = (cell: string): boolean => cell.startsWith('attachment/');
/** An amount held against the cell of a table that prints it. */
const isAmount = ({ why }: Verdict): boolean => /prints (?:it|another amount)$/.test(why);
