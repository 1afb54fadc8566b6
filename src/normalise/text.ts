/** How printed Chinese is compared and kept: white space, radicals, widths, brackets and quotes. */

/** CJK radicals (U+2E80 to U+2EFF) that PDF fonts give for the character itself; NFKC folds the Kangxi block only. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺀': '冫',
  '⺃': '乚',
  '⺅': '亻',
  '⺈': '刀',
  '⺉': '刂',
  '⺋': '巳',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺏': '尢',
  '⺐': '尢',
  '⺒': '巳',
  '⺓': '幺',
  '⺔': '彑',
  '⺖': '忄',
  '⺗': '心',
  '⺘': '扌',
  '⺙': '攵',
  '⺛': '旡',
  '⺝': '月',
  '⺞': '歹',
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '水',
  '⺣': '灬',
  '⺤': '爪',
  '⺥': '爫',
  '⺦': '丬',
  '⺧': '牛',
  '⺨': '犭',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺰': '纟',
  '⺱': '网',
  '⺲': '罒',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺹': '老',
  '⺺': '聿',
  '⺻': '聿',
  '⺼': '月',
  '⺽': '臼',
  '⺾': '艹',
  '⺿': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '西',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻇': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻊': '足',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '金',
  '⻑': '长',
  '⻒': '长',
  '⻓': '长',
  '⻔': '门',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻞': '食',
  '⻟': '食',
  '⻠': '饣',
  '⻡': '首',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龟',
  '⻲': '龟',
  '⻳': '龟',
};

/** Folds radical code points to the characters that they show: ⻔ to 门, ⼀ to 一. Everything else stays as it is. */
export function foldRadicals(text: string): string {
  if (!/[\u2e80-\u2fdf]/.test(text)) return text;
  return text.replace(/[\u2e80-\u2fdf]/g, (c) => RADICALS[c] ?? c.normalize('NFKC'));
}

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/** A printed label without white space; nothing else changed but radicals. */
export function label(text: string): string {
  return foldRadicals(text).replace(INVISIBLE, '');
}

/** What `comparable` made of the last texts: the stages of a document ask for each a dozen times. */
const known = new Map<string, string>();
const KNOWN = 4096;

/** The form in which labels and titles are compared: no white space, NFKC, one kind of quotes and brackets, 决 for 決. */
export function comparable(text: string): string {
  // Most labels and amounts are in that form already.
  if (/^[\u4e00-\u6c79\u6c7b-\u9fff\d,.:()]*$/.test(text)) return text;
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = label(text)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/["'“”‘’「」『』〝〞″]/g, '"')
    .replace(/[【〔［[]/g, '(')
    .replace(/[】〕］\]]/g, ')')
    .replace(/決/g, '决')
    .replace(/[·•﹒・]/g, '.')
    .replace(/[—–－―─]/g, '-');
  if (known.size >= KNOWN) known.clear();
  known.set(text, made);
  return made;
}

/** Page numbers and running marks: 12, - 12 -, —12—, 第12页, 第 1 页 共 20 页, 12/45. */
export function isPageNumber(line: string): boolean {
  return /^[-—–－―.·]*\d{1,4}[-—–－―.·]*$|^第\d+页(?:[,，/]?共\d+页)?$|^\d+\/\d+$/.test(line);
}
