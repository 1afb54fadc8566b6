import { expect, test } from '@jest/globals';
import { commonUnit, draftsToTables } from '../../../src/document/tables.js';
import { pageToGrids } from '../../../src/grids/pageToGrids.js';
import { openText } from '../../../src/pages/text/reader.js';
import { DEFAULT_LIMITS } from '../../../src/source/limits.js';
import { gridsToDrafts } from '../../../src/tables/gridsToDrafts.js';

/** The amounts of the expenditure table of a text, by code or name and column. */
async function amountsOf(text: string): Promise<Record<string, string>> {
  const grids = [pageToGrids(await openText(text, DEFAULT_LIMITS).page(1))];
  const drafts = gridsToDrafts(grids);
  const table = draftsToTables(drafts, [], commonUnit(drafts.drafts)).tables.find((t) => t.key === 'expenditure')!;
  expect(table.rows.every((r) => Object.values(r.cells).every((c) => c.raw === '' || c.why.length > 0))).toBe(true);
  return Object.fromEntries(
    table.rows.flatMap((r) =>
      Object.entries(r.cells)
        .filter(([, c]) => c.value !== null)
        .map(([column, c]) => [`${r.code || r.name} ${column}`, c.value!]),
    ),
  );
}

const EXPECTED = {
  '合计 total': '3586.58',
  '合计 basic': '3537.86',
  '合计 project': '48.72',
  '201 total': '3211.26',
  '201 basic': '3164.04',
  '201 project': '47.22',
  '206 total': '375.32',
  '206 basic': '373.82',
  '206 project': '1.50',
};

/** A line with its words at these columns, as `pdftotext -layout` sets them: a character is a column. */
const line = (...words: readonly (readonly [at: number, text: string])[]): string =>
  words.reduce((all, [at, text]) => all.padEnd(at) + text, '');
const text = (...lines: readonly string[]): string =>
  [
    line([40, '支出决算表']),
    line([90, '公开03表']),
    line([0, '部门：某市档案局'], [45, '2024年度'], [88, '金额单位：万元']),
    ...lines,
  ].join('\n');
const HEADS = line(
  [30, '本年支出合计'],
  [48, '基本支出'],
  [62, '项目支出'],
  [74, '上缴上级支出'],
  [84, '经营支出'],
  [92, '对附属单位补助支出'],
);

test('a table set with spaces is read by its columns: numbers with commas are no CSV, spaced and full-width ones are whole', async () => {
  const read = await amountsOf(
    text(
      line([14, '项目']),
      HEADS,
      line([2, '科目编码'], [14, '科目名称']),
      line([14, '栏次'], [33, '1'], [50, '2'], [64, '3'], [77, '4'], [86, '5'], [96, '6']),
      line([14, '合计'], [30, '3, 586. 58'], [48, '３，５３７．８６'], [66, '48.72']),
      line([0, '201'], [11, '一般公共服务支出'], [30, '3, 211. 26'], [48, '3,164.04'], [66, '47.22']),
      line([0, '206'], [11, '科学技术支出'], [34, '375.32'], [50, '373.82'], [67, '1.50']),
    ),
  );
  expect(read).toEqual(EXPECTED);
});

test('类 款 项 beside the total are a head, and their digits are one code', async () => {
  const item = [[30, '3,211.26'] as const, [48, '3,164.04'] as const, [66, '47.22'] as const];
  const read = await amountsOf(
    text(
      line([22, '项目']),
      HEADS,
      line([1, '支出功能分类科目编码'], [22, '科目名称']),
      line([1, '类'], [6, '款'], [11, '项'], [22, '合计'], [30, '3,586.58'], [48, '3,537.86'], [66, '48.72']),
      line([0, '201'], [18, '一般公共服务支出'], ...item),
      line([0, '201'], [6, '26'], [18, '档案事务'], ...item),
      line([0, '201'], [6, '26'], [11, '01'], [18, '行政运行'], ...item),
      line([0, '206'], [18, '科学技术支出'], [32, '375.32'], [50, '373.82'], [67, '1.50']),
    ),
  );
  const { '20126 total': group, '2012601 total': leaf, ...others } = read;
  expect([group, leaf]).toEqual(['3211.26', '3211.26']);
  expect(others).toMatchObject(EXPECTED);
});
