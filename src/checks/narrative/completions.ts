/** N6 (N8 in 三公, N12 for projects): 完成预算的 … % is 决算 by 预算, 差异率 what that is more than 100 %, and 大于, 小于, 持平 say what the figures say. */
import { Decimal } from 'decimal.js';
import type { Comparison, Said } from '../../narrative/statement.js';
import { candidatesOf } from './candidates.js';
import { HUNDRED, type Num, numberOfFigure, ratioOf, stepOf } from './numbers.js';
import { compare, type RuleId, type Verdict } from './verdict.js';
import { isAmountOf, isBudgetOf, type View } from './view.js';

/** What a percentage says of 决算 by 预算, taken from 100 % where it is a difference; undefined where it is another percentage. */
const RATES: Readonly<Partial<Record<Said['measure'], (ratio: Decimal) => Decimal>>> = {
  completion: (ratio) => ratio,
  increase_rate_on_budget: (ratio) => ratio.sub(HUNDRED),
  decrease_rate_on_budget: (ratio) => HUNDRED.sub(ratio),
};

const ruleOf = (said: Said): RuleId => (said.statement === 'N8' || said.statement === 'N12' ? said.statement : 'N6');
export function completionVerdicts(view: View): Verdict[] {
  return view.said.flatMap((said, index): Verdict[] => {
    const rate = RATES[said.measure];
    if (!rate) return [];
    const { budgets, final } = sides(view, index, said, said.paragraph);
    // 比预算减少1.14万元，下降4.56%: its amount bears out a difference, unless its own sentence has both sides.
    const inSentence = [...budgets, final].every((n) => n && sentenceOf(view, n) === said.sentenceAt);
    if (said.measure !== 'completion' && (budgets.length === 0 || !inSentence)) return [];
    const base = { rule: ruleOf(said), at: index, about: [] as number[], cells: [`narrative/${index}`] };
    const not = (why: string): Verdict[] => [
      { ...base, outcome: 'not-checkable', expected: null, actual: null, tolerance: null, why },
    ];
    if (budgets.length === 0 || !final) return not('the text does not say both budget and final amount');
    const printed = view.num(index);
    // The text may give 年初预算 and 全年预算: the rate is of either.
    const tried = budgets.flatMap((budget) => {
      const ratio = ratioOf(final, budget, printed);
      return ratio
        ? [{ budget, result: compare({ ...ratio, expected: rate(ratio.expected), actual: printed.value }) }]
        : [];
    });
    const best = tried.find((t) => t.result.outcome !== 'fails') ?? tried[0];
    if (!best) return not('the budget is nought, so there is no rate');
    const { budget, result } = best;
    const own = [budget, final].flatMap((n) => (n.cell ? [n.cell] : []));
    // The table’s 预算数 may be the adjusted one where the text speaks of 年初预算.
    if (result.outcome === 'fails' && budget.cell?.startsWith('three_public') && /年初预算/.test(said.sentence))
      return not('the table may print the adjusted budget, the text speaks of 年初预算');
    const budgetAt = indexOf(budget);
    const about = final.value.isZero()
      ? []
      : [index, ...(result.outcome === 'fails' || budgetAt === null ? [] : [budgetAt])];
    const why = `${final.value.toFixed()} of ${budget.value.toFixed()}`;
    return [{ ...base, ...result, cells: [...base.cells, ...own], why, about }];
  });
}

const sentenceOf = (view: View, n: Num): number | undefined => view.said[indexOf(n) ?? -1]?.sentenceAt;

const indexOf = (n: Num): number | null => (n.cell?.startsWith('narrative/') ? Number(n.cell.slice(10)) : null);

/** Budget and final amount of a subject as the paragraph says them before a place; of 三公 also as the table prints them. */
function sides(
  view: View,
  index: number,
  said: Pick<Said, 'subject' | 'scope'>,
  paragraph: number,
): { budgets: Num[]; final: Num | null } {
  const here = (fits: (s: Said) => boolean): Num[] => {
    const out: Num[] = [];
    for (let i = index; i >= 0 && view.said[i]!.paragraph === paragraph; i--)
      if (fits(view.said[i]!)) out.push(view.num(i));
    return out;
  };
  const table = (measure: 'amount' | 'budget'): Num | null => {
    if (said.scope !== 'three_public') return null;
    const figure = candidatesOf({ ...said, measure }, view.ledger)[0]?.figure;
    return figure && figure.printed !== null ? numberOfFigure(figure, view.ledger) : null;
  };
  const own = here(isBudgetOf(said.subject));
  const printed = table('budget');
  return {
    budgets: own.length > 0 || !printed ? own : [printed],
    final: here(isAmountOf(said.subject))[0] ?? table('amount'),
  };
}

/** Verdicts on words; `at` is a statement that the words speak of, so that the failure has a figure. */
/** One budget of several may be meant (年初, 全年): words that one of them bears out are not contradicted. */
export function comparisonVerdicts(view: View): { readonly verdict: Verdict; readonly comparison: Comparison }[] {
  return view.comparisons.flatMap((comparison) => {
    const last = view.said.findLastIndex((s) => s.paragraph === comparison.paragraph && s.at < comparison.at);
    const own = view.said[last];
    if (!own) return [];
    const { budgets, final } = sides(
      view,
      last,
      { subject: comparison.subject, scope: own.scope },
      comparison.paragraph,
    );
    const rateAt = findLast(
      view,
      last,
      comparison.paragraph,
      (s) => s.measure === 'completion' && s.subject === comparison.subject,
    );
    const rate = rateAt === null ? null : view.num(rateAt);
    // Without the budget the rate tells: above or below one hundred.
    const pairs: { actual: Num; expected: Num | null }[] = final
      ? budgets.flatMap((b) => (b.value.isZero() && final.value.isZero() ? [] : [{ actual: final, expected: b }]))
      : [];
    if (pairs.length === 0 && rate && !rate.value.isZero()) pairs.push({ actual: rate, expected: null });
    const tried = pairs.map(({ actual, expected }) => ({
      ...holds(comparison.word, actual, expected),
      cells: [actual, ...(expected ? [expected] : [])],
    }));
    const best = tried.find((t) => !t.fails) ?? tried[0];
    if (!best) return [];
    const { fails, actual, expected, slack, cells } = best;
    const verdict: Verdict = {
      rule: own.statement === 'N8' ? 'N8' : 'N6',
      at: last,
      outcome: fails ? 'fails' : 'holds',
      expected,
      actual,
      tolerance: slack,
      cells: cells.flatMap((n) => (n.cell ? [n.cell] : [])),
      why: `${actual.toFixed()} and ${expected.toFixed()}`,
      about: [],
    };
    return [{ verdict, comparison }];
  });
}

function findLast(view: View, from: number, paragraph: number, fits: (s: Said) => boolean): number | null {
  for (let i = from; i >= 0 && view.said[i]!.paragraph === paragraph; i--) if (fits(view.said[i]!)) return i;
  return null;
}

/** Whether a word says what two figures (or a rate and one hundred) say. */
function holds(word: Comparison['word'], final: Num, budget: Num | null) {
  const actual = final.value;
  const expected = budget ? budget.value : HUNDRED;
  const slack = budget ? stepOf(final, budget) : final.half.mul(2);
  const difference = actual.sub(expected);
  // 持平 is said of what rounds to one hundred percent.
  const equal = difference.abs().lte(Decimal.max(slack, expected.abs().mul('0.005')));
  const fails = word === 'equal' ? !equal : word === 'greater' ? difference.lt(slack.neg()) : difference.gt(slack);
  return { fails, actual, expected, slack };
}
