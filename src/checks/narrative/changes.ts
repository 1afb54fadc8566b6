/** N3: an increase or decrease and its rate agree with each other and with the amount. */
import { Decimal } from 'decimal.js';
import type { Said } from '../../narrative/statement.js';
import { candidatesOf, lostTable } from './candidates.js';
import { HUNDRED, isMoney, type Num, numberOfFigure, STEP, stepOf } from './numbers.js';
import { compare, type Verdict } from './verdict.js';
import { isAmountOf, isBudgetOf, type View } from './view.js';

const isRate = (s: Said): boolean => /_rate(?:_on_[a-z]+)?$/.test(s.measure);
/** `_on_budget`, `_on_earlier`, or nothing: against what a change is. */
const basisOf = (s: Said): string => /_on_[a-z]+$/.exec(s.measure)?.[0] ?? '';
const up = (s: Said): boolean => s.measure.startsWith('increase');

export function changeVerdicts(view: View): Verdict[] {
  return view.said.flatMap((rate, index): Verdict[] => {
    if (!isRate(rate)) return [];
    const deltaAt = index - 1;
    const delta = view.said[deltaAt];
    const verdict = (
      rest: Pick<Verdict, 'outcome' | 'expected' | 'actual' | 'tolerance' | 'why'> & Partial<Verdict>,
    ): Verdict => ({
      rule: 'N3',
      at: index,
      cells: [`narrative/${index}`, ...(isDelta(rate, delta) ? [`narrative/${deltaAt}`] : [])],
      about: [],
      ...rest,
    });
    const not = (why: string): Verdict[] => [
      verdict({ outcome: 'not-checkable', expected: null, actual: null, tolerance: null, why }),
    ];
    if (!delta || !isDelta(rate, delta)) return not('the text does not say by how much');
    if (delta.measure.startsWith('change')) return not('the text does not say in which direction');
    const [d, r] = [view.num(deltaAt), view.num(index)];
    if (up(delta) !== up(rate) && !d.value.isZero() && !r.value.isZero() && d.value.s === r.value.s) {
      const about = [deltaAt, index];
      return [
        verdict({
          outcome: 'fails',
          expected: r.value.neg(),
          actual: r.value,
          tolerance: new Decimal(0),
          why: `the amount goes one way and the rate the other`,
          about,
        }),
      ];
    }
    const currents = currentsOf(view, index, delta.subject);
    if (currents.length === 0) return not('the text does not say the amount that changed');
    const signed = up(delta) ? d.value : d.value.neg();
    const attempt = (current: Num) => {
      const prior = current.value.sub(signed);
      if (prior.abs().lte(Decimal.max(current.half.add(d.half), STEP))) return [];
      const expected = signed
        .div(prior)
        .mul(HUNDRED)
        .mul(up(rate) ? 1 : -1);
      // Δ is off by at most h, the year before by the sum of both: domain of 2.0 with prev = cur − Δ.
      const moved = HUNDRED.mul(d.half.add(signed.div(prior).abs().mul(current.half.add(d.half)))).div(prior.abs());
      const rounding = r.half.add(moved);
      const truncation = rounding.add(Decimal.max(STEP, r.half));
      return [{ current, ...compare({ expected, actual: r.value, rounding, truncation }) }];
    };
    const tried = currents.flatMap(attempt);
    const best = tried.find((t) => t.outcome === 'holds') ?? tried.find((t) => t.outcome === 'rounding') ?? tried[0];
    if (!best) return not('there was nothing the year before, so there is no rate');
    const { current, ...result } = best;
    if (result.outcome === 'fails' && lostTable({ ...delta, measure: 'amount' }, view.ledger))
      return not('a table that prints the amount that changed is lost');
    if (
      result.outcome === 'fails' &&
      othersBefore(view, deltaAt)
        .flatMap(attempt)
        .some((t) => t.outcome !== 'fails')
    )
      return not('its sentence does not say what changed, and it fits another amount before it');
    return [
      verdict({
        ...result,
        cells: [`narrative/${index}`, `narrative/${deltaAt}`, ...(current.cell ? [current.cell] : [])],
        why: `${delta.value} against ${current.value.toFixed()}`,
        about: result.outcome === 'fails' ? [index] : d.value.isZero() ? [] : [deltaAt, index],
      }),
    ];
  });
}

const isDelta = (rate: Said, delta: Said | undefined): boolean =>
  delta !== undefined &&
  delta.paragraph === rate.paragraph &&
  delta.sentenceAt === rate.sentenceAt &&
  delta.subject === rate.subject &&
  /^(?:increase|decrease|change)(?:_on_[a-z]+)?$/.test(delta.measure) &&
  basisOf(delta) === basisOf(rate) &&
  isMoney(delta);

/** The amount that changed: as the section says it, or as the tables print it. */
function currentsOf(view: View, index: number, subject: string): Num[] {
  const said = view.said[index]!;
  const own = view.before(index, isAmountOf(subject));
  const tables = candidatesOf({ subject, scope: said.scope, measure: 'amount' }, view.ledger)
    .map(({ figure }) => numberOfFigure(figure, view.ledger))
    .filter((n) => !n.value.isZero());
  return [...(own === null ? [] : [view.num(own)]), ...tables];
}

/** A sentence of its own that begins with the change (较上年减少…) may speak of any amount of its paragraph. */
function othersBefore(view: View, deltaAt: number): Num[] {
  const delta = view.said[deltaAt]!;
  const isBefore = (s: Said, i: number): boolean =>
    i < deltaAt && s.paragraph === delta.paragraph && s.measure === 'amount';
  if (delta.named || view.said.some((s, i) => isBefore(s, i) && s.sentenceAt === delta.sentenceAt)) return [];
  return view.said.flatMap((s, i) => (isBefore(s, i) && isMoney(s) ? [view.num(i)] : []));
}

/** Beijing: 决算数23.86万元，比年初预算数25.00万元减少1.14万元: where one sentence says all three, they agree. */
export function budgetChangeVerdicts(view: View): Verdict[] {
  return view.said.flatMap((delta, index): Verdict[] => {
    if (!/^(?:increase|decrease)_on_budget$/.test(delta.measure) || !isMoney(delta)) return [];
    const inSentence = (fits: (s: Said) => boolean): number | null =>
      view.before(index, (s) => fits(s) && s.paragraph === delta.paragraph && s.sentenceAt === delta.sentenceAt);
    const [budgetAt, finalAt] = [inSentence(isBudgetOf(delta.subject)), inSentence(isAmountOf(delta.subject))];
    if (budgetAt === null || finalAt === null) return [];
    const [budget, final, change] = [view.num(budgetAt), view.num(finalAt), view.num(index)];
    const expected = up(delta) ? budget.value.add(change.value) : budget.value.sub(change.value);
    const rounding = budget.half.add(final.half).add(change.half);
    const truncation = Decimal.max(rounding, stepOf(budget, final, change));
    const at = [index, budgetAt, finalAt];
    return [
      {
        rule: 'N3',
        at: index,
        ...compare({ expected, actual: final.value, rounding, truncation }),
        cells: at.map((i) => `narrative/${i}`),
        why: `${final.value.toFixed()} against ${budget.value.toFixed()} and ${delta.value}`,
        about: change.value.isZero() ? [] : [index, budgetAt],
        inBudgets: true,
      },
    ];
  });
}
