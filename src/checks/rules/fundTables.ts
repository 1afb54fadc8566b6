/** H1, H2: inside the tables of 政府性基金预算 and of 国有资本经营预算. */
import type { TableKey } from '../../document/schema.js';
import type { CodedSheet } from '../codedSheet.js';
import { type Instance, present, type Rule, untried } from '../rule.js';
import { columnsOf, figureOf, hasFigure, unusable } from '../sheet.js';
import { parentSums, rowSums, totalSums } from './tree.js';

const TABLES: readonly TableKey[] = ['government_fund', 'state_capital'];
const SPENDING: readonly string[] = ['total', 'basic', 'project'];

/**
 * The Shanghai form prints the head words 合计 | 基本支出 | 项目支出 inside the 合计 row, in the cells of 本年支出, so that
 * row can hold no amount there.
 */
export const totalHoldsSpending = (sheet: CodedSheet): boolean => {
  const { total, tops } = sheet;
  if (total === null) return false;
  const columns = columnsOf(sheet);
  const spending = columns.filter((column) => SPENDING.includes(column));
  if (hasFigure(total, spending)) return true;
  if (spending.some((column) => !total.figures.has(column))) return false;
  const spent = tops.some((top) => spending.some((column) => (figureOf(top, column)?.amount ?? 0n) !== 0n));
  return !spent || !hasFigure(total, columns);
};

const NO_SPENDING = 'the 合计 row of the form holds no 本年支出';

const onTables =
  (instances: (sheet: CodedSheet) => readonly Instance[]): Rule['evaluate'] =>
  (ledger) =>
    TABLES.flatMap((key) => {
      const sheet = ledger.coded(key);
      const reason = unusable(sheet);
      if (reason !== null) return untried(sheet, reason);
      const found = instances(sheet);
      return found.length === 0 ? untried(sheet, 'the form prints no such columns or rows') : found;
    });

export const FUND_TABLE_RULES: readonly Rule[] = [
  {
    id: 'H1',
    title: {
      zh: '年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余',
      en: 'each row: opening + revenue = spending + closing',
    },
    source: '政府性基金 and 国有资本经营 tables, 栏次 1 + 2 = 3 + 6',
    severity: 'error',
    evaluate: onTables((sheet) =>
      sheet.entries.flatMap((entry): readonly Instance[] => {
        const [opening, revenue, spending, closing] = ['opening_balance', 'revenue', 'total', 'closing_balance'].map(
          (column) => figureOf(entry, column),
        );
        if (opening === undefined || revenue === undefined || closing === undefined) return [];
        if (entry === sheet.total && sheet.tops.length > 0 && !totalHoldsSpending(sheet)) {
          return [{ at: `${sheet.key}/合计`, why: NO_SPENDING }];
        }
        if (spending === undefined) return [{ at: `${sheet.key}/合计`, why: NO_SPENDING }];
        const says = '各行: 年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余';
        return [
          { relation: '=', left: [opening, revenue], right: present([spending, closing]), says, withinRow: true },
        ];
      }),
    ),
  },
  {
    id: 'H2',
    title: {
      zh: '本年支出 = 基本支出 + 项目支出; 类 = Σ款, 款 = Σ项, 合计 = Σ类',
      en: 'spending = basic + project; the code tree',
    },
    source: '政府性基金 and 国有资本经营 tables, 栏次 3 = 4 + 5; 政府收支分类科目',
    severity: 'error',
    evaluate: onTables((sheet) => {
      const columns = columnsOf(sheet);
      const holds = totalHoldsSpending(sheet);
      const summed = holds ? columns : columns.filter((column) => !SPENDING.includes(column));
      const without: readonly Instance[] =
        sheet.total !== null && !holds && sheet.tops.length > 0 ? [{ at: `${sheet.key}/合计`, why: NO_SPENDING }] : [];
      return [
        ...rowSums(sheet, 'total', ['basic', 'project'], '各行: 本年支出 = 基本支出 + 项目支出'),
        ...totalSums(sheet, summed),
        ...without,
        ...parentSums(sheet, columns),
      ];
    }),
  },
];
