import { expect, test } from '@jest/globals';
import { buildLedger } from '../../../src/checks/ledger.js';
import { checkNarrative } from '../../../src/checks/narrative/checkNarrative.js';
import type { Attachment } from '../../../src/document/schema.js';
import { linkItems } from '../../../src/narrative/linkItems.js';
import { paragraphsToStatements } from '../../../src/narrative/paragraphsToStatements.js';
import { paragraphsOf } from '../../narrative/text.js';
import { form } from '../attachments/field.js';
import { NO_ANCHORS, nine, table } from '../tables.js';

const TABLES = nine(
  table('general_public_budget', [
    { name: '合计', cells: { total: '25.92', basic: null, project: '25.92' } },
    { code: '201', name: '一般公共服务支出', cells: { total: '25.92', basic: null, project: '25.92' } },
    { code: '20126', name: '档案事务', cells: { total: '25.92', basic: null, project: '25.92' } },
    { code: '2012604', name: '档案馆', cells: { total: '25.92', basic: null, project: '25.92' } },
  ]),
  table('three_public', [
    { name: 'total', cells: { budget: '0.00', final: '0.00' } },
    { name: 'overseas', cells: { budget: null, final: null } },
    { name: 'reception', cells: { budget: '0.00', final: '0.00' } },
  ]),
);
const check = (forms: readonly Attachment[], ...texts: string[]) => {
  const narrative = linkItems(paragraphsToStatements(paragraphsOf(texts), 2024), TABLES);
  return checkNarrative(narrative, buildLedger(TABLES, NO_ANCHORS), forms);
};
const told = (forms: readonly Attachment[], ...texts: string[]): string[] =>
  check(forms, ...texts).contradictions.map(({ finding: f }) => `${f.actual} for ${f.expected}`);

const PERFORMANCE = '（四）预算绩效管理工作开展情况';
const unit = form({ form: 'overall_self_evaluation' });
const project = (over: Parameters<typeof form>[0] = {}) =>
  form({
    header: { subject: '档案数字化', total_score: '90.5' },
    funding: [{ annual_budget: '26.44', initial_budget: '30.00', executed: '25.92', execution_rate: '98.02%' }],
    ...over,
  });

test('so many forms as the text says are attached, or it says otherwise', () => {
  const text = '我局整体绩效包括2个单位，详见《部门（单位）整体绩效自评表》。';
  expect(told([unit, unit], PERFORMANCE, text)).toEqual([]);
  expect(check([unit, unit], PERFORMANCE, text).bindings[0]).toMatchObject({ supported: true });
  expect(told([unit], PERFORMANCE, text)).toEqual(['2.00 for 1.00']);
  // What is lost, or not said to be attached, contradicts nothing.
  expect(told([{ ...unit, status: 'partial' }], PERFORMANCE, text)).toEqual([]);
  expect(told([project()], PERFORMANCE, '我部门组织对7个项目开展绩效自评。')).toEqual([]);
  expect(told([], PERFORMANCE, text)).toEqual([]);
});

const said = (score: string, budget: string, rate: string): string =>
  `1.档案数字化项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为${score}分。全年预算数为${budget}万元，执行数为25.92万元，完成预算的${rate}%。`;

test.each([
  ['90.5', '26.44', '98.02', []],
  ['90.50', '26.4', '98.0', []],
  ['90.5', '30.00', '98.03', ['98.03 for 86.40']],
  ['88.5', '26.44', '98.02', ['88.50 for 90.50']],
  ['90.5', '26.44', '89.02', ['89.02 for 98.03']],
])('a project of %s points and a budget of %s executed by %s %%: %j', (score, budget, rate, expected) => {
  expect(told([project()], PERFORMANCE, said(score, budget, rate)).sort()).toEqual([...expected].sort());
});

test('a form whose name two share, or that is partial, says nothing', () => {
  expect(told([project(), project()], PERFORMANCE, said('88.5', '26.44', '98.02'))).toEqual([]);
  expect(told([project({ status: 'partial' })], PERFORMANCE, said('88.5', '26.44', '98.02'))).toEqual([]);
});

test('a form in 元 prints ten thousand times as much', () => {
  const yuan = project({ funding: [{ annual_budget: '264400', executed: '259200', execution_rate: '98.03%' }] });
  const { bindings, contradictions } = check([yuan], PERFORMANCE, said('90.5', '26.44', '98.03'));
  expect(contradictions).toEqual([]);
  expect(bindings.filter((b) => b.supported)).toHaveLength(4);
});

test('the rate of a 项 that is all one project is compared with its form, and may be of another budget', () => {
  const text = (rate: string): string =>
    `1.一般公共服务支出（类）档案事务（款）档案馆（项）25.92万元，完成年初预算的${rate}%。`;
  const of = (rate: string) =>
    check([project()], '五、一般公共预算财政拨款支出决算情况说明', text(rate))
      .checks.filter((c) => c.rule === 'N6' && c.cells.some((cell) => cell.startsWith('attachment/')))
      .map((c) => c.outcome);
  expect(of('98.02')).toEqual(['holds']);
  expect(of('98.03')).toEqual(['rounding']);
  expect(of('98.05')).toEqual(['not-checkable']);
});

test('a nought that the table prints confirms the text; a blank does not', () => {
  const { bindings, contradictions } = check(
    [],
    '七、财政拨款“三公”经费支出决算情况说明',
    '公务接待费支出0.00万元。',
    '因公出国（境）费支出0.00万元。',
  );
  expect(bindings.map((b) => b.supported)).toEqual([true, false]);
  expect(contradictions).toEqual([]);
});

test('a cell whose place is in doubt says nothing against the text', () => {
  const narrative = linkItems(
    paragraphsToStatements(paragraphsOf(['七、财政拨款“三公”经费支出决算情况说明', '公务接待费支出2.90万元。']), 2024),
    TABLES,
  );
  const doubtful = TABLES.map((t) => ({
    ...t,
    rows: t.rows.map((r) => ({
      ...r,
      cells: Object.fromEntries(Object.entries(r.cells).map(([k, c]) => [k, { ...c, why: ['no rules'] }])),
    })),
  }));
  const outcomes = (tables: typeof TABLES) =>
    checkNarrative(narrative, buildLedger(tables, NO_ANCHORS)).checks.map((c) => c.outcome);
  expect(outcomes(TABLES)).toEqual(['fails']);
  expect(outcomes(doubtful)).toEqual(['not-checkable']);
});
