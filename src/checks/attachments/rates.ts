import { Decimal } from 'decimal.js';
import type { Untried } from '../untried.js';
import { type FormFigure, figureIn, type Group, type NumberedForm, rowsOf } from './figures.js';
import { type FormIdentity, type FormRule, HUNDRED, percent } from './rule.js';

/** 100 × a / b, and what the rounding of a and b can move it. */
function ratio(a: FormFigure, b: FormFigure): { readonly value: Decimal; readonly spread: Decimal } {
  const value = a.value.div(b.value).times(HUNDRED);
  const [ha, hb] = [a.unit.div(2), b.unit.div(2)];
  const rest = b.value.abs().minus(hb);
  const spread = rest.lte(0) ? value.abs() : ha.times(HUNDRED).plus(value.abs().times(hb)).div(rest);
  return { value, spread };
}

/** The same in the unit in which the result is printed (0.95 or 95 %). */
function inUnitOf(result: FormFigure, of: { readonly value: Decimal; readonly spread: Decimal }) {
  const scale = percent(result).value.eq(result.value) ? 1 : 100;
  return { expected: of.value.div(scale), spread: of.spread.div(scale) };
}

const PLACES = [
  ['header', 'budget'],
  ['task', 'issued'],
  ['funding', 'annual_budget'],
] as const;

export const executionRate: FormRule = {
  id: 'P1',
  title: { zh: '执行率 = 执行数 ÷ 预算数', en: 'execution rate = executed ÷ budget' },
  source: '绩效自评表: 项目执行率, 执行率',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of) =>
      PLACES.flatMap(([group, base]) =>
        placesOf(of, group).flatMap((row): readonly (FormIdentity | Untried)[] => {
          const rate = figureIn(of, group, row, 'execution_rate');
          if (!rate) return [];
          const at = rate.cell;
          const executed = figureIn(of, group, row, 'executed');
          const budget =
            figureIn(of, group, row, base) ??
            (group === 'funding' ? figureIn(of, group, row, 'initial_budget') : undefined);
          if (!executed || !budget) return [{ at, why: 'the amounts of the rate are not printed' }];
          if (budget.value.isZero()) return [{ at, why: 'the budget is nought' }];
          if (group === 'funding' && rate.value.isZero() && !figureIn(of, group, row, 'weight'))
            return [{ at, why: 'the rate of a source without a weight is left at nought' }];
          return [
            {
              result: rate,
              terms: [executed, budget],
              ...inUnitOf(rate, ratio(executed, budget)),
              says: '执行率 = 执行数 ÷ 预算数',
              withinRow: true,
              excuse: null,
            },
          ];
        }),
      ),
    ),
};

const placesOf = ({ form }: NumberedForm, group: Group): number[] =>
  group === 'header' ? [0] : rowsOf(form, group).map((_, r) => r + 1);

/** weight × rate, and what the rounding of the rate can move it. */
export function share(weight: FormFigure, rate: FormFigure): { readonly expected: Decimal; readonly spread: Decimal } {
  const { value, unit } = percent(rate);
  const capped = Decimal.min(value, HUNDRED);
  return { expected: weight.value.times(capped).div(HUNDRED), spread: weight.value.times(unit).div(200) };
}

export const taskScore: FormRule = {
  id: 'P2',
  title: { zh: '任务得分 = 分值 × 执行率', en: 'score of a task = weight × execution rate, cut off or rounded' },
  source: '整体绩效自评表: 年度主要任务',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of) =>
      of.form.tasks.flatMap((_, r): readonly FormIdentity[] => {
        const [score, weight, rate] = ['score', 'weight', 'execution_rate'].map((f) => figureIn(of, 'task', r + 1, f));
        if (!score || !weight || !rate) return [];
        return [
          {
            result: score,
            terms: [weight, rate],
            ...share(weight, rate),
            says: '得分 = 分值 × 执行率',
            withinRow: true,
            excuse: null,
          },
        ];
      }),
    ),
};

const AT_MOST = /^(?:<=|≤|<|＜|≦|小于等于|不高于|不超过)$/;

export const completion: FormRule = {
  id: 'P4',
  title: { zh: '完成程度 = 完成值 ÷ 指标值，至多 1', en: 'completion = actual ÷ target, at most 1' },
  source: '绩效自评表: 完成程度',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of) =>
      of.form.indicators.flatMap((row, r): readonly (FormIdentity | Untried)[] => {
        const [result, actual, target] = ['completion', 'actual', 'target'].map((f) =>
          figureIn(of, 'indicator', r + 1, f),
        );
        if (!result || !actual || !target) return [];
        const operator = row.cells.operator?.value ?? '=';
        const at = result.cell;
        let of100: { value: Decimal; spread: Decimal };
        if (AT_MOST.test(operator)) {
          if (actual.value.gt(target.value)) return [{ at, why: 'how far a limit is overrun has no formula' }];
          of100 = { value: HUNDRED, spread: new Decimal(0) };
        } else if (actual.value.gte(target.value)) of100 = { value: HUNDRED, spread: new Decimal(0) };
        else if (target.value.lte(0) || actual.value.lt(0)) return [{ at, why: 'the target is not above nought' }];
        else {
          const whole = (f: FormFigure): FormFigure => (f.unit.eq(1) ? { ...f, unit: new Decimal(0) } : f);
          of100 = ratio(whole(actual), whole(target));
        }
        const expected = inUnitOf(result, of100);
        // Some print more than 100 %: what is above it counts as 100 %.
        const over = percent(result).value.gte(HUNDRED) && of100.value.eq(HUNDRED);
        return [
          {
            result,
            terms: [actual, target],
            ...expected,
            ...(over ? { expected: result.value } : {}),
            says: '完成程度 = 完成值 ÷ 指标值',
            withinRow: true,
            excuse: null,
          },
        ];
      }),
    ),
};
