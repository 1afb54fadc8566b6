import type { DuckDBAppender } from '@duckdb/node-api';
import { UsageError } from '../../errors.js';
import type { Column, ColumnType, LineFile, Shape } from './columns.js';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  // Held as text until all are there: only then it is known how many decimals they need.
  amount: 'VARCHAR',
};

/**
 * Parquet, written by DuckDB. Amounts are DECIMAL(18,2), or wider where an amount has more digits or decimals: none is ever
 * rounded. Errors: usage where the optional package is not installed.
 */
export async function parquetFile(path: string, { columns }: Shape): Promise<LineFile> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new UsageError('Parquet needs the optional package @duckdb/node-api: npm install @duckdb/node-api', {
      cause: error,
    });
  });
  // One thread writes the same bytes for the same lines.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  await db.run(`CREATE TABLE lines (${columns.map((c) => `${quote(c.name)} ${SQL_TYPES[c.type]}`).join(', ')})`);
  const appender = await db.createAppender('lines');
  return {
    async add(lines) {
      for (const line of lines) {
        for (const column of columns) append(appender, column, line[column.name] ?? null);
        appender.endRow();
      }
      appender.flushSync();
    },
    async finish() {
      appender.closeSync();
      const select: string[] = [];
      for (const column of columns) {
        const name = quote(column.name);
        if (column.type !== 'amount') {
          select.push(name);
          continue;
        }
        const found = await db.runAndReadAll(
          `SELECT coalesce(max(length(split_part(ltrim(${name}, '-'), '.', 1))), 0), coalesce(max(length(split_part(${name}, '.', 2))), 0) FROM lines`,
        );
        const [whole, decimals] = found.getRows()[0]!.map(Number) as [number, number];
        select.push(`CAST(${name} AS ${decimalType(whole, decimals)}) AS ${name}`);
      }
      await db.run(`COPY (SELECT ${select.join(', ')} FROM lines) TO '${path.replace(/'/g, "''")}' (FORMAT parquet)`);
      db.closeSync();
      instance.closeSync();
    },
  };
}

/** DECIMAL(18,2) where it holds amounts of so many digits before and after the point, else the narrowest that does. */
function decimalType(whole: number, decimals: number): string {
  const scale = Math.max(2, decimals);
  const width = Math.max(18, whole + scale);
  if (width > 38) throw new UsageError(`Parquet holds amounts of at most 38 digits, found one of ${width}`);
  return `DECIMAL(${width}, ${scale})`;
}

function append(appender: DuckDBAppender, column: Column, value: string | number | null): void {
  if (value === null) appender.appendNull();
  else if (column.type === 'integer') appender.appendInteger(Number(value));
  else if (column.type === 'number') appender.appendDouble(Number(value));
  else appender.appendVarchar(String(value));
}

const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`;
