import { expect, test } from '@jest/globals';
import type { Table } from '../../src/document/schema.js';
import { linkItems } from '../../src/narrative/linkItems.js';
import { paragraphsToStatements } from '../../src/narrative/paragraphsToStatements.js';
import { paragraphsOf } from './text.js';

/** The code of an item that the text names, where the tables have these rows. */
const codeOf = (item: string, rows: Readonly<Record<string, string>>): string => {
  const said = paragraphsToStatements(
    paragraphsOf(['五、一般公共预算财政拨款支出决算情况说明', `${item}。支出决算为1,100.00万元。`]),
    2024,
  );
  const table = {
    key: 'general_public_budget',
    rows: Object.entries(rows).map(([code, name]) => ({ code, name })),
  } as unknown as Table;
  return linkItems(said, [table]).statements[0]!.subject;
};
const OWN = { '211': '节能环保支出', '21101': '环境保护管理事务', '2110101': '行政运行' };

test.each([
  ['a row of the tables', '节能环保支出（类）环境保护管理事务（款）行政运行（项）', OWN, '2110101'],
  [
    'a name of the catalog, not the only row of its name',
    '一般公共服务支出（类）纪检监察事务（款）行政运行（项）',
    OWN,
    '2011101',
  ],
  [
    'named behind a numbering without its point',
    '1节能环保支出（类）环境保护管理事务（款）行政运行（项）',
    OWN,
    '2110101',
  ],
  ['named with its code and its mark', '2110101行政运行（项）', OWN, '2110101'],
  [
    'the only row of its name, where the 款 is called otherwise',
    '节能环保支出（类）环保事务（款）行政运行（项）',
    OWN,
    '2110101',
  ],
  [
    'another 款 of its 类',
    '一般公共服务支出（类）纪检监察事务（款）行政运行（项）',
    { '201': '一般公共服务支出', '20103': '政府办公厅（室）及相关机构事务', '2010301': '行政运行' },
    '2011101',
  ],
])('an item is %s', (_, item, rows, code) => {
  expect(codeOf(item, rows as Record<string, string>)).toBe(code);
});
