import { expect, test } from '@jest/globals';
import { announcedTables, readContents } from '../../src/document/contents.js';
import { draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { drawnPage } from '../pages/drawn.js';

const page = (number: number, ...lines: string[]) =>
  pageToGrids(
    drawnPage(
      [],
      lines.map((text, i) => ({ text, x: 100, y: 60 + 20 * i })),
      number,
    ),
  );
const LIST = page(1, '目录', '一、收入支出决算总表', '二、收入决算表');
const BODY = page(2, '支出决算表', '单位：万元', '注：本表反映本年度各项支出情况。');

test('a table is announced by the contents list, or by its title over what was not read', () => {
  const pages = [LIST, BODY];
  const announced = announcedTables(pages, readContents(pages), ['revenue']);
  expect(announced.map(({ key, by, page }) => `${key} ${by} ${page}`)).toEqual([
    'revenue_expenditure_summary contents 1',
    'revenue contents 1',
    'expenditure title 2',
  ]);
  const { tables, findings } = draftsToTables({ drafts: [], others: [], unknown: [], findings: [] }, announced, null);
  expect(tables.map((t) => t.status).slice(0, 4)).toEqual(['missing', 'missing', 'missing', 'absent']);
  expect(findings.map((f) => f.message)).toContain(
    '《支出决算表》 is a title on page 2, and no table of its form was read under it',
  );
});

test('nor is one announced by a title under which it was read', () => {
  expect(announcedTables([BODY], readContents([BODY]), ['expenditure'])).toEqual([]);
});
