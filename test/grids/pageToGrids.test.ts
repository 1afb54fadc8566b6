import { describe, expect, test } from '@jest/globals';
import { cellAt, cellsOfRow, columnCount, rowCount } from '../../src/grids/grid.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Glyph } from '../../src/pages/page.js';
import { drawnPage, glyphsOf } from '../pages/drawn.js';

const TABLE = {
  x: 100,
  y: 100,
  widths: [60, 80, 80],
  rows: [
    ['项目', '合计', null],
    ['^', '基本', '项目支出'],
    ['办公费', '1.00', '2.00'],
  ],
};

describe('a ruled grid', () => {
  test('has cells with spans, each with its text', () => {
    const [grid] = pageToGrids(drawnPage([TABLE])).grids;
    expect([rowCount(grid!), columnCount(grid!)]).toEqual([3, 3]);
    expect(grid!.cells.map((c) => [c.text, c.row0, c.row1, c.col0, c.col1])).toEqual([
      ['项目', 0, 1, 0, 0],
      ['合计', 0, 0, 1, 2],
      ['基本', 1, 1, 1, 1],
      ['项目支出', 1, 1, 2, 2],
      ['办公费', 2, 2, 0, 0],
      ['1.00', 2, 2, 1, 1],
      ['2.00', 2, 2, 2, 2],
    ]);
    expect(grid!.cells.every((c) => c.doubt === null)).toBe(true);
  });

  test('without outer sides has them where its rules end', () => {
    const [grid] = pageToGrids(drawnPage([{ ...TABLE, withoutSides: true }])).grids;
    expect(grid!.xs).toEqual([100, 160, 240, 320]);
  });

  test('of dashes is the same grid', () => {
    const page = drawnPage([TABLE]);
    const rules = page.rules.flatMap((r) => {
      const out = [];
      for (let at = r.from; at < r.to; at += 4) out.push({ ...r, from: at, to: Math.min(r.to, at + 2) });
      return out;
    });
    const [grid] = pageToGrids({ ...page, rules }).grids;
    expect(grid!.cells.map((c) => c.text)).toEqual(pageToGrids(page).grids[0]!.cells.map((c) => c.text));
  });

  test('with double lines has no rows between them', () => {
    const page = drawnPage([TABLE]);
    for (const apart of [1.5, 3]) {
      const rules = page.rules.flatMap((r) => [r, { ...r, at: r.at + apart }]);
      const [grid] = pageToGrids({ ...page, rules }).grids;
      expect([rowCount(grid!), columnCount(grid!)]).toEqual([3, 3]);
    }
  });

  test('has a rule once, though two other tables on the page have theirs a little before and behind it', () => {
    const below = (widths: number[], y: number) => ({ x: 100, y, widths, rows: [['甲', '乙']] });
    const page = drawnPage([TABLE, below([57, 163], 160), below([60, 160], 180), below([64, 156], 200)]);
    const row = cellsOfRow(pageToGrids(page).grids[0]!, 1).filter((c) => c.text !== '');
    expect(row.map((c) => c.text)).toEqual(cellsOfRow(pageToGrids(drawnPage([TABLE])).grids[0]!, 1).map((c) => c.text));
    const [grid] = pageToGrids(page).grids;
    expect(cellsOfRow(grid!, 1)).toHaveLength(3);
  });

  test('doubts a number that runs over its side', () => {
    const page = drawnPage([TABLE]);
    const glyphs = [...page.glyphs.filter((g) => g.y0 < 140), ...glyphsOf('1234567890123456789.12', 168, 153)];
    const [grid] = pageToGrids({ ...page, glyphs }).grids;
    expect([cellAt(grid!, 2, 1), cellAt(grid!, 2, 2)].map((c) => c.doubt)).toEqual([
      expect.stringContaining('runs over'),
      expect.stringContaining('runs over'),
    ]);
  });

  test('doubts a number that runs over the side of the table, and none beside which a number stands', () => {
    const page = drawnPage([TABLE]);
    const [x0, , x1] = pageToGrids(page).grids[0]!.box;
    const doubtsOf = (...more: Glyph[]) => {
      const glyphs = [...page.glyphs.filter((g) => g.y0 < 140), ...more];
      return pageToGrids({ ...page, glyphs }).grids[0]!.cells.filter((c) => c.row0 === 2 && c.doubt).length;
    };
    expect(doubtsOf(...glyphsOf('837.33', x1 - 12, 153))).toBe(1);
    expect(doubtsOf(...glyphsOf('1,837.33', x0 - 8, 153))).toBe(1);
    expect(doubtsOf(...glyphsOf('837.33', x1 - 26, 153), ...glyphsOf('12', x1 + 3, 153))).toBe(0);
    expect(doubtsOf(...glyphsOf('837.33', x1 - 26, 153))).toBe(0);
    // A watermark.
    expect(doubtsOf(...glyphsOf('837.33', x1 - 24, 153), ...glyphsOf('1', x1 + 2, 160, 40))).toBe(0);
  });

  test('doubts a text of lines that goes on under the last rule, and none over a note or the number of the page', () => {
    const page = drawnPage([TABLE]);
    const [x0, , x1, y1] = pageToGrids(page).grids[0]!.box;
    const doubtsOf = (...more: Glyph[]) => {
      const glyphs = [
        ...page.glyphs,
        ...glyphsOf('服务对象', x0 + 2, y1 - 11),
        ...glyphsOf('满意度', x0 + 2, y1 - 1),
        ...more,
      ];
      return pageToGrids({ ...page, glyphs }).grids[0]!.cells.filter((c) => c.doubt).length;
    };
    expect(doubtsOf(...glyphsOf('标', x0 + 2, y1 + 9))).toBe(1);
    expect(doubtsOf(...glyphsOf('注：本表反映部门本年度总收支和年末结转结余情况。', x0 + 2, y1 + 9))).toBe(0);
    expect(doubtsOf(...glyphsOf('25', x0 + 2, y1 + 9))).toBe(0);
    expect(doubtsOf(...glyphsOf('标', x0 + 2, y1 + 20))).toBe(0);
    expect(doubtsOf(...glyphsOf('标', x1 + 2, y1 + 9))).toBe(0);
  });

  test('does not doubt an amount before a code that touches the rule between them, nor two amounts', () => {
    const page = drawnPage([TABLE]);
    const beside = (after: string) => {
      const glyphs = [...page.glyphs.filter((g) => g.y0 < 140), ...glyphsOf(`721.53${after}`, 216, 153)];
      const [grid] = pageToGrids({ ...page, glyphs }).grids;
      return [cellAt(grid!, 2, 1), cellAt(grid!, 2, 2)].map((c) => [c.text, c.doubt]);
    };
    expect(beside('30201')).toEqual([
      ['721.53', null],
      ['30201', null],
    ]);
    expect(beside('1.00')).toEqual([
      ['721.53', null],
      ['1.00', null],
    ]);
    expect(beside('12')[0]![1]).toContain('runs over');
  });

  test('doubts a cell whose rule is partly drawn', () => {
    const page = drawnPage([TABLE]);
    const rules = page.rules.map((r) =>
      r.axis === 'vertical' && r.at === 240 && r.from === 140 ? { ...r, to: r.from + 7 } : r,
    );
    const [grid] = pageToGrids({ ...page, rules }).grids;
    expect(grid!.cells.find((c) => c.text.includes('1.00'))!.doubt).not.toBeNull();
  });

  test('of two tables on a page are two, and text outside stays text', () => {
    const page = drawnPage([TABLE, { ...TABLE, y: 300 }], [{ text: '收入支出决算总表', x: 100, y: 90 }]);
    const read = pageToGrids(page);
    expect(read.grids).toHaveLength(2);
    expect(read.lines.map((l) => l.text)).toEqual(['收入支出决算总表']);
  });

  test('a frame round the page is no table', () => {
    const page = drawnPage([TABLE]);
    const frame = [
      { axis: 'horizontal' as const, at: 10, from: 10, to: 832, thickness: 1 },
      { axis: 'horizontal' as const, at: 585, from: 10, to: 832, thickness: 1 },
      { axis: 'vertical' as const, at: 10, from: 10, to: 585, thickness: 1 },
      { axis: 'vertical' as const, at: 832, from: 10, to: 585, thickness: 1 },
    ];
    expect(pageToGrids({ ...page, rules: [...page.rules, ...frame] }).grids).toHaveLength(1);
  });
});

test('a rule as high as a grid beside it is the side of a cell that is merged over all rows of the page', () => {
  const page = drawnPage(
    [
      {
        x: 100,
        y: 50,
        widths: [80, 60],
        rows: [
          ['a', '1'],
          ['b', '2'],
        ],
      },
    ],
    [{ text: '产出', x: 70, y: 75 }],
  );
  const side = { axis: 'vertical' as const, at: 60, from: 50, to: 90 };
  const grids = (rules: typeof page.rules) => pageToGrids({ ...page, rules }).grids;
  const [grid] = grids([...page.rules, { ...page.rules.find((r) => r.axis === 'vertical')!, ...side }]);
  expect(grid!.xs).toEqual([60, 100, 180, 240]);
  expect(grid!.cells.find((c) => c.col0 === 0)).toMatchObject({ text: '产出', row0: 0, row1: 1 });
  expect(grids([...page.rules, { ...page.rules.find((r) => r.axis === 'vertical')!, ...side, to: 70 }])[0]!.xs).toEqual(
    [100, 180, 240],
  );
});

test('a cell that runs off the paper, and one of several lines at its foot, are in doubt', () => {
  const doubts = (x: number, y: number, text: { x: number; y: number }) =>
    pageToGrids(
      drawnPage([{ x, y, rowHeight: 40, widths: [80, 60], rows: [['a', '12']] }], [{ text: '23', ...text }]),
    ).grids[0]!.cells.map((c) => c.doubt);
  expect(doubts(100, 400, { x: 185, y: 434 })).toEqual([null, null]);
  expect(doubts(702, 400, { x: 787, y: 434 })).toEqual([null, null]);
  expect(doubts(702, 400, { x: 833, y: 434 })[1]).toMatch(/runs off the paper/);
  expect(doubts(100, 550, { x: 185, y: 584 })[1]).toMatch(/foot of the paper/);
});
