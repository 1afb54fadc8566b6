import { label } from './text.js';

/**
 * What a cell of an amount column holds.
 * - blank: nothing is printed;
 * - amount: a number, `value` is exact: sign, digits and decimals as printed, separators and stray spaces gone;
 * - mark: a sign for "none" (— / … *), a placeholder (XX), never data;
 * - text: anything else, and `doubtful` says that it was meant to be a number but is not well formed, or is not shown (####).
 */
export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly value: string }
  | { readonly kind: 'mark' }
  | { readonly kind: 'text'; readonly doubtful: boolean };

const MARK = /^(?:[-—–―─－_~～]+|[.。…·]{2,}|[/\\*]+|[Xx×]+(?:\.[Xx×]+)?|无|-)$/u;
/** The reference to a note behind a number: NFKC would make a digit of it. */
const NOTE_MARK = /(?<=\d)[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2473\u2776-\u2793]$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
const BARE_FRACTION = /^\.\d+$/;

/**
 * Reads the text of an amount cell. Rules of form: full-width digits and marks are folded (NFKC), white space goes,
 * `,` must stand in groups of three where it stands at all, a negative is -1.23, −1.23, (1.23), 1.23- or △1.23.
 * A raised or circled number behind the last digit refers to a note. A percentage, a range, a date or a number with a unit is text, not an amount.
 */
export function readAmount(printed: string): CellContent {
  const raw = label(printed);
  if (raw === '') return { kind: 'blank' };
  if (MARK.test(raw)) return { kind: 'mark' };
  let text = raw
    .replace(NOTE_MARK, '')
    .normalize('NFKC')
    .replace(/[，﹐､、']/g, ',')
    .replace(/[。．｡·]/g, '.')
    .replace(/[−﹣－–]/g, '-')
    .replace(/^[¥￥]/, '');
  // ¥ - is how spreadsheets print nothing.
  if (MARK.test(text)) return { kind: 'mark' };
  let negative = false;
  const bracketed = /^\(([^()]*)\)$/.exec(text);
  if (bracketed) {
    negative = true;
    text = bracketed[1]!;
  } else if (/^[-△▲]/.test(text)) {
    negative = true;
    text = text.slice(1);
  } else if (/^[\d.,]+-$/.test(text)) {
    negative = true;
    text = text.slice(0, -1);
  } else if (text.startsWith('+')) text = text.slice(1);
  if (MARK.test(text)) return { kind: 'mark' };
  if (!GROUPED.test(text) && !PLAIN.test(text) && !BARE_FRACTION.test(text)) {
    return { kind: 'text', doubtful: /^#+$/.test(text) || (/\d/.test(text) && /^[\d.,()+-]+$/.test(text)) };
  }
  const digits = text.replace(/,/g, '');
  const value = digits.startsWith('.') ? `0${digits}` : digits;
  // Decimal digits only: a leading zero before another digit is a code or a line number, not an amount.
  if (/^0\d/.test(value)) return { kind: 'text', doubtful: true };
  return { kind: 'amount', value: negative && /[1-9]/.test(value) ? `-${value}` : value };
}

export type Unit = '万元' | '元';

/** Reads the text of an amount cell that may print its unit behind the number, as 123.45万元, or behind a sign for none, as ——万元; `unit` is what it prints, null without. */
export function readMoney(printed: string): { readonly content: CellContent; readonly unit: Unit | null } {
  const found = /^(.+?)(万?元)$/su.exec(label(printed));
  const content = found ? readAmount(found[1]!) : undefined;
  if (content?.kind === 'amount' || content?.kind === 'mark') return { content, unit: found![2] as Unit };
  return { content: readAmount(printed), unit: null };
}

/** Lines of one text without the unit at its end, which may be broken over two. */
const withoutUnit = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replace(/(?<=[\d)]\n?)(万\n?)?元$/u, '')
    .split('\n')
    .filter((l) => l !== '');

/** True where a text that is spread over lines of a cell can only be one number: however the lines are parted, some part is none. */
export function isOneNumberOverLines(lines: readonly string[]): boolean {
  const parts = withoutUnit(lines.map((l) => label(l).normalize('NFKC')));
  if (parts.length < 2) return true;
  const whole = parts.join('');
  if (readAmount(whole).kind !== 'amount') return false;
  if (/^\.\d+$/.test(parts.at(-1)!) && parts.length === 2) return !parts[0]!.includes('.');
  // 29,289.7 over 3: amounts have two decimals, or four or six.
  if (parts.length === 2 && /\.(\d|\d{3,5})$/.test(parts[0]!) && /\.(\d\d){1,3}$/.test(whole)) return true;
  return !areSeveral(parts);
}

/** Whether lines can be read as two numbers or more, each of whole lines. */
function areSeveral(lines: readonly string[]): boolean {
  const isOwn = (from: number, to: number): boolean => {
    const text = lines.slice(from, to).join('');
    return !text.startsWith('.') && readAmount(text).kind === 'amount';
  };
  // For each place between lines: whether all before it are numbers.
  const whole = [true];
  for (let to = 1; to <= lines.length; to++)
    whole.push(whole.some((ok, from) => ok && to - from < lines.length && isOwn(from, to)));
  return whole[lines.length]!;
}
