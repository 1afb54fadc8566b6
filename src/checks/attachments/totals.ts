import { Decimal } from 'decimal.js';
import type { Untried } from '../untried.js';
import { column, type FormFigure, figureIn, type NumberedForm } from './figures.js';
import { type FormIdentity, type FormRule, NOUGHT, spreadOf, sumOf } from './rule.js';

const LOST = 'rows of the form are lost';
const excuseOf = ({ form }: NumberedForm): string | null => (form.status === 'partial' ? LOST : null);

/** The source with a weight of its own: 年度资金总额. */
const fundingWith = (of: NumberedForm, field: string): FormFigure[] => column(of, 'funding', field).slice(0, 1);

export const weights: FormRule = {
  id: 'P5',
  title: { zh: 'Σ分值 = 100（执行率另计 10 时为 90）', en: 'Σ weights = 100, or 90 beside 10 for the execution rate' },
  source: '绩效自评表: 分值',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of): readonly (FormIdentity | Untried)[] => {
      const own = column(of, 'indicator', 'weight');
      const beside = [...column(of, 'task', 'weight'), ...fundingWith(of, 'weight')];
      const all = [...own, ...beside];
      if (own.length === 0) return [];
      const rated = figureIn(of, 'header', 0, 'execution_score') !== undefined;
      const whole = rated ? 90 : 100;
      const sum = sumOf(all);
      const at = `attachment/${of.n}/weights`;
      if (!rated && beside.length === 0 && !sum.eq(whole))
        return [{ at, why: 'the form does not print how its weights add up' }];
      return [
        {
          result: { cell: at, value: sum, unit: new Decimal(0), share: false },
          terms: all,
          expected: new Decimal(whole),
          spread: spreadOf(all),
          says: `Σ分值 = ${whole}`,
          withinRow: false,
          excuse: excuseOf(of),
        },
      ];
    }),
};

const sumRule = (
  id: string,
  title: FormRule['title'],
  field: 'total_score' | 'indicator_score',
  terms: (of: NumberedForm) => readonly FormFigure[] | null,
): FormRule => ({
  id,
  title,
  source: '绩效自评表: 末行',
  severity: 'warning',
  evaluate: (forms) =>
    forms.flatMap((of): readonly (FormIdentity | Untried)[] => {
      const result = figureIn(of, 'header', 0, field);
      if (!result) return [];
      const parts = terms(of);
      if (parts === null) return [];
      if (parts.length === 0) return [{ at: result.cell, why: 'no scores are printed in the rows' }];
      const expected = sumOf(parts);
      return [
        {
          result,
          terms: parts,
          expected,
          spread: spreadOf(parts),
          says: title.zh,
          withinRow: false,
          excuse: excuseOf(of),
        },
      ];
    }),
});

export const totalOfScores = sumRule(
  'P6',
  { zh: '总评价得分 = Σ得分', en: 'total score = Σ scores of tasks, funding and indicators' },
  'total_score',
  (of) => {
    if (figureIn(of, 'header', 0, 'indicator_score')) return null;
    const execution = figureIn(of, 'header', 0, 'execution_score');
    const own = column(of, 'indicator', 'score');
    if (own.length === 0) return [];
    return [
      ...column(of, 'task', 'score'),
      ...(execution ? [execution] : fundingWith(of, 'score')),
      ...own,
      ...negative(figureIn(of, 'header', 0, 'deduction')),
    ];
  },
);

export const subtotal = sumRule(
  'P7',
  { zh: '指标自评得分小计 = Σ得分', en: 'subtotal of the indicators = Σ their scores' },
  'indicator_score',
  (of) => column(of, 'indicator', 'score'),
);

export const totalOfParts = sumRule(
  'P9',
  { zh: '绩效自评总得分 = 小计 + 预算执行率得分 − 减分项', en: 'total score = subtotal + execution score − deduction' },
  'total_score',
  (of) => {
    const [own, execution] = [
      figureIn(of, 'header', 0, 'indicator_score'),
      figureIn(of, 'header', 0, 'execution_score'),
    ];
    if (!own || !execution) return null;
    return [own, execution, ...negative(figureIn(of, 'header', 0, 'deduction'))];
  },
);

const negative = (figure: FormFigure | undefined): FormFigure[] =>
  figure ? [{ ...figure, value: figure.value.abs().neg() }] : [];

export const unitBudgets: FormRule = {
  id: 'P11',
  title: {
    zh: 'Σ部门年初预算收入金额 = 基本支出年初预算',
    en: 'Σ budget revenue of the units = original budget of basic expenditure',
  },
  source: '整体绩效自评表: 部门年初预算收入金额',
  severity: 'info',
  evaluate: (forms, { basic, whole, units }) => {
    const own = forms.filter(({ form }) => form.form === 'overall_self_evaluation');
    const terms = own.flatMap((of) => figureIn(of, 'header', 0, 'budget_revenue') ?? []);
    if (terms.length === 0) return [];
    if (!basic) return [{ at: 'attachments', why: 'the text does not say the original budget of basic expenditure' }];
    const sum = sumOf(terms);
    // Other departments count their projects as well.
    const meant = whole && sum.minus(basic.value).abs().gt(sum.minus(whole.value).abs()) ? whole : basic;
    const all = units === own.length && terms.length === own.length;
    return [
      {
        result: { cell: 'attachments', value: sum, unit: NOUGHT, share: false },
        terms: [...terms, { cell: meant.cell, value: meant.value, unit: NOUGHT, share: false }],
        expected: meant.value.toDecimalPlaces(2),
        spread: spreadOf(terms).plus(meant.error),
        says: meant === basic ? 'Σ部门年初预算收入金额 = 基本支出年初预算' : 'Σ部门年初预算收入金额 = 支出年初预算',
        withinRow: false,
        excuse: all ? null : 'the text does not say that these are the forms of all units',
      },
    ];
  },
};
