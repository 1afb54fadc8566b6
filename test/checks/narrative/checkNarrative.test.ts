import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildLedger } from '../../../src/checks/ledger.js';
import { checkNarrative } from '../../../src/checks/narrative/checkNarrative.js';
import { convert } from '../../../src/convert.js';
import type { Table } from '../../../src/document/schema.js';
import { linkItems } from '../../../src/narrative/linkItems.js';
import { paragraphsToStatements } from '../../../src/narrative/paragraphsToStatements.js';
import { nameOf, published, samples } from '../../files.js';
import { paragraphsOf } from '../../narrative/text.js';
import { NO_ANCHORS, nine, table } from '../tables.js';

const total = { name: '合计' };
/** The other tables are there and empty: of a lost one the text is not contradicted. */
const there = (tables: readonly Table[]): Table[] =>
  tables.map((t) => (t.status === 'absent' ? { ...t, status: 'empty' as const } : t));
const PRINTED: readonly Table[] = nine(
  table('general_public_budget', [
    { ...total, cells: { total: '100.00', basic: '60.00', project: '40.00' } },
    { code: '201', name: '一般公共服务支出', cells: { total: '70.00', basic: '30.00', project: '40.00' } },
    { code: '20126', name: '档案事务', cells: { total: '70.00', basic: '30.00', project: '40.00' } },
    { code: '2012601', name: '行政运行', cells: { total: '30.00', basic: '30.00', project: null } },
    { code: '2012604', name: '档案馆', cells: { total: '40.00', basic: null, project: '40.00' } },
    { code: '208', name: '社会保障和就业支出', cells: { total: '30.00', basic: '30.00', project: null } },
    { code: '20808', name: '抚恤', cells: { total: '30.00', basic: '30.00', project: null } },
    { code: '2080801', name: '死亡抚恤', cells: { total: '30.00', basic: '30.00', project: null } },
  ]),
  table('three_public', [
    { name: 'total', cells: { budget: '3.00', final: '2.00' } },
    { name: 'reception', cells: { budget: '3.00', final: '2.00' } },
  ]),
);

const TABLES = there(PRINTED);

function checkWith(tables: readonly Table[], texts: readonly string[]) {
  const narrative = linkItems(paragraphsToStatements(paragraphsOf(texts), 2024), tables);
  return { narrative, ...checkNarrative(narrative, buildLedger(tables, NO_ANCHORS)) };
}
const check = (...texts: string[]) => checkWith(TABLES, texts);
const told = (...texts: string[]): string[] =>
  check(...texts).contradictions.map(({ finding: f }) => `${f.actual} for ${f.expected}`);

const GENERAL = '五、一般公共预算财政拨款支出决算情况说明';
const THREE = '七、财政拨款“三公”经费支出决算情况说明';
const OVERALL = '一、收入支出决算总体情况说明';

describe('contradictions', () => {
  test('an amount that is not the one of the table, by item and by class', () => {
    expect(told(GENERAL, '1.一般公共服务支出（类）档案事务（款）行政运行（项）31.00万元。')).toEqual([
      '31.00 for 30.00',
    ]);
    expect(told(GENERAL, '一般公共服务支出（类）71.23万元。')).toEqual(['71.23 for 70.00']);
    expect(told(THREE, '“三公”经费支出2.50万元。')).toEqual(['2.50 for 2.00']);
  });

  test('Beijing: a change on a budget that its sentence says', () => {
    const said = (change: string): string => `“三公”经费决算数2.00万元，比2024年年初预算数3.00万元减少${change}万元。`;
    expect(told(THREE, said('1.00'))).toEqual([]);
    expect(told(THREE, said('6.00'))).toEqual(['2.00 for -3.00']);
  });

  test('Xinjiang: what was spent differs from the budget by the rate that its sentence says', () => {
    const said = (rate: string): string => `“三公”经费全年预算数3.00万元，决算数2.00万元，预决算差异率${rate}%。`;
    expect(told(THREE, said('-33.33'))).toEqual([]);
    expect(told(THREE, said('-23.33'))).toEqual(['-23.33 for -33.33']);
    expect(told(THREE, said('33.33'))).toEqual(['33.33 for -33.33']);
  });

  test('a 项 that is off by a character is still the one of the table', () => {
    expect(told(GENERAL, '1.一般公共服务支出（类）档案事务（款）档案馆（项）41.00万元。')).toEqual(['41.00 for 40.00']);
    const long = nine(
      table('general_public_budget', [
        { ...total, cells: { total: '40.00', basic: null, project: '40.00' } },
        { code: '2012602', name: '一般行政管理事务', cells: { total: '40.00', basic: null, project: '40.00' } },
      ]),
    );
    const { narrative } = checkWith(there(long), [
      GENERAL,
      '1.一般公共服务支出（类）档案事务（款）一般行政管埋事务（项）40.00万元。',
    ]);
    expect(narrative.statements.map((s) => s.subject)).toEqual(['2012602']);
  });

  test('公务接待费 is 国内公务接待 and 外事接待, where the second is no part of the first', () => {
    const said = (domestic: string, foreign: string): string =>
      `3.公务接待费支出2.00万元。其中：国内公务接待支出${domestic}万元，主要用于学习考察；外事接待支出${foreign}万元。`;
    expect(told(THREE, said('1.60', '0.40'))).toEqual([]);
    expect(told(THREE, said('1.60', '0.50'))).toEqual(['2.00 for 2.10']);
    expect(told(THREE, said('2.00', '0.40'))).toEqual([]);
  });

  test('all figures of a failing check are in doubt that no other check bears out', () => {
    const { narrative, bindings } = check(
      GENERAL,
      '1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为23.00万元，支出决算为30.00万元，完成年初预算的93.75%。',
    );
    expect(narrative.statements.map((s, i) => `${s.measure} ${bindings[i]!.contradicted}`)).toEqual([
      'budget true',
      'amount false',
      'completion true',
    ]);
  });

  test('Jiangsu: in brackets of which budgets an amount consists, and the 项 of all budgets under 财政拨款支出', () => {
    const of = (amount: string): string =>
      `（其中：一般公共预算支出${amount}万元；政府性基金预算支出0万元；国有资本经营预算支出0万元）`;
    expect(
      told(
        THREE,
        `1．公务接待费支出预算3.00万元${of('3.00')}，支出决算2.00万元${of('2.00')}，完成调整后预算的66.67%。`,
      ),
    ).toEqual([]);
    expect(told(THREE, `1．公务接待费支出预算3.00万元${of('3.00')}，支出决算2.50万元${of('2.50')}。`)).toEqual([
      '2.50 for 2.00',
    ]);
    const fund = table('government_fund', [
      { ...total, cells: { total: '20.00' } },
      { code: '212', name: '城乡社区支出', cells: { total: '20.00' } },
      { code: '21208', name: '国有土地使用权出让收入安排的支出', cells: { total: '20.00' } },
      { code: '2120803', name: '城市建设支出', cells: { total: '20.00' } },
    ]);
    const tables = there(PRINTED.map((t) => (t.key === 'government_fund' ? fund : t)));
    const items = [
      '1.档案事务（款）行政运行（项）。支出决算30.00万元。',
      '2.档案事务（款）档案馆（项）。支出决算40.00万元。',
      '3.抚恤（款）死亡抚恤（项）。支出决算30.00万元。',
      '4.国有土地使用权出让收入安排的支出（款）城市建设支出（项）。支出决算20.00万元。',
    ];
    const whole = (amount: string): string => `2024年度财政拨款支出决算${amount}万元。其中：`;
    const general = ['七、一般公共预算支出决算情况说明', '2024年度一般公共预算财政拨款支出决算100.00万元。'];
    const sums = (amount: string): string[] =>
      checkWith(tables, ['五、财政拨款支出决算情况说明', whole(amount), ...items, ...general])
        .checks.filter((c) => c.why?.startsWith('Σ 项'))
        .map((c) => c.outcome);
    expect(sums('120.00')).toEqual(['holds']);
    expect(sums('121.00')).toEqual(['fails']);
  });

  test('a share', () => {
    const text = (share: string): string =>
      `一般公共预算财政拨款支出100.00万元，主要用于：一般公共服务支出（类）70.00万元，占${share}%。`;
    expect(told(GENERAL, text('70.08'))).toEqual(['70.08 for 70.00']);
    expect(told(GENERAL, text('70.00'))).toEqual([]);
    expect(told(GENERAL, text('70.01'))).toEqual([]);
    expect(told(GENERAL, text('70'))).toEqual([]);
  });

  test('a rate of change, and one that goes the other way', () => {
    const text = (words: string): string =>
      `2024年度收、支总计22066.59万元，与2023年相比，收、支总计各增加5834.37万元，${words}。`;
    expect(told(OVERALL, text('增长35.74%'))).toEqual(['35.74 for 35.94']);
    expect(told(OVERALL, text('下降35.94%'))).toHaveLength(1);
    expect(told(OVERALL, text('增长35.94%'))).toEqual([]);
  });

  test('a change in a sentence of its own may be that of any amount before it', () => {
    const text = (rate: string): string =>
      `政府性基金预算财政拨款年初结转和结余3.65万元，本年收入30.00万元，本年支出26.48万元，年末结转和结余7.17万元。较上年减少3.52万元，下降${rate}%。`;
    const fund = '八、政府性基金预算财政拨款收入支出决算情况说明';
    expect(told(fund, text('11.73'))).toEqual([]);
    expect(told(fund, text('21.73'))).toEqual(['21.73 for 32.93']);
  });

  test('what a lost table may print is never contradicted by another', () => {
    const texts = [GENERAL, '一般公共服务支出（类）71.23万元。'];
    expect(told(...texts)).toHaveLength(1);
    expect(checkWith(PRINTED, texts).contradictions).toEqual([]);
    const fund = '八、政府性基金预算财政拨款收入支出决算情况说明';
    expect(told(fund, '本年支出26.48万元。')).toEqual([]);
  });

  test('a paragraph that opens with “三公”经费 speaks of it under any heading', () => {
    const item = '1.一般公共服务支出（类）档案事务（款）行政运行（项）30.00万元。';
    const text = (final: string): string => `2024年度财政拨款“三公”经费预算为3.00万元，支出决算为${final}万元。`;
    expect(told(GENERAL, item, text('2.00'))).toEqual([]);
    expect(told(GENERAL, item, text('2.50'))).toEqual(['2.50 for 2.00']);
  });

  test('a completion, and words that the figures do not bear out', () => {
    const text = (words: string): string =>
      `1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为40.00万元，支出决算为30.00万元，${words}。`;
    expect(told(GENERAL, text('完成年初预算的76.00%'))).toEqual(['76.00 for 75.00']);
    expect(told(GENERAL, text('完成年初预算的75.00%，决算数大于预算数'))).toEqual(['30.00 for 40.00']);
    expect(told(GENERAL, text('完成年初预算的75%，决算数小于预算数'))).toEqual([]);
    expect(told(GENERAL, text('完成年初预算的75%，决算数与预算数持平'))).toHaveLength(1);
    // Of two budgets either may be meant.
    expect(told(GENERAL, text('调整预算为20.00万元，完成年初预算的75%，决算数大于预算数'))).toEqual([]);
  });

  test('the budgets that rates imply, in the group where they do not add up', () => {
    const items = [
      '一般公共预算财政拨款支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。与年初预算相比，一般公共预算财政拨款支出完成年初预算的125.00%，其中：基本支出完成年初预算的120.00%，项目支出完成年初预算的133.33%。',
      '(1)一般公共服务支出（类）档案事务（款）行政运行（项）30.00万元，完成年初预算的120.00%。',
      '(2)一般公共服务支出（类）档案事务（款）档案馆（项）40.00万元，完成年初预算的133.33%。',
    ];
    const last = (rate: string): string =>
      `(3)社会保障和就业支出（类）抚恤（款）死亡抚恤（项）30.00万元，完成年初预算的${rate}%。`;
    expect(told(GENERAL, ...items, last('120.00'))).toEqual([]);
    expect(told(GENERAL, ...items, last('100.00'))).toEqual(['50.00 for 55.00']);
  });

  test('sums: procurement and vehicles, by a step rounded or beyond', () => {
    const bought = (all: string): string =>
      `政府采购支出总额${all}万元，其中：政府采购货物支出4.79万元、政府采购工程支出0万元、政府采购服务支出246.47万元。`;
    expect(told('（二）政府采购支出情况', bought('251.25'))).toEqual([]);
    expect(told('（二）政府采购支出情况', bought('252.26'))).toEqual(['252.26 for 251.26']);
    const inYuan =
      '政府采购支出总额2512600.00元，其中：政府采购货物支出47900.00元、政府采购工程支出0元、政府采购服务支出2464650.00元。';
    expect(told('（二）政府采购支出情况', inYuan)).toEqual(['251.26 for 251.255']);
    expect(told('（三）国有资产占用情况', '共有车辆3辆，其中：机要通信用车1辆、其他用车1辆。')).toHaveLength(1);
    expect(told('（三）国有资产占用情况', '共有车辆3辆，其中：机要通信用车1辆。')).toEqual([]);
  });
});

test('a figure that the tables print is confirmed with the cell, one that they contradict is disputed and the cell is not', () => {
  const good = check(GENERAL, '一般公共服务支出（类）档案事务（款）行政运行（项）30.00万元。');
  expect(good.bindings[0]).toMatchObject({ supported: true, contradicted: false });
  expect(good.cells.get('general_public_budget/3/total')).toMatchObject({ supported: true });
  const bad = check(GENERAL, '一般公共服务支出（类）档案事务（款）行政运行（项）33.00万元。');
  expect(bad.bindings[0]).toMatchObject({ supported: false, contradicted: true });
  expect(bad.cells.get('general_public_budget/3/total')).toMatchObject({ supported: false });
  expect(bad.contradictions[0]!.finding).toMatchObject({
    rule: 'narrative-contradiction',
    place: { page: 1, cell: 'narrative/0' },
  });
  expect(bad.contradictions[0]!.finding.message).toContain('（项）33.00万元');
});

test('a nought against a budget of nought is no rate, and nothing is said of it', () => {
  const text = '公务接待费支出决算为0.16万元，完成预算0万元的0%。';
  expect(told(THREE, text).filter((t) => t.startsWith('0 '))).toEqual([]);
});

test('rounded or truncated percentages of exact amounts are never a contradiction', () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 });
  const wan = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
  fc.assert(
    fc.property(cents, cents, fc.boolean(), (a, b, cut) => {
      const [part, whole] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))];
      const exact = (part * 1_000_000n) / whole;
      const share = cut ? exact / 100n : (exact + 50n) / 100n;
      const text = `一般公共预算财政拨款支出${wan(Number(whole))}万元，其中：基本支出${wan(Number(part))}万元，占${wan(Number(share))}%。`;
      const { checks } = check(GENERAL, text);
      expect(checks.filter((c) => c.id.startsWith('N2/narrative/2')).map((c) => c.outcome)).not.toContain('fails');
    }),
    { numRuns: 200 },
  );
});

/** What published accounts say wrong, by their own printed words; all other accounts say nothing wrong. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  fushun: ['101.94%', '项目绩效有6个'],
  caizheng: ['财政拨款收入支出总计0.3万元', '占71.73%'],
  xinfang: ['增长35.74%', '项目自评得分为88.5分'],
};

test.each([...samples(), ...published('accounts').filter((f) => !/scan|garbled/.test(f))].map((f) => [nameOf(f), f]))(
  '%s: what the text says wrong is told, and nothing else',
  async (name, file) => {
    const { findings, narrative } = await convert(new Uint8Array(readFileSync(file)), 'x.pdf', {
      secondReading: 'none',
    });
    const own = findings.filter((f) => f.rule === 'narrative-contradiction');
    const words = KNOWN[name.split('-')[0]!] ?? [];
    expect(own).toHaveLength(words.length);
    words.forEach((w, i) => {
      expect(own[i]!.message).toContain(`${w}”`);
      expect(own[i]!.place).toMatchObject({ page: expect.any(Number), box: expect.any(Array) });
    });
    if (!/template/.test(name)) expect(narrative.length).toBeGreaterThan(80);
    for (const s of narrative) expect(s.box[2]).toBeGreaterThan(s.box[0]);
  },
);
