import { UsageError } from '../../errors.js';
import type { Column, Line, LineFile, Shape } from './columns.js';

/** Rows that a sheet holds, its head among them. */
const MAX_ROWS = 1_048_576;
/** Decimal digits that a number of a workbook keeps. */
const MAX_DIGITS = 15;
const WIDTHS: Readonly<Record<Column['type'], number>> = { text: 16, integer: 8, number: 9, amount: 16 };
const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EEF4' } as const;
/** Lines that are not to be relied on stand out. */
const SHADES: Readonly<Record<string, string>> = { disputed: '#F9D6D2', unconfirmed: '#FFF3CD' };

/**
 * A workbook with one sheet for each table. Numbers are numbers, shown with the decimals that are printed; an amount of more
 * digits than a number of Excel keeps stays a text. Texts are never formulas.
 */
export function xlsxFile(path: string, { columns, sheets }: Shape): LineFile {
  const rows = new Map<string, Line[]>(Object.values(sheets.names).map((name) => [name, []]));
  return {
    async add(lines) {
      for (const line of lines) {
        const key = String(line[sheets.by]);
        const name = sheets.names[key] ?? key;
        const sheet = rows.get(name) ?? [];
        rows.set(name, sheet);
        sheet.push(line);
        if (sheet.length >= MAX_ROWS)
          throw new UsageError(`a sheet of a workbook holds ${MAX_ROWS} rows: use --format parquet or csv`);
      }
    },
    async finish() {
      const { default: writeExcelFile } = await import('write-excel-file/node');
      const book = [...rows]
        .filter(([, lines]) => lines.length > 0)
        .map(([sheet, lines]) => ({
          sheet,
          stickyRowsCount: 1,
          columns: columns.map((c) => ({ width: WIDTHS[c.type] })),
          data: [
            columns.map((c) => ({ value: c.name, ...HEAD })),
            ...lines.map((line) => columns.map((c) => cell(c, line[c.name] ?? null, SHADES[String(line['standing'])]))),
          ],
        }));
      if (book.length === 0) throw new UsageError('a workbook needs at least one line');
      await writeExcelFile(book).toFile(path);
    },
  };
}

function cell(column: Column, value: string | number | null, shade: string | undefined) {
  const style = shade ? { backgroundColor: shade } : {};
  if (value === null || value === '') return shade ? { value: '', type: String, ...style } : null;
  if (column.type === 'text') return { value: clean(String(value)), type: String, ...style };
  if (column.type !== 'amount') return { value: Number(value), type: Number, ...style };
  const text = String(value);
  if (text.replace(/^-?0*|\./g, '').length > MAX_DIGITS) return { value: text, type: String, ...style };
  const decimals = text.split('.')[1]?.length ?? 0;
  return { value: Number(text), type: Number, format: decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0', ...style };
}

/** XML has no place for control characters. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
