import { TABLES } from './tables/index.js';
import type { ColumnSpec } from './tables/spec.js';
import { VIEWS } from './views/index.js';

const lines = (name: string, comment: string, columns: readonly (readonly [string, string, string])[]): string =>
  `### ${name}\n\n${comment}.\n\n| column | type | |\n|---|---|---|\n${columns
    .map(([column, type, about]) => `| ${column} | ${type} | ${about.replaceAll('|', '\\|')} |\n`)
    .join('')}`;

const typeOf = (column: ColumnSpec): string => `${column.type}${column.nullable ? ', may be null' : ''}`;

/** The tables and views for docs/databases.md. */
export function schemaText(): string {
  const tables = TABLES.map((t) =>
    lines(
      t.name,
      t.comment,
      t.columns.map((c) => [c.name, typeOf(c), c.comment]),
    ),
  );
  const views = VIEWS.filter((v) => v.name !== 'latest_documents').map((v) =>
    lines(
      v.name,
      v.comment,
      Object.entries(v.columns).map(([name, comment]) => [name, '', comment]),
    ),
  );
  return `## Tables\n\n${tables.join('\n')}\n## Views\n\n${views.join('\n')}`;
}
