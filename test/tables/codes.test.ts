import { expect, test } from '@jest/globals';
import { readCodes } from '../../src/tables/codes.js';

const row = (name: string, ...codes: string[]) => ({ name, codes });

test('three columns are joined', () => {
  const codes = readCodes([row('行政运行', '201', '06', '01'), row('财政事务', '201', '06', '')], 'functional');
  expect(codes.map((c) => [c.code, c.printed, c.how])).toEqual([
    ['2010601', '2010601', 'as printed'],
    ['20106', '20106', 'as printed'],
  ]);
});

test('a level that is printed only where it changes is filled from above', () => {
  const codes = readCodes(
    [row('一般公共服务支出', '201', '', ''), row('财政事务', '', '06', ''), row('行政运行', '', '', '01')],
    'functional',
  );
  expect(codes.map((c) => c.code)).toEqual(['201', '20106', '2010601']);
  expect(codes.map((c) => c.printed)).toEqual(['201', '06', '01']);
});

test('a cut code is restored by its block, digits, name and order, and the printed one is kept', () => {
  const codes = readCodes(
    [
      row('工资福利支出', '301'),
      row('基本工资', '3010'),
      row('津贴补贴', '3010'),
      row('医疗费', '3011'),
      row('其他工资福利支出', '3019'),
    ],
    'economic',
  );
  expect(codes.map((c) => c.code)).toEqual(['301', '30101', '30102', '30114', '30199']);
  expect(codes[1]).toEqual({ code: '30101', printed: '3010', how: 'restored' });
});

test('a name that is cut too still restores its code', () => {
  const [, code] = readCodes([row('工资福利支出', '301'), row('机关事业单位基本养老保险', '3010')], 'economic');
  expect(code!.code).toBe('30108');
});

test('what cannot be restored with certainty stays as printed and is told', () => {
  const [, code] = readCodes([row('工资福利支出', '301'), row('青州湾特别补助', '3010')], 'economic');
  expect(code).toEqual({ code: '3010', printed: '3010', how: 'unresolved' });
});

test('a code that no catalog knows is never rejected or renamed', () => {
  expect(readCodes([row('某新设科目', '2019901')], 'functional')[0]).toEqual({
    code: '2019901',
    printed: '2019901',
    how: 'as printed',
  });
});
