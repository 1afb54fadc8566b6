// Columns, rows and heads that regions print beside those of the forms: each changes one grid.
import { rowFact } from '../samples/make/grid.mjs';
import { down, over } from '../samples/make/heads.mjs';

const mid = (text) => ({ text, align: 'center' });
const plain = (text, align = 'right') => ({ text, align });
const isCode = (text) => /^\d{3,7}$/.test(text);
const key = (text) => text.replace(/\s/g, '');
const NUMBER = /^[\d,.\s]+$/;
/** Another amount of the size of a printed one. */
const near = (text, factor) =>
  NUMBER.test(text) && text.trim() !== ''
    ? (Number(text.replace(/[,\s]/g, '')) * factor).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')
    : '';

/** Rows of cells → the column where each cell starts. */
function starts(rows) {
  const taken = new Set();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map(({ span = 1, down: reach = 1 }) => {
      while (taken.has(`${row},${column}`)) column++;
      const at = column;
      for (let r = row; r < row + reach; r++) for (let c = at; c < at + span; c++) taken.add(`${r},${c}`);
      column += span;
      return at;
    });
  });
}

/** The first column in which the amounts of a column of the form stand. */
function columnOf(grid, column, section = '') {
  const at = starts(grid.body);
  for (const [r, row] of grid.body.entries()) {
    for (const [c, { fact }] of row.entries()) {
      if (fact?.column === column && (section === '' || fact.section === section)) return at[r][c];
    }
  }
  return undefined;
}

/** Puts columns in before column `at`; a body cell that reaches over the place is made wider. `cellOf(row, i)` gives the cells of rows. */
function putIn(grid, at, titles, cellOf) {
  if (at === undefined) return;
  const headAt = starts(grid.head);
  let done = false;
  for (const [r, row] of grid.head.entries()) {
    const over = row.findIndex((cell, c) => headAt[r][c] < at && headAt[r][c] + (cell.span ?? 1) > at);
    if (over >= 0) row[over].span += titles.length;
    else if (!done) {
      done = true;
      const place = headAt[r].findIndex((c) => c >= at);
      const cells = titles.map((text) => down(text, grid.head.length - r));
      row.splice(place < 0 ? row.length : place, 0, ...cells);
    }
  }
  const bodyAt = starts(grid.body);
  for (const [r, row] of grid.body.entries()) {
    const over = row.findIndex((cell, c) => bodyAt[r][c] < at && bodyAt[r][c] + (cell.span ?? 1) > at);
    if (over >= 0) {
      row[over].span += titles.length;
      continue;
    }
    const place = bodyAt[r].findIndex((c) => c >= at);
    row.splice(place < 0 ? row.length : place, 0, ...titles.map((_, i) => cellOf(row, i)));
  }
  grid.widths.splice(at, 0, ...titles.map(() => Math.max(...grid.widths) * 0.4));
}

/** A head cell becomes a group: its own columns first, under `own`, then more. */
function divide(grid, column, own, more, cellOf) {
  const at = columnOf(grid, column);
  if (at === undefined) return;
  const headAt = starts(grid.head);
  const last = grid.head.findLastIndex((row, r) =>
    row.some((cell, c) => headAt[r][c] === at && (cell.span ?? 1) === 1 && !/^\d*$/.test(cell.text)),
  );
  if (last < 0) return;
  const group = grid.head[last].find((_, c) => headAt[last][c] === at);
  let first = 0;
  if ((group.down ?? 1) === 1) {
    for (const [r, row] of grid.head.entries()) {
      for (const cell of row) if (cell !== group && r + (cell.down ?? 1) === last + 1) cell.down = (cell.down ?? 1) + 1;
    }
    grid.head.splice(last + 1, 0, []);
  } else {
    const next = headAt[last + group.down - 1].findIndex((c) => c > at);
    first = next < 0 ? headAt[last + group.down - 1].length : next;
    group.down--;
  }
  const below = grid.head[last + (group.down ?? 1)];
  below.splice(first, 0, mid(own));
  // The head's other rows over the new columns: the group itself, and what reaches over it.
  for (const [r, row] of grid.head.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell === group) cell.span = 1 + more.length;
      else if (r < last && headAt[r]?.[c] <= at && headAt[r][c] + (cell.span ?? 1) > at) cell.span += more.length;
    }
  }
  below.splice(first + 1, 0, ...more.map(mid));
  for (const row of grid.head.slice(grid.head.indexOf(below) + 1)) {
    const number = starts([row])[0].indexOf(at);
    row.splice(number + 1, 0, ...more.map(() => mid('')));
  }
  const bodyAt = starts(grid.body);
  for (const [r, row] of grid.body.entries()) {
    const c = bodyAt[r].indexOf(at);
    if (c >= 0) row.splice(c + 1, 0, ...more.map((_, i) => cellOf(row[c], i)));
  }
  grid.widths.splice(at + 1, 0, ...more.map(() => grid.widths[at]));
}

const factOf = (row, column) => row.find((cell) => cell.fact?.column === column);

/** By name. */
export const WIDER = {
  'budgets beside the final amounts': (grid) => {
    if (!/summary$/.test(grid.key)) return;
    for (const section of ['expenditure', 'revenue']) {
      const column = grid.key === 'revenue_expenditure_summary' || section === 'revenue' ? 'amount' : undefined;
      if (!column) continue;
      const titles = ['年初预算数', '全年预算数'];
      for (const cell of grid.head.flat()) if (/^(金额|决算数)$/.test(cell.text)) cell.text = '决算数';
      putIn(grid, columnOf(grid, column, section), titles, (row, i) =>
        plain(near(row.find((c) => c.fact?.section === section)?.text ?? '', i ? 1.1 : 0.9)),
      );
    }
  },
  'balances beside the expenditure': (grid) => {
    if (grid.key !== 'general_public_budget') return;
    putIn(grid, columnOf(grid, 'total'), ['年初结转和结余', '本年收入'], (row, i) =>
      plain(near(factOf(row, 'total')?.text ?? '', i ? 1.05 : 0.1)),
    );
    putIn(grid, columnOf(grid, 'project') + 1, ['年末结转和结余'], (row) =>
      plain(near(factOf(row, 'total')?.text ?? '', 0.15)),
    );
  },
  'basic expenditure divided': (grid) => {
    if (!['expenditure', 'general_public_budget', 'government_fund'].includes(grid.key)) return;
    divide(grid, 'basic', '小计', ['人员经费', '公用经费'], (cell, i) => plain(near(cell.text, i ? 0.2 : 0.8)));
  },
  'balances divided': (grid) => {
    if (grid.key !== 'government_fund') return;
    for (const column of ['opening_balance', 'closing_balance'])
      divide(grid, column, '合计', ['基本支出结转', '项目支出结转和结余'], (cell, i) => plain(i ? cell.text : ''));
  },
  'education fees': (grid) => {
    if (grid.key !== 'revenue') return;
    divide(grid, 'business', '小计', ['其中：教育收费'], (cell) => ({
      ...plain(near(cell.text, 0.5)),
      fact: { ...cell.fact, column: 'business_education_fee' },
    }));
  },
  'one list of basic expenditure': (grid) => {
    if (grid.key !== 'general_public_budget_basic') return;
    const facts = grid.body.flat().filter((cell) => cell.fact);
    const coded = facts.filter(({ fact }) => fact.code).sort((a, b) => (a.fact.code < b.fact.code ? -1 : 1));
    const [personnel, operating] = ['人员经费合计', '公用经费合计'].map(
      (name) => facts.find(({ fact }) => fact.name === name).text,
    );
    const number = (text) => Number(text.replace(/[,\s]/g, '') || 0);
    const sum = (number(personnel) + number(operating)).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
    const row = (cells, cell, isPersonnel) => [
      ...cells,
      cell,
      plain(isPersonnel ? cell.text : ''),
      plain(isPersonnel ? '' : cell.text),
    ];
    grid.widths = [14, 40, 20, 20, 20];
    grid.head = [
      [over('项目', 2), over('基本支出', 3)],
      ['经济分类科目编码', '科目名称', '合计', '人员经费', '公用经费'].map(mid),
    ];
    grid.body = [
      [
        { text: '合计', align: 'center', span: 2 },
        { text: sum, align: 'right', fact: { ...rowFact(grid.key, { name: '合计' }), column: 'amount' } },
        plain(personnel),
        plain(operating),
      ],
      ...coded.map((cell) =>
        row(
          [plain(cell.fact.code, 'left'), plain(cell.fact.name, 'left')],
          { ...cell, fact: { ...cell.fact, block: undefined, printed_code: '' } },
          /^30[13]/.test(cell.fact.code),
        ),
      ),
    ];
  },
  'last year and change': (grid) => {
    if (grid.key !== 'three_public' || grid.widths.length !== 3) return;
    putIn(grid, 3, ['上年决算数', '比上年增减额', '比上年增减%'], (row, i) =>
      plain(i === 2 ? `${near(row.at(-1).text, 0.01)}%` : near(row.find((c) => c.fact)?.text ?? '', i ? 0.1 : 1.2)),
    );
  },
  'line numbers and statistics': (grid) => {
    if (grid.key !== 'three_public' || grid.widths.length !== 3) return;
    putIn(grid, 1, ['行次'], (row) => mid(String(grid.body.indexOf(row) + 1)));
    const line = (text, last, value) => [
      plain(text, 'left'),
      mid(String(grid.body.length + 1)),
      plain(last),
      plain(value),
    ];
    for (const [text, value] of [
      ['（二）相关统计数', '—'],
      ['1．因公出国（境）团组数（个）', '2'],
      ['2．因公出国（境）人次数（人）', '11'],
      ['3．公务用车购置数（辆）', '1'],
      ['4．公务用车保有量（辆）', '6'],
      ['5．国内公务接待批次（个）', '35'],
      ['6．国内公务接待人次（人）', '287'],
      ['二、机关运行经费', '118.09'],
    ])
      grid.body.push(line(text, '—', value));
  },
  'class, kind and item apart': (grid) => {
    if (!grid.body.some((row) => isCode(row[0]?.text ?? '')) || grid.key === 'general_public_budget_basic') return;
    const head = grid.head.flat().find(({ text }) => /(编码|代码)$/.test(key(text)));
    if (!head) return;
    const at = starts(grid.head);
    for (const [r, cells] of grid.head.entries()) {
      for (const [c, cell] of cells.entries()) if (at[r][c] === 0) cell.span = (cell.span ?? 1) + 2;
    }
    const parts = (text) => [text.slice(0, 3), text.slice(3, 5), text.slice(5)];
    grid.body = grid.body.map((cells) => {
      if (isCode(cells[0].text)) return [...parts(cells[0].text).map(mid), ...cells.slice(1)];
      return [{ ...cells[0], span: (cells[0].span ?? 1) + 2 }, ...cells.slice(1)];
    });
    grid.widths.splice(0, 1, 5, 4, 4);
  },
  'expenditure by kind beside it': (grid) => {
    if (grid.key !== 'revenue_expenditure_summary') return;
    const kinds = [
      '一、基本支出',
      '人员经费',
      '公用经费',
      '二、项目支出',
      '其中：基本建设类项目',
      '三、上缴上级支出',
      '四、经营支出',
    ];
    grid.head[0].push(over('支出', 2));
    for (const [r, row] of grid.head.entries())
      if (r > 0) row.push(...(r === 1 ? [mid('项目（按支出性质）'), mid('决算数')] : [mid(''), mid('3')]));
    grid.body = grid.body.map((row, i) => [
      ...row,
      plain(kinds[i] ?? '', 'left'),
      plain(kinds[i] ? (100 + i * 37.5).toFixed(2) : ''),
    ]);
    grid.widths.push(24, 12);
  },
};
