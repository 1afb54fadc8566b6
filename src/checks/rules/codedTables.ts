/** B1, B2, C1, E1: inside 公开02表, 03表 and 05表, the tables of coded rows. */
import type { TableKey } from '../../document/schema.js';
import type { CodedSheet } from '../codedSheet.js';
import type { Instance, Rule } from '../rule.js';
import { untried } from '../rule.js';
import { columnsOf, unusable } from '../sheet.js';
import { parentSums, rowSums, totalSums } from './tree.js';

/** The rule on each of the tables that is there, and why not on the others. */
const onTables = (
  keys: readonly TableKey[],
  instances: (sheet: CodedSheet) => readonly Instance[],
): Rule['evaluate'] => {
  return (ledger) =>
    keys.flatMap((key) => {
      const sheet = ledger.coded(key);
      const reason = unusable(sheet);
      if (reason !== null) return untried(sheet, reason);
      const found = instances(sheet);
      return found.length === 0 ? untried(sheet, 'no such rows or columns') : found;
    });
};

const ROWS = '各行';

export const CODED_TABLE_RULES: readonly Rule[] = [
  {
    id: 'B1',
    title: { zh: '本年收入合计 = 六项收入来源之和', en: 'each row: revenue = sum of the six sources' },
    source: '公开02表, 栏次 1 = 2 + 3 + 4 + 5 + 6 + 7',
    severity: 'error',
    evaluate: onTables(['revenue'], (sheet) =>
      rowSums(
        sheet,
        'total',
        // 其中:教育收费 is part of 事业收入, no source of its own.
        ['appropriation', 'superior_subsidy', 'business', 'operating', 'affiliate_remittance', 'other'],
        `${ROWS}: 本年收入合计 = Σ 收入来源`,
      ),
    ),
  },
  {
    id: 'B2',
    title: { zh: '类 = Σ款, 款 = Σ项, 合计 = Σ类', en: 'each column: the sums over the code tree' },
    source: '公开02, 03, 05表; 政府收支分类科目: 类 3, 款 5, 项 7 digits',
    severity: 'error',
    evaluate: onTables(['revenue', 'expenditure', 'general_public_budget'], (sheet) => {
      const columns = columnsOf(sheet);
      return [...totalSums(sheet, columns), ...parentSums(sheet, columns)];
    }),
  },
  {
    id: 'C1',
    title: { zh: '本年支出合计 = 五项支出之和', en: 'each row: expenditure = sum of its five kinds' },
    source: '公开03表, 栏次 1 = 2 + 3 + 4 + 5 + 6',
    severity: 'error',
    evaluate: onTables(['expenditure'], (sheet) =>
      rowSums(
        sheet,
        'total',
        ['basic', 'project', 'superior_remittance', 'operating', 'affiliate_subsidy'],
        `${ROWS}: 本年支出合计 = 基本支出 + 项目支出 + …`,
      ),
    ),
  },
  {
    id: 'E1',
    title: { zh: '合计 = 基本支出 + 项目支出', en: 'each row: total = basic + project' },
    source: '公开05表, 栏次 1 = 2 + 3',
    severity: 'error',
    evaluate: onTables(['general_public_budget'], (sheet) =>
      rowSums(sheet, 'total', ['basic', 'project'], `${ROWS}: 合计 = 基本支出 + 项目支出`),
    ),
  },
];
