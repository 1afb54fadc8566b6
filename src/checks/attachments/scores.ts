import { Decimal } from 'decimal.js';
import type { Untried } from '../untried.js';
import { type FormFigure, figureIn, type NumberedForm } from './figures.js';
import { share } from './rates.js';
import { type FormIdentity, type FormRule, percent } from './rule.js';

interface Row {
  readonly score: FormFigure;
  readonly weight: FormFigure;
  readonly done: FormFigure;
  readonly actual: FormFigure | undefined;
  readonly target: FormFigure | undefined;
}

function rowsWithCompletion(of: NumberedForm): Row[] {
  return of.form.indicators.flatMap((_, r) => {
    const get = (field: string) => figureIn(of, 'indicator', r + 1, field);
    const [score, weight, done] = [get('score'), get('weight'), get('completion')];
    return score && weight && done ? [{ score, weight, done, actual: get('actual'), target: get('target') }] : [];
  });
}

/** How many points the Liaoning system takes off where a target is passed by far, and how far that is. */
const POINTS_OFF = 5;
const BY_FAR = 1.3;

/** The full score is not given because the target was passed by far: a target set too low. */
function isOverfulfilled({ score, weight, done, actual, target }: Row): boolean {
  if (!actual || !target || target.value.lte(0) || percent(done).value.lt(100)) return false;
  return actual.value.gte(target.value.times(BY_FAR)) && score.value.eq(Decimal.max(0, weight.value.minus(POINTS_OFF)));
}

export const indicatorScore: FormRule = {
  id: 'P3',
  title: { zh: '指标得分 = 分值 × 完成程度', en: 'score of an indicator = weight × completion' },
  source: '绩效自评表: 得分',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of) =>
      rowsWithCompletion(of)
        .filter((row) => !isOverfulfilled(row))
        .map(
          (row): FormIdentity => ({
            result: row.score,
            terms: [row.weight, row.done],
            ...share(row.weight, row.done),
            says: '得分 = 分值 × 完成程度',
            withinRow: true,
            excuse: null,
          }),
        ),
    ),
};

export const overfulfilment: FormRule = {
  id: 'P10',
  title: {
    zh: '超额完成（约 130% 以上）：得分 = 分值 − 5，不低于 0',
    en: 'target passed by 30 % and more: score = weight − 5, not below nought',
  },
  source: '预算项目(政策)绩效自评表 (辽宁)',
  severity: 'info',
  evaluate: (forms) =>
    forms.flatMap((of) =>
      rowsWithCompletion(of)
        .filter(isOverfulfilled)
        .map(
          (row): FormIdentity => ({
            result: row.score,
            terms: [row.weight, row.actual!, row.target!],
            expected: row.score.value,
            spread: new Decimal(0),
            says: '超额完成: 得分 = 分值 − 5',
            withinRow: true,
            excuse: null,
          }),
        ),
    ),
};

export const executionScore: FormRule = {
  id: 'P8',
  title: { zh: '预算执行率得分 = 分值（10）× 执行率', en: 'score of the execution rate = weight (10) × rate' },
  source: '绩效自评表: 预算执行率得分, 项目资金',
  severity: 'info',
  evaluate: (forms) =>
    forms.flatMap((of): readonly (FormIdentity | Untried)[] => {
      const out: (FormIdentity | Untried)[] = [];
      const result = figureIn(of, 'header', 0, 'execution_score');
      if (result) {
        const rate = figureIn(of, 'header', 0, 'execution_rate');
        if (!rate) out.push({ at: result.cell, why: 'the execution rate is not printed' });
        else {
          const ten: FormFigure = { cell: '', value: new Decimal(10), unit: new Decimal(1), share: false };
          const says = '预算执行率得分 = 10 × 执行率';
          out.push({ result, terms: [rate], ...share(ten, rate), says, withinRow: false, excuse: null });
        }
      }
      of.form.funding.forEach((_, r) => {
        const [score, weight, rate] = ['score', 'weight', 'execution_rate'].map((f) =>
          figureIn(of, 'funding', r + 1, f),
        );
        if (!score || !weight || !rate) return;
        const says = '得分 = 分值 × 执行率';
        out.push({ result: score, terms: [weight, rate], ...share(weight, rate), says, withinRow: true, excuse: null });
      });
      return out;
    }),
};
