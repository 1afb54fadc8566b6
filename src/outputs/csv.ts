/**
 * RFC 4180: fields with a comma, a quote or a line break are quoted; lines end in LF. `forExcel` keeps Excel from running a text
 * as a formula; without it every field stands as printed.
 */
export function csvLine(fields: readonly (string | number | null)[], forExcel = false): string {
  return `${fields.map((f) => field(f, forExcel)).join(',')}\n`;
}

/** Lines of facts as CSV with a head line: the columns in the order given. */
export function linesToCsv<C extends string>(
  columns: readonly C[],
  lines: Iterable<Readonly<Partial<Record<C, string | number | null>>>>,
): string {
  const out = [csvLine(columns)];
  for (const line of lines) out.push(csvLine(columns.map((column) => line[column] ?? null)));
  return out.join('');
}

function field(value: string | number | null, forExcel: boolean): string {
  if (typeof value === 'number' || value === null) return String(value ?? '');
  const text = forExcel ? harmless(value) : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The byte order mark by which Excel knows UTF-8. */
export const BOM = '\uFEFF';

const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A figure with its sign, or nothing but strokes: no program takes them for a formula. */
const HARMLESS = /^[+-]?[\d.,]*%?$|^[-－=]+$/;

/** Excel runs a text that begins like a formula (OWASP, CSV injection): an apostrophe before it keeps it a text. */
function harmless(text: string): string {
  return STARTS_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}
