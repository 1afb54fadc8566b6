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
/** The least share of real pages is 0.27, and a mapping that is wrong for one of several fonts leaves up to 0.2. */
const MIN_FREQUENT = 0.22;
const ENOUGH_HAN = 60;
/** What never stands in a Chinese word: letters of European languages with their marks, and some signs. (Others do: ¥, ±, °, §, ², ×.) */
const FOREIGN = /[¡¢£¤¦©ª¬¯¶¸¹º¼½¾¿\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f^{}]/;
/** What the marks before paragraphs, drawn in a font of symbols, read like. */
const BULLET = /[Øüß§¤¨²³¹]/;
/** A letter stands in a word (A级, 甲B区), and many do not. X is a placeholder. */
const LETTER = /[A-WYZa-wyz|]/;
/** Letters and signs that no Chinese font draws as wide as a Han character: beside digits that are narrow, they stand for one. */
const NARROW = /[A-WYZa-wyz|{}«^_`]/;
const WIDE = 0.98;
/** Codes of a font that read as Latin: what Chinese print has none of, and what it has less of than of Han characters. */
const ODD = /[!#$&?@\\^`|{}\u00c0-\u024f]/;
const MIN_ODD = 8;
const MAX_ODD = 0.04;
const LATIN = /[!-$&'<-WYZ[-^`-wyz{-~\u00a1-\u00b6\u00b8-\u024f]/;
const MIN_LATIN = 12;
const SIGNS = 0.12;
const MIN_LETTERS = 3;
const MAX_LETTERS = 0.015;
/** Characters that are in no accounts but in a name: CJK extension A. */
const MIN_RARE = 3;
const MAX_RARE = 0.02;
/** More capitals than digits: digits that read as letters (QOQS for 2024). */
const MIN_CAPITALS = 10;
const FEW_CAPITALS = 4;
const MAX_CAPITALS = 0.1;
/** A cover has so many characters; a drawing beside text has no more shapes than the text has characters. */
const MIN_OUTLINES = 12;
const OUTLINES_PER_GLYPH = 3;
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
  const n = census(page.glyphs);
  const untrusted = (reason: string): TextLayer => ({ worth: 'untrusted', reason });
  // Spaces, too, read like control characters.
  if (n.controls >= MIN_GLYPHS && n.controls > n.han) return untrusted('it holds control or private-use characters');
  if (n.all < MIN_GLYPHS)
    return page.pictureShare > PASTED || isOutlined(page) ? { worth: 'none' } : { worth: 'usable' };
  if (isOutlined(page)) return untrusted('most of its print is drawn as outlines');
  if (page.pictureShare >= COVERED && ((page.hiddenShare ?? 0) > 0.5 || page.rules.length < RULED))
    return untrusted('it lies over a picture of the page, which shows what is printed');
  if (n.unmapped > MAX_UNMAPPED * n.all) return untrusted('its fonts give no Unicode for what they draw');
  if (n.strange > MAX_STRANGE * n.all) return untrusted('it holds control or private-use characters');
  // The address in the margin of a page that a browser printed has few signs.
  const isLatin = n.latin >= MIN_LATIN && n.latin > n.han && n.odd > SIGNS * n.latin;
  if (isLatin || (n.odd >= MIN_ODD && n.odd > MAX_ODD * n.han))
    return untrusted('characters of other scripts stand for most of its Chinese ones');
  if (
    n.foreign > 0 ||
    (n.wide > 0 && n.wideDigits === 0 && n.digits > 0) ||
    (n.letters >= MIN_LETTERS && n.letters > MAX_LETTERS * n.han)
  )
    return untrusted('characters of other scripts stand for some of its Chinese ones');
  const lettered = n.digits === 0 && n.capitals >= FEW_CAPITALS && n.capitals > MAX_CAPITALS * n.all;
  if (lettered || (n.capitals >= MIN_CAPITALS && n.capitals > n.digits))
    return untrusted('it has more capital letters than digits');
  if ((n.han >= ENOUGH_HAN && n.frequent < MIN_FREQUENT * n.han) || (n.rare >= MIN_RARE && n.rare > MAX_RARE * n.han))
    return untrusted('the frequencies of its characters are not those of Chinese');
  if (n.all < FEW_GLYPHS && hasPastedTable(page))
    return untrusted('a picture on it holds what its text names: a table');
  return { worth: 'usable' };
}

/** Whether the print of a page, or most of it, was made into drawings. */
export const isOutlined = ({ outlines = 0, glyphs }: Page): boolean =>
  outlines >= MIN_OUTLINES && outlines > OUTLINES_PER_GLYPH * glyphs.length;

/** How many characters of each kind a page has; `foreign`, `letters` and `wide` only those that stand by a Han one as if they were of its word. */
function census(glyphs: Page['glyphs']) {
  const n = {
    all: 0,
    unmapped: 0,
    strange: 0,
    han: 0,
    frequent: 0,
    rare: 0,
    digits: 0,
    capitals: 0,
    foreign: 0,
    letters: 0,
    wide: 0,
    wideDigits: 0,
    latin: 0,
    odd: 0,
    controls: 0,
  };
  for (let i = 0; i < glyphs.length; i++) {
    const { char, unmapped } = glyphs[i]!;
    const code = char.codePointAt(0)!;
    if (code <= 0x20 && code !== 0 && !unmapped) {
      if (!isBlank(code)) n.controls++;
      continue;
    }
    if (code === 0xa0 || code === 0x3000) continue;
    n.all++;
    if (unmapped) n.unmapped++;
    if (code >= 0x30 && code <= 0x39) {
      n.digits++;
      if (isWide(glyphs[i]!)) n.wideDigits++;
    } else if (code >= 0x3400 && code <= 0x9fff) {
      n.han++;
      if (code < 0x4e00) n.rare++;
      else if (FREQUENT.has(char)) n.frequent++;
    } else if (isStrange(code)) n.strange++;
    else if (code < 0x370) {
      if (code >= 0x41 && code <= 0x5a && code !== 0x58) n.capitals++;
      if (LATIN.test(char)) n.latin++;
      if (ODD.test(char)) n.odd++;
      if (NARROW.test(char) && isWide(glyphs[i]!) && isByHan(glyphs, i, -1))
        // Behind a quotation mark there is text.
        n.wide += char === '«' && isByHan(glyphs, i, 1) ? 0 : 1;
      if (FOREIGN.test(char)) {
        if (isByHan(glyphs, i, -1) || (isByHan(glyphs, i, 1) && !BULLET.test(char))) n.foreign++;
      } else if (LETTER.test(char) && isByHan(glyphs, i, -1) && isByHan(glyphs, i, 1)) n.letters++;
    }
  }
  return n;
}

/** White space, and the mark that PDFium puts for a hyphen at the end of a line. */
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x02;

const isStrange = (code: number): boolean =>
  code < 0x20 ||
  code === 0xfffd ||
  (code >= 0x7f && code < 0xa0) ||
  (code >= 0xe000 && code <= 0xf8ff) ||
  code >= 0xf0000;

/** Whether the character before or behind is a Han one that stands beside it on its line. */
function isByHan(glyphs: Page['glyphs'], at: number, step: -1 | 1): boolean {
  const [own, other] = [glyphs[at]!, glyphs[at + step]];
  if (!other || !isHan(other.char) || Math.abs(other.baseline - own.baseline) > own.size / 2) return false;
  return Math.abs(step < 0 ? own.x0 - other.x1 : other.x0 - own.x1) < own.size;
}

const isWide = ({ x0, y0, x1, y1, size, turn }: Page['glyphs'][number]): boolean =>
  (turn % 2 === 0 ? x1 - x0 : y1 - y0) >= WIDE * size;

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
