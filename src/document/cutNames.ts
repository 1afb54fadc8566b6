import { catalog } from '../catalog/catalog.js';
import { comparable } from '../normalise/text.js';
import { finding } from './finding.js';
import type { Finding, Row, Table } from './schema.js';

/** So many other tables must print the longer name before a shorter one counts as cut. */
const WITNESSES = 2;

/**
 * Names that their column cut: a name that is the beginning of what other tables print with the same code, or, where the column cut the
 * code too, of the name in the classification. The name stays as printed.
 */
export function cutNames(tables: readonly Table[]): Finding[] {
  const longer = new Map<string, Map<string, number>>();
  const functional = tables.filter((t) => t.key !== 'general_public_budget_basic');
  for (const table of functional) {
    for (const row of table.rows) {
      if (row.code === '' || row.name === '') continue;
      const names = longer.get(row.code) ?? new Map<string, number>();
      names.set(comparable(row.name), (names.get(comparable(row.name)) ?? 0) + 1);
      longer.set(row.code, names);
    }
  }
  const economic = catalog('economic').names;
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      if (row.code === '' || row.name.length < 4) return [];
      const name = comparable(row.name);
      const whole =
        table.key === 'general_public_budget_basic'
          ? row.printedCode !== row.code && [economic.get(row.code) ?? ''].find((n) => isCut(name, n))
          : [...(longer.get(row.code) ?? [])].find(([n, count]) => count >= WITNESSES && isCut(name, n))?.[0];
      return whole ? [cutName(table, row, whole)] : [];
    }),
  );
}

const isCut = (name: string, whole: string): boolean => whole.length > name.length && whole.startsWith(name);

const cutName = (table: Table, row: Row, whole: string): Finding =>
  finding(
    'name-cut',
    'info',
    `the name of ${row.code} is cut: ${row.name} is printed, ${whole} is meant`,
    { page: row.page, box: row.box, table: table.key },
    { expected: whole, actual: row.name },
  );
