/** Where the tables print what a statement of the text says. */
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

type Find = (ledger: Ledger) => readonly (Figure | undefined)[];

const line =
  (key: 'revenue_expenditure_summary' | 'appropriation_summary', name: Line, column = 'amount'): Find =>
  (ledger) => [figureOf(ledger.summary(key).lines.get(name), column)];
const all01 = (name: Line): Find => line('revenue_expenditure_summary', name);
const left04 = (name: Line): Find => line('appropriation_summary', name);
const right04 = (name: Line, column = 'total'): Find => line('appropriation_summary', name, column);
const total =
  (
    key: 'revenue' | 'expenditure' | 'general_public_budget' | 'government_fund' | 'state_capital',
    column: string,
  ): Find =>
  (ledger) => [figureOf(ledger.coded(key).total, column)];
const basicSum =
  (...names: string[]): Find =>
  (ledger) =>
    names.map((name) => figureOf(subtotal(ledger.coded('general_public_budget_basic'), name as never), 'amount'));

const FUND = ['government_fund', 'state_capital'] as const;
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
    ({ summary }) => summary('revenue_expenditure_summary').usedBalances.map((e) => figureOf(e, 'amount')),
  ],
  basic: [
    total('expenditure', 'basic'),
    total('general_public_budget', 'basic'),
    ...funds('basic'),
    (ledger) => [figureOf(ledger.coded('general_public_budget_basic').total, 'amount')],
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

/** The figures of the tables that a statement of an amount (of 三公: of a budget too) may repeat; none where none is known. */
export function candidatesOf(said: Pick<Said, 'subject' | 'scope' | 'measure'>, ledger: Ledger): Candidate[] {
  const { subject, scope } = said;
  const found: (Figure | undefined)[] = [];
  if (scope === 'three_public') {
    const column = said.measure === 'budget' ? 'budget' : 'final';
    if (THREE.has(subject)) found.push(itemFigure(ledger.sheet('three_public'), subject as Item, column));
  } else if (scope === 'procurement' || scope === 'assets' || scope === 'performance' || said.measure === 'budget') {
    return [];
  } else if (/^3\d\d$/.test(subject)) {
    found.push(figureOf(ledger.coded('general_public_budget_basic').byCode.get(subject), 'amount'));
  } else if (/^2\d+$/.test(subject)) return byCode(subject, ledger);
  else for (const find of OF_FUNDS[scope]?.[subject] ?? PLACES[subject] ?? []) found.push(...find(ledger));
  const leaves = ledger.coded('general_public_budget').coded.filter((e) => e.row.code.length === 7).length;
  return found.flatMap((figure) =>
    figure ? [{ figure, leaves: scope === 'three_public' ? 3 : Math.max(3, leaves) }] : [],
  );
}

function byCode(code: string, ledger: Ledger): Candidate[] {
  const out: Candidate[] = [];
  for (const key of ['general_public_budget', 'expenditure', 'government_fund', 'state_capital'] as const) {
    const sheet = ledger.coded(key);
    const entry = sheet.byCode.get(code);
    const figure = figureOf(entry, 'total');
    if (entry && figure) out.push({ figure, leaves: Math.max(1, countLeaves(sheet, [entry], 'total')) });
  }
  if (code.length === 3) {
    const one = figureOf(ledger.summary('revenue_expenditure_summary').classes.get(code), 'amount');
    const four = ledger.summary('appropriation_summary').classes.get(code);
    for (const figure of [one, figureOf(four, 'total'), figureOf(four, 'general_public_budget')])
      if (figure) out.push({ figure, leaves: 4 });
  }
  return out;
}
