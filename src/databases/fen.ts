/** 分 in one 万元 and one 元, as powers of ten. */
const POWER: Readonly<Record<string, number>> = { 万元: 6, 元: 2 };
const MOST = 2n ** 63n - 1n;

/**
 * An amount in 分, exact: digits are moved, nothing is calculated. Null where it is blank, the unit is not known, it is no
 * whole number of 分, or it is beyond a 64-bit integer.
 */
export function amountToFen(value: string | null, unit: string | null): string | null {
  const power = unit === null ? undefined : POWER[unit];
  const parsed = value === null ? null : /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (power === undefined || !parsed) return null;
  const [, sign, whole, decimals = ''] = parsed;
  if (/[^0]/.test(decimals.slice(power))) return null;
  const fen = BigInt(`${whole}${decimals.slice(0, power).padEnd(power, '0')}`);
  if (fen > MOST) return null;
  return String(sign === '-' ? -fen : fen);
}

/** 分 in one unit of the last decimal that any of these amounts prints, at least 1; null where that cannot be told. */
export function stepInFen(values: Iterable<string | null>, unit: string | null): number | null {
  const power = unit === null ? undefined : POWER[unit];
  if (power === undefined) return null;
  let decimals = -1;
  for (const value of values) if (value !== null) decimals = Math.max(decimals, value.split('.')[1]?.length ?? 0);
  return decimals < 0 ? null : 10 ** Math.max(0, power - decimals);
}

/** The digits as a decimal column gives them back: no leading zeros, no sign before nought; decimals as printed. */
export function canonicalDecimal(value: string | null): string | null {
  if (value === null) return null;
  const plain = value.replace(/^(-?)0+(?=\d)/, '$1');
  return /^-[0.]+$/.test(plain) ? plain.slice(1) : plain;
}
