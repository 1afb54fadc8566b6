/** One invented account, printed as its nine tables from exact amounts in 分. */
import type { Table } from '../../src/document/schema.js';
import { nine, type RowSpec, table } from './tables.js';

/** One 项: what it was given and what it spent, in 分. */
export interface Item {
  readonly code: string;
  readonly basic: bigint;
  readonly project: bigint;
  /** Spent beside the appropriation, as project. */
  readonly own?: bigint;
}

export interface Exact {
  readonly items: readonly Item[];
  /** 政府性基金 items. */
  readonly funds: readonly Item[];
  /** Other revenue and the opening balances. */
  readonly other: bigint;
  readonly opening: bigint;
  readonly ownOpening: bigint;
  /** Shares of basic spending by economic item; the last one takes the rest. */
  readonly shares: readonly bigint[];
  /** Economic items are multiples of it. */
  readonly grid: bigint;
}

/** How a publisher prints: each figure rounded, or 类 and 款 of the coded tables as totals of rounded 项. */
export type Style = 'rounded' | 'added-up';

/** 0.01 万元. */
const STEP = 10_000n;
const NAMES: Readonly<Record<string, string>> = {
  201: '一般公共服务支出',
  208: '社会保障和就业支出',
  212: '城乡社区支出',
  221: '住房保障支出',
};
const ECONOMIC = ['30101', '30102', '30113', '30302', '30201', '30211', '30217', '30231', '31002'] as const;

/** 万元 with two decimals from 分, half up. */
export function wan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  const digits = ((2n * size + STEP) / (2n * STEP)).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
/** Noughts are blank. */
const printed = (fen: bigint): string | null => (fen === 0n ? null : wan(fen));
const steps = (value: string | null): bigint => BigInt((value ?? '0').replace('.', ''));
const addedUp = (fen: readonly bigint[]): string | null => {
  const sum = total(fen.map((one) => steps(printed(one))));
  return sum === 0n ? null : wan(sum * STEP);
};

type Column = readonly [key: string, of: (item: Item) => bigint];

/** 合计 and the code tree of the items. */
function tree(items: readonly Item[], columns: readonly Column[], style: Style): readonly RowSpec[] {
  const line = (code: string, name: string, own: readonly Item[], how: Style): RowSpec => ({
    code,
    name,
    cells: Object.fromEntries(
      columns.map(([key, of]) => [key, how === 'rounded' ? printed(total(own.map(of))) : addedUp(own.map(of))]),
    ),
  });
  const codes = [...new Set(items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
  const rows = codes.map((code) => {
    const own = items.filter((item) => item.code.startsWith(code));
    return line(code, NAMES[code] ?? `科目${code}`, own, code.length === 7 ? 'rounded' : style);
  });
  return [line('', '合计', items, 'rounded'), ...rows];
}

const spent = ({ basic, project }: Item): bigint => basic + project;

export function account(exact: Exact, style: Style = 'rounded'): readonly Table[] {
  const { items, funds, other, opening, ownOpening, shares } = exact;
  const all = [...items, ...funds];
  const general = total(items.map(spent));
  const fund = total(funds.map(spent));
  const own = total(items.map((item) => item.own ?? 0n));
  const basic = total(items.map((item) => item.basic));
  const classes = ['201', '203', '208', '212', '221'];
  const labels = { ...NAMES, 203: '国防支出' } as Readonly<Record<string, string>>;
  const ofClass = (list: readonly Item[], code: string, of: (item: Item) => bigint): bigint =>
    total(list.filter((item) => item.code.startsWith(code)).map(of));
  const revenue = general + fund + other;
  const begin = opening + ownOpening;
  const left = (name: string, fen: bigint): RowSpec => ({ section: 'revenue', name, cells: { amount: printed(fen) } });
  const right = (name: string, fen: bigint): RowSpec => ({
    section: 'expenditure',
    name,
    cells: { amount: printed(fen) },
  });

  const summary = table('revenue_expenditure_summary', [
    left('一、一般公共预算财政拨款收入', general),
    left('二、政府性基金预算财政拨款收入', fund),
    left('三、国有资本经营预算财政拨款收入', 0n),
    left('四、上级补助收入', 0n),
    left('八、其他收入', other),
    left('', 0n),
    left('本年收入合计', revenue),
    left('使用非财政拨款结余（含专用结余）', 0n),
    left('年初结转和结余', begin),
    left('总计', revenue + begin),
    ...classes.map((code, at) =>
      right(
        `${'一二三四五'[at]}、${labels[code]}`,
        ofClass(all, code, (item) => spent(item) + (item.own ?? 0n)),
      ),
    ),
    right('本年支出合计', general + fund + own),
    right('结余分配', 0n),
    right('年末结转和结余', begin + other - own),
    right('总计', revenue + begin),
  ]);

  const budgets = (name: string, parts: readonly [bigint, bigint]): RowSpec => ({
    section: 'expenditure',
    name,
    cells: {
      total: printed(parts[0] + parts[1]),
      general_public_budget: printed(parts[0]),
      government_fund: printed(parts[1]),
      state_capital: null,
    },
  });
  const appropriation = table('appropriation_summary', [
    left('一、一般公共预算财政拨款', general),
    left('二、政府性基金预算财政拨款', fund),
    left('三、国有资本经营预算财政拨款', 0n),
    left('本年收入合计', general + fund),
    left('年初财政拨款结转和结余', opening),
    left('一、一般公共预算财政拨款', opening),
    left('二、政府性基金预算财政拨款', 0n),
    left('三、国有资本经营预算财政拨款', 0n),
    left('总计', general + fund + opening),
    ...classes.map((code, at) =>
      budgets(`${'一二三四五'[at]}、${labels[code]}`, [ofClass(items, code, spent), ofClass(funds, code, spent)]),
    ),
    budgets('本年支出合计', [general, fund]),
    budgets('年末财政拨款结转和结余', [opening, 0n]),
    budgets('总计', [general + opening, fund]),
  ]);

  const [first] = items;
  const given = (item: Item): bigint => spent(item) + (item === first ? other : 0n);
  const parts = economicParts(basic, shares, exact.grid);
  const of = (code: string): bigint => total(parts.filter(([one]) => one.startsWith(code)).map(([, fen]) => fen));
  const personnel = of('301') + of('303');
  const how = (fen: readonly bigint[]): string | null => (style === 'rounded' ? printed(total(fen)) : addedUp(fen));
  const basicRows: RowSpec[] = ['301', '303', '302', '310'].flatMap((code) => [
    {
      code,
      name: `类${code}`,
      cells: { amount: how(parts.filter(([one]) => one.startsWith(code)).map(([, fen]) => fen)) },
    },
    ...parts
      .filter(([one]) => one.startsWith(code))
      .map(([one, fen]): RowSpec => ({ code: one, name: `款${one}`, cells: { amount: printed(fen) } })),
  ]);

  const items3 = {
    overseas: 0n,
    vehicle_purchase: 0n,
    vehicle_operation: of('30231') + 5_000_000n,
    reception: of('30217'),
  };
  const vehicle = items3.vehicle_operation;
  const publicRows = Object.entries({ total: vehicle + items3.reception, vehicle, ...items3 });
  const funding = tree(
    funds,
    [
      ['opening_balance', () => 0n],
      ['revenue', spent],
      ['total', spent],
      ['basic', (item) => item.basic],
      ['project', (item) => item.project],
      ['closing_balance', () => 0n],
    ],
    style,
  );

  return nine(
    summary,
    table(
      'revenue',
      tree(
        all,
        [
          ['total', given],
          ['appropriation', spent],
          ['superior_subsidy', () => 0n],
          ['other', (item) => (item === first ? other : 0n)],
        ],
        style,
      ),
    ),
    table(
      'expenditure',
      tree(
        all,
        [
          ['total', (item) => spent(item) + (item.own ?? 0n)],
          ['basic', (item) => item.basic],
          ['project', (item) => item.project + (item.own ?? 0n)],
          ['operating', () => 0n],
        ],
        style,
      ),
    ),
    appropriation,
    table(
      'general_public_budget',
      tree(
        items,
        [
          ['total', spent],
          ['basic', (item) => item.basic],
          ['project', (item) => item.project],
        ],
        style,
      ),
    ),
    table('general_public_budget_basic', [
      ...basicRows,
      { name: '人员经费合计', cells: { amount: printed(personnel) } },
      { name: '公用经费合计', cells: { amount: printed(basic - personnel) } },
    ]),
    table(
      'three_public',
      publicRows.map(([name, fen]) => ({ name, cells: { budget: printed(fen), final: printed(fen) } })),
    ),
    table(
      'government_fund',
      funds.length === 0
        ? [
            {
              name: '合计',
              cells: {
                opening_balance: null,
                revenue: null,
                total: null,
                basic: null,
                project: null,
                closing_balance: null,
              },
            },
          ]
        : funding,
    ),
    table('state_capital', [{ name: '合计', cells: { total: null, basic: null, project: null } }]),
  );
}

/** No item is so small that it would be printed as 0.00. */
function economicParts(basic: bigint, shares: readonly bigint[], grid: bigint): readonly (readonly [string, bigint])[] {
  const weight = (total(shares) * 11n) / 10n + 1n;
  let rest = basic;
  return ECONOMIC.map((code, at) => {
    const share = (basic * (shares[at] ?? 0n)) / weight;
    const fen = share < STEP ? 0n : share - (share % grid);
    const own = at === ECONOMIC.length - 1 ? rest : fen;
    rest -= own;
    return [code, own];
  });
}

/** An account whose printed figures all add up without rounding; of five classes, with a carry-over, without funds. */
export const PLAIN: Exact = {
  items: [
    { code: '2010301', basic: 1_503_520_000n, project: 83_700_000n },
    { code: '2010302', basic: 0n, project: 135_250_000n },
    { code: '2010399', basic: 0n, project: 449_520_000n },
    { code: '2080501', basic: 84_650_000n, project: 0n },
    { code: '2080505', basic: 160_750_000n, project: 0n },
    { code: '2080506', basic: 80_380_000n, project: 0n },
    { code: '2210201', basic: 187_190_000n, project: 0n },
    { code: '2210203', basic: 258_500_000n, project: 0n },
  ],
  funds: [],
  other: 62_000_000n,
  opening: 216_300_000n,
  ownOpening: 275_100_000n,
  shares: [400n, 200n, 90n, 30n, 20n, 10n, 5n, 4n],
  grid: STEP,
};

export const WITH_FUNDS: Exact = {
  ...PLAIN,
  funds: [
    { code: '2120801', basic: 0n, project: 700_000_000n },
    { code: '2120899', basic: 0n, project: 350_000_000n },
  ],
};
