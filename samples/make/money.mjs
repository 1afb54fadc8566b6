// Money is a whole number of 分 (0.01 元); each printed amount is rounded from it on its own.

/** Yuan as written in accounts.mjs → 分. */
export const fen = (yuan) => Math.round(yuan * 100);
export const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0);

function decimals(hundredths) {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const grouped = (text) => text.replace(/\B(?=(\d{3})+\.)/g, ',');

/** 分 → 万元 with two decimals, half up: 124537000 → 124.54 */
export const wan = (amount) => decimals(Math.sign(amount) * Math.round(Math.abs(amount) / 1e4));
export const wanGrouped = (amount) => grouped(wan(amount));
export const yuanGrouped = (amount) => grouped(decimals(amount));
/** 1,245.37 → 1, 245. 37 as some word processors set it. */
export const spaced = (text) => text.replace(/([,.])/g, '$1 ');
/** A share of a whole in per cent with two decimals. */
export const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)}%`;

/** A printed amount → the plain figure: 1, 245. 37 → 1245.37 */
export const plain = (text) => text.replace(/[\s,]/g, '');
