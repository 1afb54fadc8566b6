// The exact account behind the tables: sums by code, by budget and over all, in 分.
import { economic } from './codes.mjs';
import { fen, sum } from './money.mjs';

export const BUDGETS = ['general', 'fund', 'capital'];
const OWN_SOURCES = ['superior', 'business', 'operating', 'affiliate', 'other'];

const inFen = (flows) => Object.fromEntries(Object.entries(flows ?? {}).map(([key, yuan]) => [key, fen(yuan)]));
const get = (flows, key) => flows[key] ?? 0;

/** What the economic items leave for the code whose basic spending is 'rest'. */
function restOfBasic(source) {
  const others = Object.values(source.items)
    .map((item) => item.general?.basic)
    .filter((basic) => typeof basic === 'number');
  return sum(Object.values(source.economic)) - sum(others);
}

/** One line of the leaf level: all money of one 项. */
function leafOf([code, item], rest) {
  const general = item.general && { ...item.general, ...(item.general.basic === 'rest' && { basic: rest }) };
  const money = { general: inFen(general), fund: inFen(item.fund), capital: inFen(item.capital), own: inFen(item.own) };
  return { code, money, budget: item.budget === undefined ? undefined : fen(item.budget) };
}

const spent = (flows) => get(flows, 'basic') + get(flows, 'project') + get(flows, 'business_spending');
const received = (flows) => get(flows, 'revenue') + sum(OWN_SOURCES.map((source) => get(flows, source)));
const closing = (flows) => get(flows, 'opening') + received(flows) - spent(flows);

/** Total of a measure over the leaves beneath a code ('' = all). */
const beneath = (leaves, code, measure) =>
  sum(leaves.filter((leaf) => leaf.code.startsWith(code)).map((leaf) => measure(leaf.money)));

const all = (measure) => (money) => sum(Object.values(money).map(measure));
const fiscal = (measure) => (money) => sum(BUDGETS.map((budget) => measure(money[budget])));

/** The measures of each coded table by column. */
export const MEASURES = {
  revenue: {
    total: all(received),
    appropriation: fiscal(received),
    superior_subsidy: (money) => get(money.own, 'superior'),
    business: (money) => get(money.own, 'business'),
    business_education_fee: (money) => get(money.own, 'education_fee'),
    operating: (money) => get(money.own, 'operating'),
    affiliate_remittance: (money) => get(money.own, 'affiliate'),
    other: (money) => get(money.own, 'other'),
  },
  expenditure: {
    total: all(spent),
    basic: all((flows) => get(flows, 'basic')),
    project: all((flows) => get(flows, 'project')),
    superior_remittance: () => 0,
    operating: (money) => get(money.own, 'business_spending'),
    affiliate_subsidy: () => 0,
  },
  general_public_budget: budgetMeasures('general'),
  government_fund: budgetMeasures('fund'),
  state_capital: budgetMeasures('capital'),
};

function budgetMeasures(budget) {
  return {
    opening_balance: (money) => get(money[budget], 'opening'),
    revenue: (money) => received(money[budget]),
    total: (money) => spent(money[budget]),
    basic: (money) => get(money[budget], 'basic'),
    project: (money) => get(money[budget], 'project'),
    closing_balance: (money) => closing(money[budget]),
  };
}

const ROWS_OF = {
  revenue: (money) => received(money.general) + received(money.fund) + received(money.capital) + received(money.own),
  expenditure: all(spent),
  general_public_budget: (money) => spent(money.general),
  government_fund: (money) => Math.abs(received(money.fund)) + Math.abs(spent(money.fund)),
  state_capital: (money) => Math.abs(received(money.capital)) + Math.abs(spent(money.capital)),
};

/** The code tree of a table: 类, 款 and 项 in code order. */
function treeOf(leaves, table) {
  const codes = new Set();
  for (const leaf of leaves) {
    if (ROWS_OF[table](leaf.money) === 0) continue;
    for (const length of [3, 5, 7]) codes.add(leaf.code.slice(0, length));
  }
  return [...codes].sort((a, b) => (a.padEnd(7, ' ') < b.padEnd(7, ' ') ? -1 : 1));
}

export function deriveAccount(source) {
  const rest = restOfBasic(source);
  const leaves = Object.entries(source.items).map((entry) => leafOf(entry, rest));
  const total = (measure, code = '') => beneath(leaves, code, measure);
  const amount = (table, column, code = '') => total(MEASURES[table][column], code);

  const useOfBalance = fen(source.useOfBalance);
  const opening = total(all((flows) => get(flows, 'opening')));
  const revenue = amount('revenue', 'total');
  const expenditure = amount('expenditure', 'total');
  const distribution = fen(source.distribution ?? 0);
  const grand = revenue + useOfBalance + opening;

  const economics = new Map(Object.entries(source.economic).map(([code, yuan]) => [code, fen(yuan)]));
  const economicTotal = (prefix) =>
    sum([...economics].filter(([code]) => code.startsWith(prefix)).map(([, fen]) => fen));
  for (const code of economics.keys()) {
    if (!economic.some(([known]) => known === code)) throw new Error(`no name for economic code ${code}`);
  }

  return {
    ...source,
    leaves,
    tree: (table) => treeOf(leaves, table),
    amount,
    total,
    useOfBalance,
    opening,
    distribution,
    closing: grand - expenditure - distribution,
    revenue,
    expenditure,
    grand,
    received: (budget) => total((money) => received(money[budget])),
    brought: (budget) => total((money) => get(money[budget], 'opening')),
    spent: (budget, code = '') => total((money) => spent(money[budget]), code),
    carried: (budget) => total((money) => closing(money[budget])),
    economicTotal,
    personnel: economicTotal('301') + economicTotal('303'),
    operating: sum(['302', '307', '310', '312', '399'].map(economicTotal)),
    threePublic: threePublicOf(source.threePublic),
    procurement: inFen(source.procurement),
  };
}

function threePublicOf(items) {
  const pair = (key) => items[key].map(fen);
  const add = (...keys) => [0, 1].map((at) => sum(keys.map((key) => pair(key)[at])));
  return {
    total: add('overseas', 'vehicle_purchase', 'vehicle_operation', 'reception'),
    overseas: pair('overseas'),
    vehicle: add('vehicle_purchase', 'vehicle_operation'),
    vehicle_purchase: pair('vehicle_purchase'),
    vehicle_operation: pair('vehicle_operation'),
    reception: pair('reception'),
  };
}
