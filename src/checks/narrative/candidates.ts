/** Where the tables print what a statement of the text says. */
import { TABLE_KEYS, type TableKey } from '../../document/schema.js';
import type { Scope } from '../../narrative/scopes.js';
import type { Said } from '../../narrative/statement.js';
import { countLeaves } from '../codedSheet.js';
import type { Figure } from '../figures.js';
import type { Ledger } from '../ledger.js';
import { subtotal } from '../rules/basicExpenditure.js';
import { type Item, itemFigure } from '../rules/threePublic.js';
import { figureOf } from '../sheet.js';
import type { Line } from '../summarySheet.js';

/** A figure that may be meant, and how many rounded figures it may have been added up from. */
export interface Candidate {
  readonly figure: Figure;
  readonly leaves: number;
}

/** A place of a table where an amount of the text may stand. */
interface Find {
  readonly table: TableKey;
  readonly get: (ledger: Ledger) => readonly (Figure | undefined)[];
  /** Of how many rounded figures it may be the sum, where that is known of the place. */
  readonly leaves?: (ledger: Ledger) => number;
}

const FUND = ['government_fund', 'state_capital'] as const;
const line = (key: 'revenue_expenditure_summary' | 'appropriation_summary', name: Line, column = 'amount'): Find => ({
  table: key,
  get: (ledger) => [figureOf(ledger.summary(key).lines.get(name), column)],
});
const all01 = (name: Line): Find => line('revenue_expenditure_summary', name);
const left04 = (name: Line): Find => line('appropriation_summary', name);
const right04 = (name: Line, column = 'total'): Find => line('appropriation_summary', name, column);
const total = (
  key: 'revenue' | 'expenditure' | 'general_public_budget' | 'general_public_budget_basic' | (typeof FUND)[number],
  column: string,
): Find => ({ table: key, get: (ledger) => [figureOf(ledger.coded(key).total, column)] });
const basicSum = (name: Parameters<typeof subtotal>[1]): Find => ({
  table: 'general_public_budget_basic',
  get: (ledger) => [figureOf(subtotal(ledger.coded('general_public_budget_basic'), name), 'amount')],
});

const funds = (column: string): Find[] => FUND.map((key) => total(key, column));

/** By subject: the tables in the order in which they are meant. */
const PLACES: Readonly<Record<string, readonly Find[]>> = {
  balance_grand: [all01('revenue_grand'), all01('expenditure_grand'), all01('revenue_total')],
  revenue_grand: [all01('revenue_grand'), all01('revenue_total')],
  expenditure_grand: [all01('expenditure_grand'), all01('expenditure_total')],
  appropriation_grand: [
    left04('revenue_grand'),
    right04('expenditure_grand'),
    left04('revenue_total'),
    right04('expenditure_total'),
  ],
  revenue_total: [all01('revenue_total'), total('revenue', 'total'), left04('revenue_total'), ...funds('revenue')],
  expenditure_total: [
    all01('expenditure_total'),
    total('expenditure', 'total'),
    right04('expenditure_total'),
    total('general_public_budget', 'total'),
    ...funds('total'),
  ],
  appropriation_revenue: [
    left04('revenue_total'),
    total('revenue', 'appropriation'),
    left04('revenue_grand'),
    all01('general'),
    all01('appropriation'),
  ],
  appropriation_expenditure: [
    right04('expenditure_total'),
    total('general_public_budget', 'total'),
    right04('expenditure_total', 'general_public_budget'),
    right04('expenditure_grand'),
  ],
  general_revenue: [all01('general'), left04('general')],
  fund_revenue: [all01('fund'), left04('fund'), total('government_fund', 'revenue')],
  capital_revenue: [all01('capital'), left04('capital'), total('state_capital', 'revenue')],
  general_expenditure: [total('general_public_budget', 'total'), right04('expenditure_total', 'general_public_budget')],
  fund_expenditure: [total('government_fund', 'total'), right04('expenditure_total', 'government_fund')],
  capital_expenditure: [total('state_capital', 'total'), right04('expenditure_total', 'state_capital')],
  superior_subsidy: [all01('superior_subsidy'), total('revenue', 'superior_subsidy')],
  business: [all01('business'), total('revenue', 'business')],
  operating: [all01('operating'), total('revenue', 'operating')],
  affiliate_remittance: [all01('affiliate_remittance'), total('revenue', 'affiliate_remittance')],
  other: [all01('other'), total('revenue', 'other')],
  opening: [all01('opening'), left04('opening'), ...funds('opening_balance'), left04('opening_general')],
  closing: [
    all01('closing'),
    right04('closing'),
    ...funds('closing_balance'),
    right04('closing', 'general_public_budget'),
  ],
  distribution: [all01('distribution')],
  used_balances: [
    {
      table: 'revenue_expenditure_summary',
      get: ({ summary }) => summary('revenue_expenditure_summary').usedBalances.map((e) => figureOf(e, 'amount')),
    },
  ],
  basic: [
    total('expenditure', 'basic'),
    total('general_public_budget', 'basic'),
    ...funds('basic'),
    total('general_public_budget_basic', 'amount'),
  ],
  project: [total('expenditure', 'project'), total('general_public_budget', 'project'), ...funds('project')],
  superior_remittance: [total('expenditure', 'superior_remittance')],
  operating_expenditure: [total('expenditure', 'operating')],
  affiliate_subsidy: [total('expenditure', 'affiliate_subsidy')],
  personnel: [basicSum('人员经费')],
  public_funds: [basicSum('公用经费')],
};

/** In the section of a fund its own table is meant, and no other where that one is lost. */
const OF_FUNDS: Readonly<Partial<Record<Scope, Readonly<Record<string, readonly Find[]>>>>> = {
  fund: ofFund('government_fund', 'fund'),
  capital: ofFund('state_capital', 'capital'),
};

function ofFund(key: (typeof FUND)[number], revenue: Line): Record<string, readonly Find[]> {
  return {
    expenditure_total: [total(key, 'total'), right04('expenditure_total', key)],
    revenue_total: [total(key, 'revenue'), left04(revenue)],
    opening: [total(key, 'opening_balance')],
    closing: [total(key, 'closing_balance'), right04('closing', key)],
    basic: [total(key, 'basic')],
    project: [total(key, 'project')],
  };
}

const THREE: ReadonlySet<string> = new Set([
  'total',
  'overseas',
  'vehicle',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
]);

type Speaks = Pick<Said, 'subject' | 'scope' | 'measure'>;

/** The places where the tables may print what a statement of an amount (of 三公: of a budget too) says; none where none is known. */
function placesOf({ subject, scope, measure }: Speaks): readonly Find[] {
  if (scope === 'three_public') {
    const column = measure === 'budget' ? 'budget' : 'final';
    const get: Find['get'] = (ledger) => [itemFigure(ledger.sheet('three_public'), subject as Item, column)];
    return THREE.has(subject) ? [{ table: 'three_public', get }] : [];
  }
  if (scope === 'procurement' || scope === 'assets' || scope === 'performance' || measure === 'budget') return [];
  if (/^3\d\d(?:\d\d)?$/.test(subject)) return [coded('general_public_budget_basic', subject, 'amount')];
  if (/^2\d+$/.test(subject)) return byCode(subject);
  return OF_FUNDS[scope]?.[subject] ?? PLACES[subject] ?? [];
}

/** The figures of the tables that a statement may repeat. */
export function candidatesOf(said: Speaks, ledger: Ledger): Candidate[] {
  const items = ledger.coded('general_public_budget').coded.filter((e) => e.row.code.length === 7).length;
  return placesOf(said).flatMap(({ get, leaves }) =>
    get(ledger).flatMap((figure) =>
      figure ? [{ figure, leaves: leaves?.(ledger) ?? (said.scope === 'three_public' ? 3 : Math.max(3, items)) }] : [],
    ),
  );
}

/** Tables that every account has: one that is not there is lost, be it announced or not. */
const ALWAYS: ReadonlySet<TableKey> = new Set(TABLE_KEYS.filter((key) => key !== 'state_capital'));

/** A table that may print what a statement says, and of which that part is lost; null where there is none. */
export function lostTable(said: Speaks, ledger: Ledger): TableKey | null {
  const isLost = (key: TableKey): boolean => {
    const status = ledger.tables.find((t) => t.key === key)?.status ?? 'absent';
    return status === 'missing' || status === 'partial' || (status === 'absent' && ALWAYS.has(key));
  };
  const place = placesOf(said).find(({ table, get }) => isLost(table) && !get(ledger).some((f) => f !== undefined));
  return place?.table ?? null;
}

type CodedKey = Parameters<Ledger['coded']>[0];

const coded = (key: CodedKey, code: string, column: string): Find => ({
  table: key,
  get: (ledger) => [figureOf(ledger.coded(key).byCode.get(code), column)],
  leaves: (ledger) => {
    const sheet = ledger.coded(key);
    const entry = sheet.byCode.get(code);
    return entry ? Math.max(1, countLeaves(sheet, [entry], column)) : 1;
  },
});

function byCode(code: string): Find[] {
  const sheets = ['general_public_budget', 'expenditure', 'government_fund', 'state_capital'] as const;
  const places = sheets.map((key) => coded(key, code, 'total'));
  if (code.length > 3) return places;
  const ofClass = (table: 'revenue_expenditure_summary' | 'appropriation_summary', column: string): Find => ({
    table,
    get: (ledger) => [figureOf(ledger.summary(table).classes.get(code), column)],
    leaves: () => 4,
  });
  return [
    ...places,
    ofClass('revenue_expenditure_summary', 'amount'),
    ofClass('appropriation_summary', 'total'),
    ofClass('appropriation_summary', 'general_public_budget'),
  ];
}
