/** F1 to F3: inside 公开06表 一般公共预算财政拨款基本支出决算表, rows by economic classification. */
import { type CodedSheet, roundedParts, uncoded } from '../codedSheet.js';
import type { Ledger } from '../ledger.js';
import { type Instance, type Rule, untried } from '../rule.js';
import { type Entry, figureOf, figuresOf, hasFigure, lostRows, unusable } from '../sheet.js';
import { parentSums, totalSums } from './tree.js';

const KEY = 'general_public_budget_basic';
/** 人员经费 is 工资福利支出 and 对个人和家庭的补助; every other class is 公用经费. */
const PERSONNEL: readonly string[] = ['301', '303'];

const SUBTOTALS = { 人员经费: /^人员经费(?:合计|小计)?$/u, 公用经费: /^(?:日常)?公用经费(?:合计|小计)?$/u } as const;

/** The row 人员经费合计 or 公用经费合计; its label may stand again beside other blocks, where it prints no amount. */
export function subtotal(sheet: CodedSheet, of: keyof typeof SUBTOTALS): Entry | undefined {
  const rows = sheet.entries.filter(({ row, name }) => row.code === '' && SUBTOTALS[of].test(name));
  return rows.find((entry) => hasFigure(entry, ['amount'])) ?? rows.find((entry) => entry.figures.has('amount'));
}

/** 政府预算支出经济分类 (501 机关工资福利支出, …) in place of that of departments: 人员经费 is no sum of its classes. */
const ofGovernment = (sheet: CodedSheet): string | null =>
  sheet.tops.some(({ row }) => row.code.startsWith('5')) ? 'its codes are those of 政府预算支出经济分类' : null;

const subtotalRule = (
  id: string,
  of: keyof typeof SUBTOTALS,
  classes: string,
  title: Rule['title'],
  includes: (code: string) => boolean,
): Rule => ({
  id,
  title,
  source: '公开06表, last row',
  severity: 'error',
  evaluate(ledger: Ledger): readonly Instance[] {
    const sheet = ledger.coded(KEY);
    const reason = unusable(sheet) ?? lostRows(sheet) ?? uncoded(sheet) ?? ofGovernment(sheet);
    if (reason !== null) return untried(sheet, reason);
    const left = figureOf(subtotal(sheet, of), 'amount');
    if (left === undefined) return untried(sheet, `no row ${of}合计`);
    const tops = sheet.tops.filter(({ row }) => includes(row.code.slice(0, 3)));
    return [
      {
        relation: '=',
        left: [left],
        right: figuresOf(tops, 'amount'),
        says: `${of}合计 = ${classes}`,
        leaves: roundedParts(sheet, tops, 'amount'),
      },
    ];
  },
});

export const BASIC_EXPENDITURE_RULES: readonly Rule[] = [
  {
    id: 'F1',
    title: { zh: '类 = Σ款', en: 'each economic class = sum of its items' },
    source: '公开06表; 部门预算支出经济分类科目: 类 3, 款 5 digits',
    severity: 'error',
    evaluate(ledger) {
      const sheet = ledger.coded(KEY);
      const reason = unusable(sheet);
      if (reason !== null) return untried(sheet, reason);
      const totals = sheet.total === null ? [] : totalSums(sheet, ['amount']);
      const found = [...totals, ...parentSums(sheet, ['amount'])];
      return found.length === 0 ? untried(sheet, 'no class with items') : found;
    },
  },
  subtotalRule(
    'F2',
    '人员经费',
    '301 + 303',
    { zh: '人员经费合计 = 301 + 303', en: 'personnel = classes 301 and 303' },
    (code) => PERSONNEL.includes(code),
  ),
  subtotalRule(
    'F3',
    '公用经费',
    '302 + 307 + 310 + …',
    { zh: '公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399', en: 'public funds = every other class' },
    (code) => !PERSONNEL.includes(code),
  ),
];
