import { expect, test } from '@jest/globals';
import { namesOfOthers } from '../../src/document/namesOfOthers.js';
import type { Row, Table, TableKey } from '../../src/document/schema.js';

const table = (key: TableKey, rows: readonly (readonly [code: string, name: string])[]): Table => ({
  key,
  printedNumber: null,
  title: '',
  status: 'present',
  unit: '万元',
  pages: [1],
  columns: [],
  rows: rows.map(
    ([code, name]): Row => ({
      section: '',
      lineNo: '',
      code,
      printedCode: code,
      name,
      page: 1,
      box: [0, 0, 1, 1],
      cells: {},
    }),
  ),
  notes: [],
});

test('a name of the code beside it is told once for all tables', () => {
  const rows = [
    ['2111101', '减排专项支出'],
    ['2080501', '归口管理的行政单位离退休'],
    ['2080502', '事业单位离退休'],
    ['2111199', '减排专项支出'],
    ['2069999', '某某支出'],
  ] as const;
  const found = namesOfOthers([table('revenue', rows), table('expenditure', rows), table('three_public', [])]);
  expect(found.map((f) => [f.rule, f.message, f.expected, f.actual])).toEqual([
    [
      'name-of-another-code',
      '2111101 is printed as 减排专项支出, which is the name of 2111103 (in 2 tables): one of the two is misprinted',
      '生态环境监测与信息',
      '减排专项支出',
    ],
  ]);
});
