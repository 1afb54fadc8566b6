/** The numbers 一 to 九十九 that number the rows of a form. */
const ORDINALS = '一二三四五六七八九十';

/** 十二 as 12. */
export function ordinalOf(text: string): number {
  const tens = text.indexOf('十');
  if (tens < 0) return ORDINALS.indexOf(text) + 1;
  const before = tens === 0 ? 1 : ORDINALS.indexOf(text[0]!) + 1;
  return 10 * before + (text.length > tens + 1 ? ORDINALS.indexOf(text[tens + 1]!) + 1 : 0);
}

/** 12 as 十二. */
export function chineseNumber(n: number): string {
  const ten = Math.floor(n / 10);
  const one = n % 10;
  return `${ten === 0 ? '' : ten === 1 ? '十' : `${ORDINALS[ten - 1]}十`}${one === 0 ? '' : ORDINALS[one - 1]}`;
}
