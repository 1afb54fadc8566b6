import { expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { drawnPage, glyphsOf } from '../pages/drawn.js';

const cellsOf = (glyphs: ReturnType<typeof glyphsOf>): string[] => {
  const page = drawnPage([
    {
      x: 50,
      y: 50,
      widths: [40, 80, 60],
      rows: [
        ['', '', ''],
        ['', '', ''],
      ],
    },
  ]);
  return pageToGrids({ ...page, glyphs })
    .grids[0]!.cells.slice(0, 3)
    .map((c) => c.text);
};

test('a label that is printed on over the next cell stays with the cell that holds most of it', () => {
  const long = glyphsOf('机关事业单位基本养老保险缴费', 92, 63);
  const code = glyphsOf('30108', 52, 63);
  const amount = glyphsOf('55.57', 206, 63);
  expect(cellsOf([...code, ...long, ...amount])).toEqual(['30108', '机关事业单位基本养老保险缴费', '55.57']);
});

test('labels of cells side by side do not flow together, and numbers stay where they stand', () => {
  expect(cellsOf([...glyphsOf('工资福利', 52, 63), ...glyphsOf('基本工资', 92, 63)])).toEqual([
    '工资福利',
    '基本工资',
    '',
  ]);
  expect(cellsOf(glyphsOf('1234567890', 72, 63))).toEqual(['1234', '567890', '']);
});

test('a label and a text whose rule stands in the gap between them stay apart, though the gap is small', () => {
  const [label, text] = [glyphsOf('专项名称', 57.5, 63), glyphsOf('信访救助资金', 90.2, 63)];
  expect(cellsOf([...label, ...text])).toEqual(['专项名称', '信访救助资金', '']);
});

test('the unit of an amount, its bracket and 无 stay in their cell, though a label touches them', () => {
  const label = glyphsOf('一、外交支出', 90, 63);
  const before = (text: string) => glyphsOf(text, 90 - glyphsOf(text, 0, 63).at(-1)!.x1, 63);
  for (const amount of ['0.00元', '1.5万元', '（2.5）', '无', '*元'])
    expect(cellsOf([...before(amount), ...label])).toEqual([amount, '一、外交支出', '']);
  const long = glyphsOf('结余分配和其他支出', 170 - glyphsOf('结余分配和其他支出', 0, 63).at(-1)!.x1, 63);
  expect(cellsOf([...long, ...glyphsOf('无', 170, 63)])).toEqual(['', '结余分配和其他支出', '无']);
  expect(cellsOf([...long, ...glyphsOf('（2.5）', 170, 63)])).toEqual(['', '结余分配和其他支出', '（2.5）']);
});
