import type { Page } from './page.js';

/** What a page's text layer is worth: `usable`, `none` (a picture or nothing is shown), or `untrusted` with the reason. */
export type TextLayer =
  | { readonly worth: 'usable' }
  | { readonly worth: 'none' }
  | { readonly worth: 'untrusted'; readonly reason: string };

/** The 150 characters that make up about half of any text of final accounts; a garbled mapping does not hit them. */
const FREQUENT = new Set(
  '的一是在和有人大为公年中工用国要作生到出于不部行政会务单位合支收入算决预财费项目度情况表数本总计其他基金经营性资产结转余上下级业以对及等理发展管理机关保障社区住房医疗教育科学技术文化体育传媒健康卫生服务购买设备办公差旅培训接待车辆运行维护货物工程安全信息共般共般无元万因增加减少主原比较占成完成功能分类款按照注明部',
);

const MIN_GLYPHS = 5;
const MAX_UNMAPPED = 0.1;
const MAX_STRANGE = 0.05;
const MIN_FREQUENT = 0.12;
/** What never stands in a Chinese word: letters of European languages with their marks, and brackets of programs. (× and ÷ do.) */
const FOREIGN = /[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u036f^`{}\\]/;
const MAX_FOREIGN = 0;
/** What the marks before paragraphs, drawn in a font of symbols, read like. */
const BULLET = /[Øüß§¤¨²³¹]/;
/** A letter stands in one (A级, 甲B区, 20XX年), and many do not. */
const LETTER = /[A-WYZa-wyz|]/;
const MIN_LETTERS = 3;
const MAX_LETTERS = 0.015;
/** A picture of this share of the page is a scan of it, unless the page draws rules and prints its text over it. */
const COVERED = 0.6;
const RULED = 4;
/** A picture of this share of the page can hold a table. */
const PASTED = 0.12;
/** The title of a table, its number, its unit: what stands over a table that is pasted as a picture. */
const OVER_TABLE = /决算(?:总|明细|情况)?表|公开\d{1,2}表|单位:?(?:人民币)?万?元/g;
/** Contents name so many tables. */
const CONTENTS = 4;
/** A title, the line under it and notes are no longer; text with a chart in it is. */
const FEW_GLYPHS = 250;

/** Judges one page. Never trust a layer because it is there: what it says must look like Chinese print. */
export function judgeTextLayer(page: Page): TextLayer {
  let count = 0;
  let unmapped = 0;
  let strange = 0;
  let han = 0;
  let frequent = 0;
  let foreign = 0;
  let letters = 0;
  for (const [i, g] of page.glyphs.entries()) {
    const code = g.char.codePointAt(0)!;
    if (code <= 0x20 && code !== 0 && !g.unmapped) continue;
    if (code === 0xa0 || code === 0x3000) continue;
    count++;
    if (g.unmapped) unmapped++;
    if (
      code < 0x20 ||
      code === 0xfffd ||
      (code >= 0x7f && code < 0xa0) ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      code >= 0xf0000
    )
      strange++;
    if (code >= 0x3400 && code <= 0x9fff) {
      han++;
      if (FREQUENT.has(g.char)) frequent++;
    } else if (FOREIGN.test(g.char)) {
      if (isByHan(page.glyphs, i, -1) || (isByHan(page.glyphs, i, 1) && !BULLET.test(g.char))) foreign++;
    } else if (LETTER.test(g.char) && isByHan(page.glyphs, i, -1) && isByHan(page.glyphs, i, 1)) letters++;
  }
  if (count < MIN_GLYPHS) return page.pictureShare > PASTED ? { worth: 'none' } : { worth: 'usable' };
  if (page.pictureShare >= COVERED && ((page.hiddenShare ?? 0) > 0.5 || page.rules.length < RULED))
    return { worth: 'untrusted', reason: 'it lies over a picture of the page, which shows what is printed' };
  if (unmapped > MAX_UNMAPPED * count)
    return { worth: 'untrusted', reason: 'its fonts give no Unicode for what they draw' };
  if (strange > MAX_STRANGE * count)
    return { worth: 'untrusted', reason: 'it holds control or private-use characters' };
  if (foreign > MAX_FOREIGN || (letters >= MIN_LETTERS && letters > MAX_LETTERS * han))
    return { worth: 'untrusted', reason: 'characters of other scripts stand for some of its Chinese ones' };
  if (han >= 60 && frequent < MIN_FREQUENT * han) {
    return { worth: 'untrusted', reason: 'the frequencies of its characters are not those of Chinese' };
  }
  if (count < FEW_GLYPHS && hasPastedTable(page))
    return { worth: 'untrusted', reason: 'a picture on it holds what its text names: a table' };
  return { worth: 'usable' };
}

/** Whether the character before or behind is a Han one that stands beside it on its line. */
function isByHan(glyphs: Page['glyphs'], at: number, step: -1 | 1): boolean {
  const [own, other] = [glyphs[at]!, glyphs[at + step]];
  if (!other || !isHan(other.char) || Math.abs(other.baseline - own.baseline) > own.size / 2) return false;
  return Math.abs(step < 0 ? own.x0 - other.x1 : other.x0 - own.x1) < own.size;
}

const isHan = (char: string): boolean => char >= '\u3400' && char <= '\u9fff';

/** Whether a page names a table, draws none, and shows a picture: tables of spreadsheets are pasted into documents so. */
function hasPastedTable({ glyphs, pictureShare, rules }: Page): boolean {
  if (pictureShare < PASTED || rules.length >= RULED) return false;
  const text = glyphs
    .map((g) => g.char)
    .join('')
    .normalize('NFKC')
    .replace(/\s/g, '');
  const named = text.match(OVER_TABLE)?.length ?? 0;
  return named > 0 && named < CONTENTS;
}
