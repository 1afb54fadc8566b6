/** Chinese characters take two places. */
const width = (text) => [...text].reduce((n, c) => n + (c.codePointAt(0) >= 0x2e80 ? 2 : 1), 0);
const pad = (text, to) => text + ' '.repeat(Math.max(0, to - width(text)));

/** Rows as aligned columns under their names. */
export function rowsToText(rows) {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, i) => Math.max(...lines.map((line) => width(line[i]))));
  return lines
    .map((line) =>
      line
        .map((text, i) => pad(text, widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The queries of a page and what it says that they give: a block of sql, and the block after it. */
export const EXAMPLE = /```sql\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/g;
