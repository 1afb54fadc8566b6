import { expect, test } from '@jest/globals';
import type { Row, Table } from '../../src/document/schema.js';
import { namedRows } from '../../src/ocr/namedLabels.js';
import { settleLabels } from '../../src/ocr/settleLabels.js';

const row = (code: string, name: string, value: string): Row => ({
  section: '',
  lineNo: '',
  code,
  printedCode: code,
  name,
  page: 1,
  box: [0, 0, 100, 10],
  cells: {
    total: {
      value,
      raw: value,
      page: 1,
      box: [50, 0, 100, 10],
      reader: 'ppocr',
      standing: 'unconfirmed',
      why: [],
      checks: [],
      secondReading: null,
    },
  },
});

const settled = (...rows: Row[]) => settledBeside([], ...rows);

function settledBeside(
  others: readonly Row[],
  ...rows: Row[]
): { rows: (readonly [string, string, boolean])[]; status: string } {
  const table: Table = {
    key: 'expenditure',
    printedNumber: null,
    title: '支出决算表',
    status: 'present',
    unit: '万元',
    pages: [1],
    columns: [{ key: 'total', label: '本年支出合计' }],
    rows,
    notes: [],
  };
  const { table: out } = settleLabels({ table, findings: [] }, others, () => true);
  return { status: out.status, rows: out.rows.map((r) => [r.code, r.name, r.cells['total']!.why.length > 0]) };
}

test('codes and names that go together, under their 款, are no matter', () => {
  expect(settled(row('213', '农林水支出', '3'), row('21303', '水利', '3'), row('2130301', '行政运行', '3'))).toEqual({
    status: 'present',
    rows: [
      ['213', '农林水支出', false],
      ['21303', '水利', false],
      ['2130301', '行政运行', false],
    ],
  });
});

test('of a name that many 款 have, the code is that of the 款 above it', () => {
  const { rows } = settled(row('213', '农林水支出', '3'), row('21303', '水利', '3'), row('2130101', '行政运行', '3'));
  expect(rows.at(-1)).toEqual(['2130301', '行政运行', false]);
});

test('a code under its 款 with the name of another: printed so, misread or in doubt, as another table has it', () => {
  const above = [row('211', '节能环保支出', '3'), row('21111', '污染减排', '3')];
  const odd = row('2111101', '减排专项支出', '3');
  const last = (...others: Row[]) => settledBeside(others, ...above, odd).rows.at(-1);
  expect(last(odd)).toEqual(['2111101', '减排专项支出', false]);
  expect(last(row('2111103', '减排专项支出', '3'))).toEqual(['2111103', '减排专项支出', false]);
  expect(last()).toEqual(['2111101', '减排专项支出', true]);
});

test('项 without its 款 above it is in doubt, be its name one of the classification', () => {
  const { rows, status } = settled(
    row('208', '社会保障和就业支出', '1'),
    row('20805', '行政事业单位养老支出', '1'),
    row('213', '农林水支出', '3'),
    row('2130101', '行政运行', '3'),
  );
  expect(rows.at(-1)).toEqual(['2130101', '行政运行', true]);
  expect(status).toBe('partial');
});

test('a code that is read twice is in doubt the second time', () => {
  const { rows } = settled(
    row('221', '住房保障支出', '3'),
    row('221', '住房保障支出', '3'),
    row('22102', '住房改革支出', '3'),
  );
  expect(rows.map((r) => r[2])).toEqual([false, true, false]);
});

test('a label that a half has twice is in doubt where the other cannot be told', () => {
  const budgets = ['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((b) => `${b}财政拨款`);
  const half = (first: string) =>
    namedRows(
      [
        ...budgets.map((b, i) => row('', i === 1 ? first : b, '3')),
        row('', '年初财政拨款结转和结余', '3'),
        ...budgets.map((b) => row('', b, '1')),
      ],
      { isPicture: () => true, others: [], changed: [], doubtful: [] },
    ).map((r) => r.cells['total']!.why.length);
  expect(half(budgets[1]!)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(half('算财政甲乙丙')).toEqual([0, 1, 0, 0, 0, 1, 0]);
});

test('一 before 般 is read as strokes, as many as there are', () => {
  const above = [row('201', '一般公共服务支出', '3'), row('20106', '财政事务', '3')];
  const name = (read: string) => settled(...above, row('2010602', read, '3')).rows.at(-1);
  for (const strokes of ['-', '--', '---', '—-'])
    expect(name(`${strokes}般行政管理事务`)).toEqual(['2010602', '一般行政管理事务', false]);
  expect(settled(row('20199', '其他-一-般公共服务支出', '3')).rows[0]![1]).toBe('其他一般公共服务支出');
});

test('the last number of a half that goes back is the next, and characters made twice are read once', () => {
  const labels = ['十九、住房保障支出', '二十、粮油物资储备支出', '二十一、灾害防治及应急管理支出'];
  const numbers = '一二三四五六七八九十'.split('');
  const before = [...numbers, ...numbers.slice(0, 8).map((n) => `十${n}`)].map((n) => `${n}、其他支出`);
  const last = (read: string) =>
    namedRows(
      [...before, ...labels, read, '本年支出合计'].map((name) => row('', name, '3')),
      { isPicture: () => true, others: [], changed: [], doubtful: [] },
    ).at(-2)!.name;
  expect(last('二十二其他友出')).toBe('二十二、其他支出');
  expect(last('十、其他支出')).toBe('二十二、其他支出');
  expect(last('二十二、、其其他他支支出出')).toBe('二十二、其他支出');
});
