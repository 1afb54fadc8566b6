import { expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import { checkForms } from '../../../src/checks/attachments/checkForms.js';
import { formFindings } from '../../../src/checks/attachments/formFindings.js';
import type { Attachment } from '../../../src/document/schema.js';
import { form } from './field.js';

const outcome = (rule: string, of: Attachment): string[] =>
  checkForms([of])
    .checks.filter((c) => c.rule === rule)
    .map((c) => c.outcome);
const indicator = (completion: string, actual: string, target = '100', weight = '5', score = weight) =>
  form({ indicators: [{ operator: '>=', target, actual, completion, weight, score }] });

test.each([
  ['95.53%', '64.78', '61.88', 'rounding'],
  ['98.02%', '26.44', '25.92', 'rounding'],
  ['100.00%', '3.84', '3.84', 'holds'],
  ['89.53%', '64.78', '61.88', 'fails'],
  ['0.00%', '0.00', '0.00', 'not-checkable'],
])('P1 %s of %s executed %s: %s', (rate, budget, executed, expected) => {
  expect(outcome('P1', form({ header: { budget, executed, execution_rate: rate } }))).toEqual([expected]);
});

test.each([
  ['9.89', 'rounding'],
  ['9.90', 'rounding'],
  ['9.88', 'fails'],
  ['9.91', 'fails'],
])('P2 a score of %s for 10 × 98.98 %%, cut off or rounded: %s', (score, expected) => {
  expect(outcome('P2', form({ tasks: [{ weight: '10', execution_rate: '98.98%', score }] }))).toEqual([expected]);
});

test.each([
  ['0.95', '95.49', 'rounding'],
  ['0.94', '93.54', 'rounding'],
  ['0.44', '43.46', 'fails'],
  ['1', '120', 'holds'],
  ['100%', '98.53', 'fails'],
])('P4 completion %s for %s of 100: %s', (completion, actual, expected) => {
  expect(outcome('P4', indicator(completion, actual))).toEqual([expected]);
});

test('P10: a target passed by far takes five points off, and P3 says nothing of it', () => {
  const far = indicator('100%', '66', '50', '5', '0');
  expect(outcome('P10', far)).toEqual(['holds']);
  expect(outcome('P3', far)).toEqual([]);
  const near = indicator('100%', '62', '50', '5', '0');
  expect(outcome('P10', near)).toEqual([]);
  expect(outcome('P3', near)).toEqual(['fails']);
});

test('P9: the subtotal, the execution score and what is taken off', () => {
  const header = { indicator_score: '70', execution_score: '5.48', deduction: '6.4783', total_score: '69' };
  expect(outcome('P9', form({ header }))).toEqual(['rounding']);
  expect(outcome('P9', form({ header: { ...header, total_score: '75.48' } }))).toEqual(['fails']);
});

test('rows that are missing are told once; of a form known to be partial nothing is said', () => {
  const header = { indicator_score: '90', execution_score: '10', total_score: '100' };
  const indicators = [{ weight: '40', score: '40' }];
  const whole = [form({ header, indicators })];
  const { findings, rowsLost } = formFindings(whole, checkForms(whole).failing);
  expect(findings.map((f) => f.rule)).toEqual(['attachment-rows-lost']);
  expect([...rowsLost]).toEqual([1]);
  const partial = form({ header, indicators, status: 'partial' });
  expect(checkForms([partial]).failing).toEqual([]);
  expect(outcome('P7', partial)).toEqual(['not-checkable']);
});

test('a sum over rows bears its figures out, a product within one row does not', () => {
  const of = form({
    header: { indicator_score: '9' },
    indicators: [
      { weight: '5', score: '5', completion: '1' },
      { weight: '4', score: '4', completion: '1' },
    ],
  });
  const { bindings } = checkForms([of]);
  expect(bindings.get('attachment/1/indicator/1/score')?.supported).toBe(true);
  expect(bindings.get('attachment/1/indicator/1/completion')?.supported).toBe(false);
});

test.each([
  ['604.64', 2, 'rounding'],
  ['877.00', 2, 'rounding'],
  ['640.00', 2, 'fails'],
  ['640.00', 3, 'not-checkable'],
])('P11: budgets of %s in the forms of two units of %d: %s', (sum, units, expected) => {
  const of = (budget_revenue: string) => form({ form: 'overall_self_evaluation', header: { budget_revenue } });
  const text = {
    basic: { cell: 'narrative/3', value: new Decimal('604.63'), error: new Decimal('0.09') },
    whole: { cell: 'narrative/2', value: new Decimal('876.77'), error: new Decimal('0.30') },
    units,
  };
  const forms = [of(new Decimal(sum).minus('74.07').toFixed(2)), of('74.07')];
  const { checks, failing } = checkForms(forms, text);
  expect(checks.filter((c) => c.rule === 'P11').map((c) => c.outcome)).toEqual([expected]);
  // Told without an error, and without a place that it has not.
  const { findings } = formFindings(forms, failing);
  expect(findings.map((f) => f.severity)).toEqual(expected === 'fails' ? ['info'] : []);
});

test('P11 without a budget in the text cannot be tried', () => {
  expect(outcome('P11', form({ form: 'overall_self_evaluation', header: { budget_revenue: '1.00' } }))).toEqual([
    'not-checkable',
  ]);
});
