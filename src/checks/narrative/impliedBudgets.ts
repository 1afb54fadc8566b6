/**
 * N6: where the text gives 完成年初预算 of every 项 and of the whole, but no budgets, the budgets that the rates imply must add up.
 * The 项 that are all 基本支出 or all 项目支出 in 公开05表 are held against the rate of that kind, so that one wrong part is told once.
 */
import { Decimal } from 'decimal.js';
import { figureOf } from '../sheet.js';
import { HUNDRED, type Num, STEP, ZERO } from './numbers.js';
import { compare, type Verdict } from './verdict.js';
import type { View } from './view.js';

/** A budget that the text does not print. */
export interface Implied {
  readonly value: Decimal;
  /** How far rounding and truncation can move it. */
  readonly error: Decimal;
  readonly indices: readonly number[];
}

export function impliedBudgetVerdicts(view: View): Verdict[] {
  const sheet = view.ledger.coded('general_public_budget');
  const leaves = sheet.coded.filter((e) => e.row.code.length === 7 && (figureOf(e, 'total')?.amount ?? 0n) !== 0n);
  const rates = new Map<string, Implied>();
  // Where budgets are said, the rates are held against them; two rates of one 项 are of two budgets.
  let otherwise = view.said.some((s) => s.names && s.measure === 'budget');
  view.said.forEach((s, i) => {
    if (s.measure !== 'completion' || !s.names || s.statement !== 'N6') return;
    const implied = impliedBy(view, i);
    otherwise ||= rates.has(s.subject);
    if (implied) rates.set(s.subject, implied);
  });
  if (otherwise || leaves.length < 2 || !leaves.every((e) => rates.has(e.row.code))) return [];
  const kindOf = (column: 'basic' | 'project') => (e: (typeof leaves)[number]) =>
    (figureOf(e, column)?.amount ?? 0n) === (figureOf(e, 'total')?.amount ?? 0n);
  const pure = leaves.every((e) => kindOf('basic')(e) || kindOf('project')(e));
  const groups = [
    ...(pure
      ? [
          { subjects: ['basic'], own: leaves.filter(kindOf('basic')), says: '基本支出' },
          { subjects: ['project'], own: leaves.filter(kindOf('project')), says: '项目支出' },
        ]
      : []),
    { subjects: ['general_expenditure', 'appropriation_expenditure'], own: leaves, says: '支出' },
  ];
  const out: Verdict[] = [];
  for (const { subjects, own, says } of groups) {
    const at = view.said.findIndex(
      (s) => s.measure === 'completion' && subjects.includes(s.subject) && s.statement === 'N6',
    );
    const whole = at < 0 ? null : impliedBy(view, at);
    if (!whole || own.length === 0) continue;
    const parts = own.map((e) => rates.get(e.row.code)!);
    const expected = parts.reduce((sum, p) => sum.add(p.value), ZERO).toDecimalPlaces(2);
    const tolerance = [whole, ...parts].reduce((sum, p) => sum.add(p.error), ZERO);
    const result = compare({ expected, actual: whole.value.toDecimalPlaces(2), rounding: ZERO, truncation: tolerance });
    const explained = result.outcome === 'fails' && out.some((v) => v.outcome === 'fails');
    out.push({
      rule: 'N6',
      inBudgets: true,
      at,
      ...result,
      cells: [...whole.indices, ...parts.flatMap((p) => p.indices)].map((i) => `narrative/${i}`),
      why: `the rate of ${says} implies a budget of ${whole.value.toFixed(2)}, those of its ${own.length} 项 ${expected.toFixed(2)}`,
      about: explained ? [] : [at, ...parts.map((p) => p.indices[0]!)],
      ...(explained ? { explained } : {}),
    });
  }
  return out;
}

/** The budget that a rate implies with the amount said before it, and how far rounding and truncation can move it. */
export function impliedBy(view: View, index: number): Implied | null {
  const said = view.said[index]!;
  const amountAt = view.before(index, (s) => s.measure === 'amount' && s.subject === said.subject);
  if (amountAt === null) return null;
  const [rate, amount]: [Num, Num] = [view.num(index), view.num(amountAt)];
  if (rate.value.lte(rate.half.mul(2)) || amount.value.isZero()) return null;
  const value = amount.value.div(rate.value).mul(HUNDRED);
  const error = value.mul(
    amount.half.div(amount.value.abs()).add(rate.half.add(Decimal.max(STEP, rate.half)).div(rate.value)),
  );
  return { value, error, indices: [index, amountAt] };
}
