import { expect, test } from '@jest/globals';
import { headRules } from '../../src/grids/headRules.js';
import { glyphsToLines } from '../../src/pages/lines.js';
import { glyphsOf } from '../pages/drawn.js';

const XS = [100, 200, 300, 400];
const verticals = XS.map((at) => ({ at, from: 100, to: 200 }));
/** Rows of texts, one a column. */
const lines = (...rows: string[][]) =>
  glyphsToLines(rows.flatMap((row, r) => row.flatMap((text, c) => glyphsOf(text, XS[c]! + 4, 112 + 14 * r))));
const at = (...rows: string[][]): number[] =>
  headRules(XS, [100, 200], verticals, lines(...rows)).map((s) => Math.round(s.at));

test('one rule under the head, one over the words that are a level of their own', () => {
  const body = [
    ['合计', '9.00', '4.00'],
    ['行政运行', '9.00', '4.00'],
  ];
  expect(at(['科目名称', '基本支出', '项目支出'], ...body)).toEqual([116]);
  expect(at(['科目名称', '基本支出', '项目支出'], ['', '决算数', '决算数'], ...body)).toEqual([116, 116, 130]);
});

test('none in a row of texts over several lines, whose page has nothing else', () => {
  expect(
    at(['一、完成支出预算', '按时完成，质量', '已完成'], ['及决算的编制', '达标', ''], ['', '投入9.00', '9.00']),
  ).toEqual([]);
  expect(at(['产出指标', '数量指标', '检查次数'], ['', '', '12.00'])).toEqual([]);
  expect(at(['行政运行', '9.00', '4.00'])).toEqual([]);
});
