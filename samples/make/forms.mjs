// The bodies of the nine tables. What differs between regions (order, codes, zeros) comes in as options.
import { CLASSES, chineseNumber, economic, functionalName } from './codes.mjs';
import { amountCell, blank, label, mid, rowFact } from './grid.mjs';

const printer =
  ({ amount, zero = '' }) =>
  (fen) =>
    fen === undefined ? '' : fen === 0 ? zero : amount(fen);

/** Two halves side by side, each a list of {name, line, values}; columns: the amount columns of a half. */
function halves(key, left, right, options) {
  const print = printer(options);
  const half = (row, section, columns) => {
    const fact = rowFact(key, { ...row, section, line: options.lineNumbers ? row.line : '' });
    const name = row.centred ? mid(row.name) : label(row.name);
    const amounts = columns.map((column) => amountCell(print(row.values?.[column]), { ...fact, column }));
    return [name, ...(options.lineNumbers ? [mid(String(row.line))] : []), ...amounts];
  };
  return left.map((row, at) => [
    ...half(row, 'revenue', ['amount']),
    ...half(right[at], 'expenditure', options.rightColumns),
  ]);
}

const amount = (value) => ({ amount: value });
const blanks = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => ({ name: '', line: from + at }));

export function summaryBody(account, options) {
  const own = (column) => account.amount('revenue', column);
  const sources = [
    ['一般公共预算财政拨款收入', account.received('general')],
    ['政府性基金预算财政拨款收入', account.received('fund')],
    ['国有资本经营预算财政拨款收入', account.received('capital')],
    ['上级补助收入', own('superior_subsidy')],
    ['事业收入', own('business')],
    ['经营收入', own('operating')],
    ['附属单位上缴收入', own('affiliate_remittance')],
    ['其他收入', own('other')],
  ];
  const left = [
    ...sources.map(([name, value], at) => ({
      name: `${chineseNumber(at + 1)}、${name}`,
      line: at + 1,
      values: amount(value),
    })),
    ...blanks(9, 26),
    { name: '本年收入合计', line: 27, values: amount(account.revenue), centred: true },
    { name: options.balanceLabel ?? '使用非财政拨款结余', line: 28, values: amount(account.useOfBalance) },
    { name: '年初结转和结余', line: 29, values: amount(account.opening) },
    ...blanks(30, 30),
    { name: '总计', line: 31, values: amount(account.grand), centred: true },
  ];
  const right = [
    ...CLASSES.map(([code, name], at) => ({
      name: `${chineseNumber(at + 1)}、${name}`,
      line: 32 + at,
      values: amount(account.amount('expenditure', 'total', code)),
    })),
    { name: '本年支出合计', line: 58, values: amount(account.expenditure), centred: true },
    { name: '结余分配', line: 59, values: amount(account.distribution) },
    { name: '年末结转和结余', line: 60, values: amount(account.closing) },
    ...blanks(61, 61),
    { name: '总计', line: 62, values: amount(account.grand), centred: true },
  ];
  return halves('revenue_expenditure_summary', left, right, { ...options, rightColumns: ['amount'] });
}

const FISCAL = [
  ['general_public_budget', 'general', '一般公共预算财政拨款'],
  ['government_fund', 'fund', '政府性基金预算财政拨款'],
  ['state_capital', 'capital', '国有资本经营预算财政拨款'],
];

function byBudget(measure) {
  const values = Object.fromEntries(FISCAL.map(([column, budget]) => [column, measure(budget)]));
  return { total: Object.values(values).reduce((a, b) => a + b, 0), ...values };
}

export function appropriationBody(account, options) {
  const numbered = (from, measure, numerals) =>
    FISCAL.map(([, budget, name], at) => ({
      name: numerals ? `${chineseNumber(at + 1)}、${name}` : `　${name}`,
      line: from + at,
      values: amount(measure(budget)),
    }));
  const total = (measure) => FISCAL.reduce((sum, [, budget]) => sum + measure(budget), 0);
  const grand = byBudget((budget) => account.received(budget) + account.brought(budget));
  const left = [
    ...numbered(1, account.received, true),
    ...blanks(4, 26),
    { name: '本年收入合计', line: 27, values: amount(total(account.received)), centred: true },
    { name: '年初财政拨款结转和结余', line: 28, values: amount(total(account.brought)) },
    ...numbered(29, account.brought, options.openingNumerals),
    { name: '总计', line: 32, values: amount(grand.total), centred: true },
  ];
  const right = [
    ...CLASSES.map(([code, name], at) => ({
      name: `${chineseNumber(at + 1)}、${name}`,
      line: 33 + at,
      values: byBudget((budget) => account.spent(budget, code)),
    })),
    { name: '本年支出合计', line: 59, values: byBudget((budget) => account.spent(budget)), centred: true },
    { name: '年末财政拨款结转和结余', line: 60, values: byBudget(account.carried) },
    ...blanks(61, 63),
    { name: '总计', line: 64, values: grand, centred: true },
  ];
  const rightColumns = ['total', ...FISCAL.map(([column]) => column)];
  return halves('appropriation_summary', left, right, { ...options, rightColumns });
}

const codeCells = (code, columns) =>
  columns === 1 ? [label(code)] : [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].map((part) => mid(part));

/** 02, 03, 05, 08 and 09: 合计 and the code tree; `blankRows` empty lines where there is nothing to print. */
export function treeBody(account, key, columns, options) {
  const print = printer(options);
  const { codeColumns = 1, totalLast = false, words, blankRows = 0 } = options;
  const cellsOf = (code, fact, lead) => [
    ...lead,
    ...columns.map((column) =>
      amountCell(code === undefined ? '' : print(account.amount(key, column, code)), { ...fact, column }),
    ),
  ];
  const codes = account.tree(key);
  const empty = codes.length === 0;
  const rows = codes.map((code) => {
    const name = functionalName(code);
    const fact = rowFact(key, { code, name });
    return cellsOf(code, fact, [...codeCells(code, codeColumns), label(name)]);
  });
  for (let at = 0; at < blankRows; at++) {
    rows.push(
      cellsOf(
        undefined,
        rowFact(key, {}),
        Array.from({ length: codeColumns + 1 }, () => blank()),
      ),
    );
  }
  const lead = words ? [...words.map((word) => mid(word)), mid('合计')] : [mid('合计', { span: codeColumns + 1 })];
  const total = cellsOf(empty ? undefined : '', rowFact(key, { name: '合计' }), lead);
  return totalLast ? [...rows, total] : [total, ...rows];
}

/** 06: blocks of economic codes side by side; closing: the labels of the last row with their amounts. */
export function basicBody(account, blocks, options) {
  const print = printer(options);
  const { codeColumns = 1, cut = false, omit = [] } = options;
  const key = 'general_public_budget_basic';
  const lists = blocks.map((classes) =>
    classes.flatMap((prefix) => economic.filter(([code]) => code.startsWith(prefix) && !omit.includes(code))),
  );
  const height = Math.max(...lists.map((list) => list.length));
  const codes = (code) => {
    if (codeColumns === 2) return [mid(code.slice(0, 3)), mid(code.slice(3))];
    return [label(cut ? code.slice(0, 4) : code)];
  };
  const entryCells = (entry, block) => {
    if (!entry) {
      const fact = { ...rowFact(key, {}), column: 'amount', block };
      return [...Array.from({ length: codeColumns + 1 }, () => blank()), amountCell('', fact)];
    }
    const [code, name] = entry;
    const printedCode = cut ? code.slice(0, 4) : '';
    const fact = { ...rowFact(key, { code, name, printedCode }), column: 'amount', block };
    return [...codes(code), label(name), amountCell(print(account.economicTotal(code)), fact)];
  };
  const rows = Array.from({ length: height }, (_, at) => lists.flatMap((list, block) => entryCells(list[at], block)));
  const closing = (name, value, span, block) => [
    mid(name, { span }),
    amountCell(print(value), { ...rowFact(key, { name }), column: 'amount', block }),
  ];
  const width = codeColumns + 2;
  rows.push([
    ...closing('人员经费合计', account.personnel, width - 1, 0),
    ...closing('公用经费合计', account.operating, width * (blocks.length - 1) - 1, blocks.length - 1),
  ]);
  return rows;
}

const threePublicCell = (account, print, item, column) =>
  amountCell(print(account.threePublic[item][column === 'budget' ? 0 : 1]), {
    ...rowFact('three_public', { name: item }),
    column,
  });

/** One line per item. */
export function threePublicLines(account, items, options) {
  const print = printer(options);
  return items.map(([item, name]) => [
    item === 'total' ? mid(name) : label(name),
    threePublicCell(account, print, item, 'budget'),
    threePublicCell(account, print, item, 'final'),
  ]);
}

/** One row: 预算数 and 决算数 item by item (alternating), or first all 预算数, then all 决算数. */
export function threePublicRow(account, items, options) {
  const print = printer(options);
  const cell = (item, column) => threePublicCell(account, print, item, column);
  if (options.alternating) return [items.flatMap((item) => [cell(item, 'budget'), cell(item, 'final')])];
  return [['budget', 'final'].flatMap((column) => items.map((item) => cell(item, column)))];
}
