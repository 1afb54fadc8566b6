/** A number with its unit in folded text: [from, to) is the number, `end` is behind the unit. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** As printed, separators removed. */
  readonly value: string;
  /** Empty where none is printed behind an amount or a share. */
  readonly unit: string;
  readonly kind: 'money' | 'percent' | 'count' | 'score';
}

/** 7，589.42: a Chinese comma between digits in threes is a separator (pictures, and what people type); other numbers it does not join. */
const NUMBER = String.raw`-?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const STOP = '(?=[(，,。;；、]|$)';
/** 国内公务接待支出0.40万: 元 is left out. */
const MONEY = `亿元|万元|元|万${STOP}`;
const COUNT = String.raw`台\(套\)|\(台\)套|\(台、套\)|台套|批次|人次|人数|个|批|次|人|辆|台|套|项|户|名|家`;
const QUANTITY = new RegExp(
  String.raw`(?<![\d.\-]|(?<!\.\d)\d[,，])(${NUMBER})(?:(${MONEY})|(%)(?!个?点)|(${COUNT})|(分)(?!别|析|类|配|散|公|项|批|之)|(?=[，。;、,和与]|$))`,
  'g',
);
/** What stands before numbers that go to several subjects in their order, and what they measure: 分别为, 各减少. */
export const RESPECTIVELY = /(?:分别|各自?)([^，,。;:、\d]{0,24})$/;
/** 分别为10.00、12.00万元: the unit is printed once, behind the last of them. */
const UNIT_OF_LIST = new RegExp(`^(?:(?:[、,，和与]|以及)${NUMBER})+(亿元|万元|元|%)`);
/** 年初预算为0，支出决算为4.19。占76.23;: figures though no unit stands behind them. */
const BARE: readonly (readonly [RegExp, Quantity['kind']])[] = [
  [/(?:预算|决算)(?:数)?(?:为|是)?$/, 'money'],
  [/占(?:比)?(?:为)?$/, 'percent'],
];

/** The numbers with a unit in a text, and those that can only lack theirs. Years, numberings and percentage points are none. */
export function quantitiesIn(text: string): Quantity[] {
  const out: Quantity[] = [];
  for (const m of text.matchAll(QUANTITY)) {
    const [whole, number, money, percent, count, score] = m;
    const printed = money ?? percent ?? count ?? score;
    const bare = printed === undefined ? BARE.find(([words]) => words.test(text.slice(0, m.index)))?.[1] : undefined;
    const unit = printed ?? (bare ? '' : unitOfList(text, m.index, m.index + whole.length, out.at(-1)));
    if (unit === undefined) continue;
    // 第1个, 2024年12个月
    if (count === '个' && /^(?:百分点|月)/.test(text.slice(m.index + whole.length))) continue;
    if (text[m.index - 1] === '第') continue;
    out.push({
      from: m.index,
      to: m.index + number!.length,
      end: m.index + whole.length,
      value: number!.replace(/[,，]/g, ''),
      unit: unit === '万' ? '万元' : unit,
      kind: bare ?? (count ? 'count' : score ? 'score' : unit === '%' ? 'percent' : 'money'),
    });
  }
  return out;
}

/** The unit behind the last number of the list that a number without one stands in. */
function unitOfList(text: string, from: number, to: number, before: Quantity | undefined): string | undefined {
  const goesOn = before?.end === before?.to && before?.end === from - 1 && before?.unit !== '';
  return goesOn || RESPECTIVELY.test(text.slice(0, from)) ? UNIT_OF_LIST.exec(text.slice(to))?.[1] : undefined;
}

/** A price, or what each costs (人均因公出国(境)费用, 车均运行维护费): none of the amounts that the tables print. */
export const isThreshold = (text: string, q: Quantity): boolean =>
  q.kind === 'money' &&
  (/[人车次批团]均[^，,。;:、]{0,16}$/u.test(text.slice(0, q.from)) ||
    /(?:单价|单位价值|价值|单台|单件)(?:在|为)?$/.test(text.slice(0, q.from)) ||
    /^\(?含?\)?(?:以上|\(含\)以上)/.test(text.slice(q.end)));
