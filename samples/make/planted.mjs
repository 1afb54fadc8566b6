// Errors put into the printed figures on purpose, and the page that lists them.
import { findCell } from './grid.mjs';

const SHIFT_FROM = '20805';
const SHIFT_TO = '2101103';

function changer(grids) {
  const log = [];
  const gridOf = (key) => grids.find((grid) => grid.key === key);
  const change = (kind, key, where, printed) => {
    const grid = gridOf(key);
    const cell = findCell(grid, where);
    const row = [cell.fact.code, cell.fact.name].filter(Boolean).join(' ');
    log.push({ kind, table: `${grid.number} ${grid.title}`, row, column: where.column, truth: cell.text, printed });
    cell.text = printed;
  };
  return { change, log, gridOf };
}

/** Rows SHIFT_FROM to SHIFT_TO of 05 print the amounts of the row two below; the last two print the first two. */
function shiftRows(grid, change) {
  const codes = grid.body.map((row) => row.at(-1).fact.code);
  const part = codes.slice(codes.indexOf(SHIFT_FROM), codes.indexOf(SHIFT_TO) + 1);
  const columns = ['total', 'basic', 'project'];
  const texts = part.map((code) => columns.map((column) => findCell(grid, { code, column }).text));
  part.forEach((code, at) => {
    const moved = texts[(at + 2) % part.length];
    columns.forEach((column, c) => {
      if (texts[at][c] !== moved[c]) change('b', grid.key, { code, column }, moved[c]);
    });
  });
}

/** Changes the grids in place; returns what is printed and the list of errors. */
export function plantErrors(grids) {
  const { change, log, gridOf } = changer(grids);
  change('a', 'expenditure', { code: '2012601', column: 'basic' }, '124.25');
  shiftRows(gridOf('general_public_budget'), change);
  change('c', 'general_public_budget_basic', { code: '30201', column: 'amount' }, '37.26');
  const total = { name: '总计', section: 'expenditure', column: 'amount' };
  change('d', 'revenue_expenditure_summary', total, '3,790.48');
  const left = gridOf('government_fund');
  log.push({
    kind: 'e',
    table: `${left.number} ${left.title}`,
    row: 'all',
    column: 'all',
    truth: 'table',
    printed: 'left out',
  });
  return { grids: grids.filter((grid) => grid !== left), log };
}

const MEANING = {
  a: 'one digit lost in one 基本支出 cell',
  b: 'the amounts of some rows stand two rows too high, the first two at the end',
  c: 'one 款 wrong, so that 302 is not the sum of its 款',
  d: '总计 on the right is not 总计 on the left',
  e: 'announced in the contents, and not there',
};

export function plantedPage(log) {
  const lines = log.map(
    ({ kind, table, row, column, truth, printed }) =>
      `| ${[kind, table, row, column, truth || '(blank)', printed || '(blank)'].join(' | ')} |`,
  );
  const kinds = Object.entries(MEANING).map(([kind, meaning]) => `- ${kind}: ${meaning}`);
  return `# Errors planted in planted-errors-2024.pdf

The same invented account as qingzhou-2024.pdf, with these errors in the printed figures (the text parts are unchanged):

${kinds.join('\n')}

planted-errors-2024.truth.csv holds what is printed, errors included. Written by samples/make/planted.mjs.

| error | table | row | column | true | printed |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
}
