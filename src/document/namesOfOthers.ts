import { catalog } from '../catalog/catalog.js';
import { comparable } from '../normalise/text.js';
import { finding } from './finding.js';
import type { Finding, Row, Table } from './schema.js';

/**
 * Rows whose name is that of another code beside theirs in the classification (2111101 printed as 减排专项支出, the name of 2111103): one of
 * the two is misprinted, and which one cannot be known. Code and name stay as printed. Only names that published accounts have confirmed
 * count; a code whose name changed over the years keeps the earlier ones.
 */
export function namesOfOthers(tables: readonly Table[]): Finding[] {
  const { names, namesOf, confirmed } = catalog('functional');
  const codeOf = new Map(
    [...names].flatMap(([code, name]) => (confirmed.has(code) ? [[siblings(code) + name, code]] : [])),
  );
  const found = new Map<string, { readonly first: Table; readonly row: Row; readonly other: string; titles: number }>();
  for (const table of tables) {
    if (table.key === 'general_public_budget_basic') continue;
    for (const row of table.rows) {
      if (row.code.length < 5 || !confirmed.has(row.code)) continue;
      const name = comparable(row.name);
      const other = codeOf.get(siblings(row.code) + name);
      if (other === undefined || other === row.code || namesOf(row.code).includes(name)) continue;
      const known = found.get(row.code + name);
      if (known) known.titles++;
      else found.set(row.code + name, { first: table, row, other, titles: 1 });
    }
  }
  return [...found.values()].map(({ first, row, other, titles }) =>
    finding(
      'name-of-another-code',
      'warning',
      `${row.code} is printed as ${row.name}, which is the name of ${other}${titles > 1 ? ` (in ${titles} tables)` : ''}: one of the two is misprinted`,
      { page: row.page, box: row.box, table: first.key },
      { expected: names.get(row.code)!, actual: row.name },
    ),
  );
}

/** What the codes of one level under one head have in common. */
const siblings = (code: string): string => `${code.slice(0, -2)}/`;
