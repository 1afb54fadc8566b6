import { describe, expect, test } from '@jest/globals';
import { requireFinalAccounts } from '../../src/document/classify.js';
import { readCover } from '../../src/document/cover.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';

const TABLES = ['收入决算表', '支出决算表', '一般公共预算财政拨款支出决算表'];
const text = (lines: readonly string[], n: number) =>
  pageToGrids(
    drawnPage(
      [],
      lines.map((line, i) => ({ text: line, x: 60, y: 60 + 20 * i })),
      n,
    ),
  );
const table = (title: string, n: number) =>
  pageToGrids(
    drawnPage(
      [
        {
          x: 60,
          y: 140,
          widths: [80, 160, 100],
          rows: [
            ['科目编码', '科目名称', '合计'],
            ['201', '一般公共服务支出', '12.50'],
          ],
        },
      ],
      [{ text: title, x: 200, y: 110 }],
      n,
    ),
  );

/** `accepted`, or what the document seems to be. */
function seemsOf(opening: readonly string[], titles: readonly string[], more = 6): string {
  const pages = [
    text(opening, 1),
    ...titles.map((title, i) => table(title, i + 2)),
    ...Array.from({ length: more }, (_, i) => text(['本部门的情况'], titles.length + 2 + i)),
  ];
  const layers = pages.map(() => ({ worth: 'usable' }) as const);
  try {
    requireFinalAccounts(pages, layers, gridsToDrafts(pages).drafts, readCover(pages, ''));
    return 'accepted';
  } catch (error) {
    return /\(([^()]+)\)$/.exec((error as Error).message)![1]!;
  }
}

describe('what a document is', () => {
  test('three tables of final accounts are enough, whatever the text before them mentions', () => {
    expect(seemsOf(['一、部门概况', '纳入部门预算编制范围的单位共三个。'], TABLES)).toBe('accepted');
    expect(seemsOf(['年初预算数为一百万元，'], TABLES)).toBe('accepted');
  });

  test.each([
    [['某县水务局', '2025年部门预算公开'], TABLES],
    [['2025年单位预算'], []],
  ])('a budget says so: %j', (opening, titles) => {
    expect(seemsOf(opening, titles)).toBe('预算');
  });

  test('reports to a congress are those of a government', () => {
    expect(seemsOf(['关于某县2024年预算执行情况的报告'], [])).toBe('government');
  });

  test('other documents are other', () => {
    expect(seemsOf(['关于召开会议的通知'], [])).toBe('other');
  });
});
