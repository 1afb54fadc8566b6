// Compares a document with the truth of its amount cells: looked up by table, section, code (else name) and column; rows that share a key
// are told apart by their order.
import { factsOf } from '../dist/outputs/facts.js';

/** The rows of a CSV with a head, as objects. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (const c of text.replace(/^\ufeff/, '').replace(/\r\n/g, '\n')) {
    if (quoted && c !== '"') field += c;
    else if (c === '"') {
      if (!quoted && field !== '') field += '"';
      quoted = !quoted;
    } else if (c === ',' || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += c;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  const [head, ...body] = rows;
  return body.filter((r) => r.length > 1).map((r) => Object.fromEntries(head.map((h, i) => [h, r[i] ?? ''])));
}

const plain = (text) => text.normalize('NFKC').replace(/\s+/g, '').replace(/[“”"]/g, '"');
const number = (text) =>
  /^-?\d+(\.\d+)?$/.test(text) && /\./.test(text) ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

function index(cells) {
  const out = new Map();
  const seen = new Map();
  for (const c of cells) {
    if (!c.column) continue;
    const key = `${c.table}|${c.section}|${c.code ? `#${c.code}` : plain(c.name)}|${c.column}`;
    const k = seen.get(key) ?? 0;
    seen.set(key, k + 1);
    out.set(`${key}|${k}`, c);
  }
  return out;
}

/** `document` undefined: nothing was read, and that was said. */
export function scoreOf(document, truth) {
  const count = { cells: 0, right: 0, disputed: 0, confirmed: 0, wrong: 0, missing: 0, extra: 0, silent: 0, false: 0 };
  const errors = [];
  const facts = document ? [...factsOf(document)] : [];
  const warned = new Set(
    document?.tables.filter((t) => t.status === 'partial' || t.status === 'missing').map((t) => t.key),
  );
  const want = index(truth);
  const have = index(facts.map((f) => ({ ...f, value: f.value ?? '' })));
  const note = (kind, key, expected, got, fact) => {
    const silent = document !== undefined && fact?.standing !== 'disputed' && !warned.has(key.split('|')[0]);
    count[kind]++;
    if (silent) count.silent++;
    if (fact?.standing === 'confirmed') {
      count.false++;
      kind = `confirmed ${kind}`;
    }
    errors.push(`${silent ? 'silent ' : ''}${kind} ${key}: printed ${expected || 'nothing'}, read ${got || 'nothing'}`);
  };
  for (const [key, t] of want) {
    const f = have.get(key);
    if (t.value === '') {
      if (f && f.value !== '') note('extra', key, '', f.value, f);
      continue;
    }
    count.cells++;
    if (!f || f.value === '') note('missing', key, t.value, '', f);
    else if (number(f.value) !== number(t.value)) note('wrong', key, t.value, f.value, f);
    else {
      count.right++;
      if (f.standing === 'disputed') count.disputed++;
      if (f.standing === 'confirmed') count.confirmed++;
    }
  }
  for (const [key, f] of have) if (!want.has(key) && f.value !== '') note('extra', key, '', f.value, f);
  return { count, errors };
}
