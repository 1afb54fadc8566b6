// What of the truth stands in rows of cells.
//
// in its row: a row has a cell with the row's code or name (or both run together), and a cell that is the amount.
// in its cell: and within the table that cell stands in the column in which most amounts of its truth column stand.
// A table is whole if every amount of it is in its cell. Separators, white space and width do not count. Rows may come from anywhere in the
// document: a peer need not tell the tables apart, nor name them.

const plain = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/[\s,，]/g, '');

export function measure(rows, truth) {
  const cells = rows.map((row) => row.map(plain));
  const byLabel = new Map();
  cells.forEach((row, i) => {
    for (const cell of new Set(row)) byLabel.set(cell, [...(byLabel.get(cell) ?? []), i]);
  });
  const wanted = truth.filter((t) => t.value !== '' && t.column !== '');
  /** For each amount: columns in which it stands, in rows of its label. */
  const found = wanted.map((t) => {
    const code = plain(t.printed_code || t.code);
    const name = plain(t.name);
    const labels = new Set([code, name, code + name].filter((l) => l !== ''));
    const own = [...labels].flatMap((l) => byLabel.get(l) ?? []);
    const amount = plain(t.value);
    return own.flatMap((i) => cells[i].flatMap((cell, c) => (cell === amount ? [c] : [])));
  });
  const usual = new Map();
  const keyOf = (t) => `${t.table}|${t.section}|${t.column}`;
  wanted.forEach((t, i) => {
    const counts = usual.get(keyOf(t)) ?? new Map();
    usual.set(keyOf(t), counts);
    for (const c of new Set(found[i])) counts.set(c, (counts.get(c) ?? 0) + 1);
  });
  let inRow = 0;
  let inCell = 0;
  const whole = new Map();
  wanted.forEach((t, i) => {
    const [column] = [...usual.get(keyOf(t))].sort((a, b) => b[1] - a[1])[0] ?? [];
    const right = found[i].includes(column);
    if (found[i].length > 0) inRow++;
    if (right) inCell++;
    whole.set(t.table, (whole.get(t.table) ?? true) && right);
  });
  return {
    amounts: wanted.length,
    inRow,
    inCell,
    tables: whole.size,
    whole: [...whole.values()].filter(Boolean).length,
  };
}
