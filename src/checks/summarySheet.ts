/**
 * The two summary tables (公开01表, 公开04表): a left half of revenue and a right half of expenditure, rows known by name.
 * In 公开04表 the three budgets stand twice on the left: once as this year's revenue and, after 年初财政拨款结转和结余,
 * once as the opening balance; only the position tells them apart.
 */
import { classCode, isKindOfSpending, isSubRow } from './labels.js';
import { type Entry, hasFigure, type Sheet } from './sheet.js';

export type Line =
  | 'appropriation'
  | 'general'
  | 'fund'
  | 'capital'
  | 'superior_subsidy'
  | 'business'
  | 'operating'
  | 'affiliate_remittance'
  | 'other'
  | 'revenue_total'
  | 'opening'
  | 'opening_general'
  | 'opening_fund'
  | 'opening_capital'
  | 'revenue_grand'
  | 'expenditure_total'
  | 'distribution'
  | 'closing'
  | 'expenditure_grand';

export interface SummarySheet extends Sheet {
  readonly lines: ReadonlyMap<Line, Entry>;
  /** 使用非财政拨款结余, 使用专用结余, 用事业基金弥补收支差额: those printed. */
  readonly usedBalances: readonly Entry[];
  /** The addends of 本年收入合计 and of 本年支出合计: the rows above them that are not part of another row. */
  readonly revenueItems: readonly Entry[];
  readonly expenditureItems: readonly Entry[];
  /** Functional classes by three digit code. */
  readonly classes: ReadonlyMap<string, Entry>;
}

const REVENUE_LINES: readonly (readonly [Line, RegExp])[] = [
  ['general', /^一般公共预算(?:财政)?拨款(?:收入)?$/u],
  ['fund', /^政府性基金(?:预算)?(?:财政)?拨款(?:收入)?$/u],
  ['capital', /^国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?$/u],
  ['appropriation', /^财政拨款收入$/u],
  ['superior_subsidy', /^上级补助收入$/u],
  ['business', /^事业收入$/u],
  ['operating', /^经营收入$/u],
  ['affiliate_remittance', /^附属单位(?:上缴|缴款)收入$/u],
  ['other', /^其他收入$/u],
  ['revenue_total', /^(?:本年)?收入合计$/u],
  ['opening', /^(?:年初|上年)(?:财政拨款)?结转(?:和|与)?(?:结余)?$/u],
  ['revenue_grand', /^(?:收入)?总计$/u],
];

const EXPENDITURE_LINES: readonly (readonly [Line, RegExp])[] = [
  ['expenditure_total', /^(?:本年)?支出合计$/u],
  ['distribution', /^结余分配$/u],
  ['closing', /^年末(?:财政拨款)?结转(?:和|与)?(?:结余)?$/u],
  ['expenditure_grand', /^(?:支出)?总计$/u],
];

const OPENING: Readonly<Partial<Record<Line, Line>>> = {
  general: 'opening_general',
  fund: 'opening_fund',
  capital: 'opening_capital',
};

const USED_BALANCE = /^(?:使用(?:非财政拨款|专用)结余|用事业基金弥补收支差额)/u;

const lineOf = (name: string, lines: readonly (readonly [Line, RegExp])[]): Line | null =>
  lines.find(([, label]) => label.test(name))?.[0] ?? null;

/** Rows above the total that count towards it: named or at least with an amount, and not part of another row. */
const itemsAbove = (half: readonly Entry[], total: Entry | undefined): readonly Entry[] =>
  total === undefined
    ? []
    : half
        .slice(0, half.indexOf(total))
        .filter((entry) => entry.name !== '' || [...entry.figures.values()].some(({ amount }) => amount !== 0n))
        .filter((entry) => !isSubRow(entry.row.name) && !isKindOfSpending(entry.name));

/** The first row of a label, unless it prints nothing and a later one does (labels repeat on continuation pages). */
function keep<K>(rows: Map<K, Entry>, key: K, entry: Entry): void {
  const known = rows.get(key);
  if (known === undefined || (!isPrinted(known) && isPrinted(entry))) rows.set(key, entry);
}

const isPrinted = (entry: Entry): boolean => hasFigure(entry, [...entry.figures.keys()]);

export function summarySheet(sheet: Sheet): SummarySheet {
  const revenue = sheet.entries.filter(({ row }) => row.section === 'revenue');
  const expenditure = sheet.entries.filter(({ row }) => row.section === 'expenditure');
  const lines = new Map<Line, Entry>();

  for (const entry of revenue) {
    const line = lineOf(entry.name, REVENUE_LINES);
    if (line === null) continue;
    const key = lines.has('opening') ? (OPENING[line] ?? line) : line;
    keep(lines, key, entry);
  }
  for (const entry of expenditure) {
    const line = lineOf(entry.name, EXPENDITURE_LINES);
    if (line !== null) keep(lines, line, entry);
  }

  const classes = new Map<string, Entry>();
  for (const entry of expenditure) {
    const code = classCode(entry.name);
    if (code !== null) keep(classes, code, entry);
  }
  return {
    ...sheet,
    lines,
    usedBalances: revenue.filter(({ name }) => USED_BALANCE.test(name)),
    revenueItems: itemsAbove(revenue, lines.get('revenue_total')),
    expenditureItems: itemsAbove(expenditure, lines.get('expenditure_total')),
    classes,
  };
}
