import { catalog } from '../catalog/catalog.js';
import { CLASS_NAMES } from '../catalog/functionalClasses.js';
import type { Scope } from './scopes.js';

/** Wordings of one subject: what stands in the text, and the key that a statement carries. The first that fits counts. */
type Wording = readonly [words: string, key: string];

const BOTH =
  '(?:收入(?:决算)?(?:总计)?(?:、|和|与|及)?支出|收(?:、)?支)(?:决算)?(?:的)?(?:总计|总决算|总额|总数)(?:决算)?';

/** Words behind others, or not behind them. What comes first in a pattern is what is looked for: with the words there, most places of a text are passed over fast. */
const behind = (before: string, words: string): string => `${words}(?<=(?:${before})${words})`;
const notBehind = (before: string, words: string): string => `${words}(?<!(?:${before})${words})`;

/** 增加…, 同比增加…, 与2023年度决算数相比增加…: what makes 收入 and 支出 alone the whole of their section. */
const CHANGE = '(?:同比|(?:比|较|与|同)(?:20\\d\\d年度?|上年度?|去年)(?:决算)?数?(?:相比)?，?)?(?:增|减|下降)';
const IS_CHANGE = new RegExp(`^${CHANGE}`);

const AN_AMOUNT = '(?:为)?[\\d,.]{1,16}[亿万]?元';

/** The beginning of a paragraph, numbered or not. */
const OPENS = '^(?:\\([一二三四五六七八九十\\d]+\\)|\\d{1,2}[.、])?';

const OF_FUNDS = `${AN_AMOUNT}[(，](?:其中:?)?[^()。]{0,60}`;
const FUNDS = { general: '一般公共', fund: '政府性基金', capital: '国有资本经营' } as const;

/** Totals, sources and uses: the rows of the summary tables and the columns of the tables of revenue and expenditure. */
const ROWS: readonly Wording[] = [
  [`财政拨款${BOTH}`, 'appropriation_grand'],
  ['财政拨款(?:收入支出|收支)(?:总体|总体情况)?(?=与|较|比|同)', 'appropriation_grand'],
  ['财政拨款(?:收入|支出)(?:总计|总决算)(?:、支出总计)?', 'appropriation_grand'],
  [BOTH, 'balance_grand'],
  ['收入总计(?:、|和|与)支出总计', 'balance_grand'],
  ['总收支|总收入(?:、|和|与|及)总支出', 'balance_grand'],
  ['收入(?:决算)?(?:总计|总额|总数)|收入总决算|总收入', 'revenue_grand'],
  ['支出(?:决算)?(?:总计|总额|总数)|支出总决算|总支出|今年支出', 'expenditure_grand'],
  ['一般公共预算(?:财政)?拨款基本支出|财政拨款基本支出', 'basic'],
  ['一般公共预算(?:财政)?拨款项目支出|财政拨款项目支出', 'project'],
  ['一般公共预算(?:财政)?拨款(?:本年)?收入', 'general_revenue'],
  ['政府性基金(?:预算)?(?:财政)?拨款(?:本年)?收入', 'fund_revenue'],
  ['国有资本经营(?:预算)?(?:财政)?拨款(?:本年)?收入', 'capital_revenue'],
  ['一般公共预算(?:财政)?(?:拨款)?(?:本年)?(?:总)?支出(?:合计)?', 'general_expenditure'],
  // 政府性基金预算财政拨款收入105.00万元，支出105.00万元 (Shanghai's form, where some print 支出收入).
  [behind(`政府性基金(?:预算)?(?:财政)?拨款收入${AN_AMOUNT}，(?:本年)?`, '支出(?:收入)?'), 'fund_expenditure'],
  [behind(`国有资本经营(?:预算)?(?:财政)?拨款收入${AN_AMOUNT}，(?:本年)?`, '支出(?:收入)?'), 'capital_expenditure'],
  ['政府性基金(?:预算)?(?:财政)?拨款(?:本年)?支出(?:合计)?', 'fund_expenditure'],
  ['国有资本经营(?:预算)?(?:财政)?拨款(?:本年)?支出(?:合计)?', 'capital_expenditure'],
  // Zhejiang: 财政拨款收入4,000.00万元（其中一般公共预算4,000.00万元，政府性基金预算0.00万元）; others 一般公共预算财政拨款 behind a comma.
  ...(['general', 'fund', 'capital'] as const).flatMap((fund): Wording[] => [
    [`${behind(`财政拨款收入${OF_FUNDS}`, `${FUNDS[fund]}(?:预算)?(?:财政拨款)?`)}(?=\\d)`, `${fund}_revenue`],
    [`${behind(`财政拨款支出${OF_FUNDS}`, `${FUNDS[fund]}(?:预算)?(?:财政拨款)?`)}(?=\\d)`, `${fund}_expenditure`],
  ]),
  ['(?:本年)?财政拨款(?:本年)?收入(?:合计)?', 'appropriation_revenue'],
  ['(?:本年)?财政拨款(?:本年)?支出(?:合计)?', 'appropriation_expenditure'],
  ['(?:年初|上年)财政拨款结转(?:和|与|及)?结余(?:资金)?', 'opening'],
  ['年末财政拨款结转(?:和|与|及)?结余(?:资金)?', 'closing'],
  ['(?:本|我)(?:部门|单位|局|委|校|院)收入(?=[为是共\\d])', 'revenue_total'],
  ['(?:本|我)(?:部门|单位|局|委|校|院)支出(?=[为是共\\d])', 'expenditure_total'],
  ['(?:本年度?)?收入(?:决算)?合计|本年度?收入(?!支出|、支出|和支出|与支出|总计)', 'revenue_total'],
  ['(?:本年度?)?支出(?:决算)?合计|本年度?支出(?!总计)|支出(?<=[;，]支出)(?=完成年初预算)', 'expenditure_total'],
  // Fujian: (一)2024年收入4,733.14万元，比2023年决算数增加….
  [`${behind(OPENS, '20\\d\\d年度?(?:本单位|本部门)?收入')}(?=(?:为|共)?\\d)`, 'revenue_total'],
  [`${behind(OPENS, '20\\d\\d年度?(?:本单位|本部门)?支出')}(?=(?:为|共)?\\d)`, 'expenditure_total'],
  // 与2024年度相比，收入增加…，支出减少…: of what the section speaks.
  [`收入(?<=(?:^|[，;。])收入)(?=${CHANGE})`, 'revenue_total'],
  [`支出(?<=(?:^|[，;。])支出)(?=${CHANGE})`, 'expenditure_total'],
  ['上级补助收入', 'superior_subsidy'],
  ['事业收入', 'business'],
  [notBehind('非', '经营收入'), 'operating'],
  ['附属单位(?:上缴|缴款)收入', 'affiliate_remittance'],
  ['其他收入', 'other'],
  ['使用非财政拨款(?:结余|专用结余)(?:和专用结余)?|使用专用结余|用事业基金弥补收支差额', 'used_balances'],
  [`(?:年初|上年)结转(?:和|与|及)?结余(?:资金)?|${behind('^|[，;:、(中]', '上年结转')}(?=\\d)`, 'opening'],
  ['年末结转(?:和|与|及)?结余(?:资金)?', 'closing'],
  ['结余分配', 'distribution'],
  [notBehind('类', '基本支出'), 'basic'],
  [notBehind('类|建设|专项|重点', '项目(?:支出|经费)'), 'project'],
  ['上缴上级支出', 'superior_remittance'],
  [notBehind('非', '经营支出'), 'operating_expenditure'],
  ['对附属单位补助支出', 'affiliate_subsidy'],
  ['人员经费', 'personnel'],
  ['(?:日常)?公用经费', 'public_funds'],
  ['工资福利支出', '301'],
  ['商品(?:和|与)服务支出', '302'],
  ['对个人和家庭的?补助(?:支出)?', '303'],
  ['债务利息及费用支出', '307'],
  ['资本性支出(?!\\(基本建设\\))', '310'],
];

/** 类 by their names: 教育支出, “教育”, 教育(类)支出; the mark (类) is read with the items. */
const CLASSES: readonly Wording[] = Object.entries(CLASS_NAMES).flatMap(([code, names]) =>
  names
    .filter((name) => name !== '其他' && name !== '转移性')
    .map((name): Wording => {
      const words = name.replace(/[()]/g, '\\$&');
      return [`"?${words}支出"?|"${words}"`, code];
    }),
);

/**
 * 款 of the economic classification as they are listed with their amounts: 基本工资405.36万元、津贴补贴…. Names that two 类 share (办公设备购置) say
 * of no code.
 */
function economicItems(): Wording[] {
  const all = [...catalog('economic').names].filter(([code]) => code.length === 5);
  const counts = new Map<string, number>();
  for (const [, name] of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return all
    .filter(([, name]) => counts.get(name) === 1)
    .map(([code, name]): Wording => [name.replace(/[()]/g, '\\$&'), code])
    .sort(([a], [b]) => b.length - a.length);
}
/** A key of that classification. */
export const isEconomicItem = (key: string): boolean => /^3\d{4}$/.test(key);

const CAR = '公务(?:用)?车';
const VEHICLE = `${CAR}购置(?:费)?(?:及|和|与)(?:${CAR})?运行(?:维护)?(?:经费|费用?)?|${CAR}费`;
const THREE_PUBLIC: readonly Wording[] = [
  ['"?三公"?经费', 'total'],
  ['因公出国\\(境\\)(?:经费|费用?)?|因公出国(?:经费|费用?)', 'overseas'],
  [VEHICLE, 'vehicle'],
  [`${CAR}购置(?:经费|费用?)?`, 'vehicle_purchase'],
  [`${CAR}运行(?:及|和)?(?:维护)?(?:经费|费用?)?`, 'vehicle_operation'],
  ['国内公务接待(?:经费|费用?)?|国内接待费?', 'reception_domestic'],
  [
    '外事接待(?:经费|费用?)?|(?:国\\(境\\)外|国外)(?:公务)?接待(?:经费|费用?)?|外宾接待(?:经费|费用?)?',
    'reception_foreign',
  ],
  ['公务接待(?:经费|费用?)?', 'reception'],
  // Hubei: 其中：住宿费1.20万元、旅费3.00万元、培训费0万元: what a journey cost.
  ['(?<!(?:住宿|旅|补助|交通|杂|签证)费[^。;]{0,40})会议费', 'meeting'],
  ['(?<!(?:住宿|旅|补助|交通|杂|签证)费[^。;]{0,40})培训费', 'training'],
];

const PROCUREMENT: readonly Wording[] = [
  ['授予小微企业(?:的)?合同(?:总)?金?额', 'micro'],
  ['货物采购授予中小企业(?:的)?合同(?:总)?金?额', 'sme_goods'],
  ['工程采购授予中小企业(?:的)?合同(?:总)?金?额', 'sme_works'],
  ['服务采购授予中小企业(?:的)?合同(?:总)?金?额', 'sme_services'],
  ['授予中小企业(?:的)?合同(?:总)?金?额|中小企业采购支出(?:总)?额', 'sme'],
  ['面向中小企业预留政府采购项目预算金额', 'sme_reserved'],
  ['面向小微企业预留政府采购项目预算金额', 'micro_reserved'],
  ['在其他政府采购项目中，?由中小企业供应商中标或成交的，?采购金额', 'sme_awarded_others'],
  ['由中小企业供应商中标或成交的，?采购金额', 'sme_awarded'],
  ['由小微企业供应商中标或成交的，?采购金额', 'micro_awarded'],
  ['(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|金额)(?:金额)?|货物类采购|货物类?(?=\\d)', 'goods'],
  ['(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|金额)(?:金额)?|工程类采购|工程类?(?=\\d)', 'works'],
  ['(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|金额)(?:金额)?|服务类采购|服务类?(?=\\d)', 'services'],
  [
    '政府采购(?=(?:年初|全年)?预算(?:数|金额|总额)?(?:为|是)?\\d)|政府采购(?:支出)?(?:总额|总金额|总计|支出|金额|合计)(?:\\(以合同签订为准\\))?|(?<!货物|工程|服务)采购(?:支出)?总额',
    'total',
  ],
];

const OPERATING_COST: readonly Wording[] = [['机[关构]运行(?:经费|支出)', 'operating_cost']];

/** Wordings that one pattern finds. It is compiled when it is first used, which for all of them as one takes five times as long. */
interface Lexicon {
  readonly pattern: RegExp;
  readonly keys: readonly string[];
}

const compile = (wordings: readonly Wording[]): Lexicon => ({
  pattern: new RegExp(wordings.map(([words]) => `(${words})`).join('|'), 'g'),
  keys: wordings.map(([, key]) => key),
});

const COST = compile(OPERATING_COST);
const GENERAL = [COST, compile(ROWS), compile(CLASSES)];
const NONE: readonly Lexicon[] = [];
const BY_SCOPE: Readonly<Partial<Record<Scope, readonly Lexicon[]>>> = {
  // 其中：商品和服务支出…: no table has the classes of what projects cost (Inner Mongolia tells them).
  project: [compile(ROWS.filter(([, key]) => !/^3\d\d$/.test(key))), GENERAL[2]!],
  three_public: [compile(THREE_PUBLIC)],
  procurement: [compile(PROCUREMENT)],
  operating_cost: [COST],
  assets: NONE,
  performance: NONE,
  none: NONE,
};

/** With the items of basic expenditure: made when a section of it is first met. */
let basic: readonly Lexicon[] | undefined;

function lexiconsOf(scope: Scope): readonly Lexicon[] {
  if (scope !== 'basic') return BY_SCOPE[scope] ?? GENERAL;
  basic ??= [...GENERAL, compile(economicItems())];
  return basic;
}

/** Words in the text that name a subject: [from, to) and its key. */
export interface Label {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** The subjects that a text names, in order, none inside another; of two at one place the one that is listed first. */
export function labelsIn(text: string, scope: Scope): Label[] {
  const lexicons = lexiconsOf(scope);
  const find = ({ pattern }: Lexicon, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const next = lexicons.map((lexicon) => find(lexicon, 0));
  const out: Label[] = [];
  for (;;) {
    let first = -1;
    for (let i = 0; i < next.length; i++)
      if (next[i] && next[i]!.index < (next[first]?.index ?? text.length)) first = i;
    const match = next[first];
    if (!match) return out;
    const key = lexicons[first]!.keys[match.slice(1).findIndex((group) => group !== undefined)]!;
    const to = match.index + match[0].length;
    out.push({ from: match.index, to, key: ownKey(key, match, out, scope) });
    for (let i = 0; i < next.length; i++) if (next[i] && next[i]!.index < to) next[i] = find(lexicons[i]!, to);
  }
}

/** A label that says less than it means: what its section or its sentence speaks of belongs to it. */
function ownKey(key: string, match: RegExpMatchArray, before: readonly Label[], scope: Scope): string {
  // 财政拨款收入总计…，支出总计…: the part speaks of no other totals.
  if (scope === 'appropriation' && key.endsWith('_grand')) return 'appropriation_grand';
  const words = match[0];
  const sentence = match.input!.lastIndexOf('。', match.index) + 1;
  const opening = before.find((l) => l.from >= sentence);
  if (key === 'expenditure_total' && /^(?:本年度?)?支出$/.test(words) && opening && SPENT_OF[opening.key])
    return SPENT_OF[opening.key]!;
  const isChange = IS_CHANGE.test(match.input!.slice(match.index! + words.length));
  return isChange && (words === '收入' || words === '支出') ? (OF_SECTION[scope]?.[words] ?? key) : key;
}

/** What 收入 and 支出 alone are, where a change is told of them. */
const OF_SECTION: Readonly<Partial<Record<Scope, Readonly<Record<'收入' | '支出', string>>>>> = {
  overall: { 收入: 'revenue_grand', 支出: 'expenditure_grand' },
  appropriation: { 收入: 'appropriation_grand', 支出: 'appropriation_grand' },
  general: { 收入: 'general_revenue', 支出: 'general_expenditure' },
};

/** Hebei: 一般公共预算财政拨款本年收入5,880.00万元，…；本年支出5,930.00万元: what is spent is of what the sentence begins with. */
const SPENT_OF: Readonly<Record<string, string>> = {
  appropriation_revenue: 'appropriation_expenditure',
  general_revenue: 'general_expenditure',
  fund_revenue: 'fund_expenditure',
  capital_revenue: 'capital_expenditure',
};

/** The subject that words as a whole name (the base of a share), or undefined. */
export function subjectOf(words: string, scope: Scope): string | undefined {
  const bare = words
    .replace(/^(?:全年|当年|本部门|本单位|我部门|我单位|20\d\d年度?|年度|部门|单位|的)+/, '')
    .replace(/(?:决算|总额|总数|金额|的)+$/, '');
  for (const text of [words, bare]) {
    const labels = labelsIn(text, scope);
    const last = labels.at(-1);
    if (last && last.to >= text.length - 2) return last.key;
  }
  return undefined;
}
