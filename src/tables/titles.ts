import type { Grid } from '../grids/grid.js';
import { comparable } from '../normalise/text.js';
import type { Form } from './form.js';
import { FORMS } from './forms/index.js';

/** What a whole line says if it is the title of a table. */
export type Title =
  | { readonly kind: 'form'; readonly form: Form; readonly text: string; readonly rank: number }
  | { readonly kind: 'other'; readonly text: string };

interface Alias {
  readonly title: string;
  readonly form: Form;
  readonly rank: number;
}

const ALIASES: readonly Alias[] = FORMS.flatMap((form) =>
  form.titles.map((title, rank) => ({ title, form, rank })),
).sort((a, b) => b.title.length - a.title.length);
const BY_TITLE = new Map(ALIASES.map((a) => [a.title, a]));

const NUMBERING =
  /^(?:(?:部门|单位)?(?:财决|预?决算)?公开(?:表)?(?:\d+|[一二三四五六七八九十]{1,2}(?!般))表?[:：]?|财决(?:批复)?\d+表[:：]?|\d{1,2}(?:[-－]\d{1,2})?(?=[\u4e00-\u9fff])(?!\d*年)|(?:附件|附表|附)?(?:表)?[一二三四五六七八九十\d]*[-－]?\d*(?:[:：、.)]|(?=公开))|(?:附表|附件|附|表)(?:\d{1,2}(?:[-－]\d{1,2})?|[一二三四五六七八九十]{1,2}(?!公))(?=\p{Script=Han})|表[一二三四五六七八九十\d]+[:：、.]?|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.])/u;
const LABEL_BEHIND = /[-－]?\(?(?:公开|财决公开|决算公开|财决(?:批复)?)?(?:表)?[一二三四五六七八九十\d]{1,3}表?\)?$/;
/** Departments end in one of these: what stands before a title is a name only then. */
const NAME_END =
  /(?:局|厅|委|办|室|部|会|院|校|学|所|站|队|馆|处|团|府|署|社|场|圃|厂|基地|水库|中心|公司|法院|检察院|联|党校|园|庭|库|台|庭|乡|镇|街道|办事处|大队|支队|总队|集团|协会|本级|部门|单位|系统|年度?|年度(?:部门|单位)(?:决算(?:公开)?(?:报表|表)?)?)(?:\((?:本级|机关|汇总|系统)\))?$/;

const OTHER =
  /^[^,。;:：，；]{2,40}(?:决算表|决算明细表|决算总表|决算情况表|决算公开情况表|决算批复表|情况表|信息表|统计表|情况公开表)$/;

/** The title without numbering, year, label and quotes, in comparable form. */
export function plainTitle(line: string): string {
  let text = comparable(line).replace(/"/g, '');
  for (let i = 0; i < 2; i++) text = text.replace(NUMBERING, '');
  if (
    /表\(?.+$/.test(text) &&
    LABEL_BEHIND.test(text) &&
    !/[二三四五六七八九十]$/.test(text.replace(LABEL_BEHIND, ''))
  ) {
    const cut = text.replace(LABEL_BEHIND, '');
    if (cut.endsWith('表')) text = cut;
  }
  text = text
    .replace(/\((?:(?:20)?\d{2}年(?:度)?|(?:金额)?单位[:：].{1,5}|(?:万)?元)\)$/, '')
    .replace(/表(?:\((?:续|续表|[一二三四五六七八九十\d]+)\)|\(续\))$/, '表')
    .replace(/^(?:\d{4}|二0\d\d|二〇..)年(?:度)?/, '');
  return text.replace(/^(?:本)?(?:部门|单位)(?:决算(?:公开)?(?:报表|表)?)?(?=.*决算)/, (m) =>
    BY_TITLE.has(text) ? m : '',
  );
}

/**
 * The “三公” table in the words of single regions: which budget pays, what else it has (会议费, 培训费), and what kind of table it is. That of the
 * government fund is another table.
 */
const THREE_PUBLIC =
  /^(?:(?:一般)?公共预算)?(?:财政拨款)?三公经费(?:(?:公共预算)?财政拨款)?(?:[、及和与](?:会议费|培训费|行政参公单位机关运行经费))*(?:支出)?(?:决算|情况|统计|信息|公开)*表$/;

/**
 * A title in the words that most regions use: how the rows are classified (Jiangsu: (功能科目), (经济科目); Zhejiang: (分科目)), 机关运行经费
 * behind “三公”, 公共预算 without 一般 (until 2014), 总体情况表 or 情况表 for 总表 or 表, and 批复 (Hainan publishes the tables as the finance
 * department approves them: 财决批复01表) are words of single regions and years.
 */
const usualTitle = (text: string): string =>
  text
    .replace(
      /\((?:(?:按|含|分)[^()]*|[^()]*(?:科目|分类|汇总|本级|空表|为空|无数据)|(?:本(?:部门|单位))?(?:本年度?)?无[^()]*)\)$/,
      '',
    )
    .replace(/(?<=支出)(?:功能|经济)分类(?:科目)?(?:支出)?(?=决算(?:明细)?表$)/, '')
    .replace(/(?:支出)?(?:功能|经济)分类(?:科目)?(?=(?:明细)?表$)/, '')
    .replace(/^(?:一般)?公共预算(?:财政)?拨款(?=(?:基本)?支出决算)/, '一般公共预算财政拨款')
    .replace(/[、及和与]机关运行经费(?=支出|决算|情况)/, '')
    .replace(/安排的(?=三公)/, '')
    .replace(/(?<=决算)(?:公开|批复)表$/, '表')
    .replace(/总体情况表$/, '总表')
    .replace(/(?<=决算)情况表$/, '表')
    .replace(/^国有资本经营(?=财政拨款)/, '国有资本经营预算')
    .replace(THREE_PUBLIC, '三公经费支出决算表');

/** A row for each unit of the department instead of each 科目 (Zhejiang prints both): none of the nine tables. */
const BY_UNIT = /表\((?:按|分)(?:预算|所属|下属|基层|各)*(?:单位|部门)[^()]*\)$/;

/** The form of a title: of 总表 where a form has only 表, too. */
const formOf = (usual: string): Alias | undefined => BY_TITLE.get(usual) ?? BY_TITLE.get(usual.replace(/总表$/, '表'));

/**
 * Reads a whole line as a title. 支出决算表 is part of seven other titles, so only whole titles count; before one there may
 * stand nothing but numbering, the year and the department's name.
 */
export function readTitle(line: string): Title | undefined {
  if (line.length < 5 || line.length > 80 || (!line.includes('表') && !line.includes('决算'))) return undefined;
  const text = plainTitle(line);
  if (BY_UNIT.test(text)) return { kind: 'other', text };
  const usual = usualTitle(text);
  const whole = BY_TITLE.get(text) ?? formOf(usual);
  if (whole) return { kind: 'form', form: whole.form, text, rank: whole.rank };
  for (const alias of ALIASES) {
    if (!usual.endsWith(alias.title)) continue;
    const before = usual.slice(0, -alias.title.length);
    if (NAME_END.test(before) && before.length >= 3)
      return { kind: 'form', form: alias.form, text: alias.title, rank: alias.rank };
    break;
  }
  if (OTHER.test(text) || OTHER.test(usual)) return { kind: 'other', text };
  return undefined;
}

/** The printed number of a table in a line near it: 公开01表, 公开 01 表, 表1, 附表1. Null where there is none. */
export function readPrintedNumber(line: string): string | null {
  const text = comparable(line);
  const match =
    /(?:(?:财决)?公开|财决批复)(?:表)?0?\d{1,2}(?:-\d)?表?|公开(?:表)?[一二三四五六七八九十]+表?/.exec(text) ??
    /^(?:附表|表)(?:\d{1,2}|[一二三四五六七八九十]+)(?=$|[:：])/.exec(text);
  return match ? match[0] : null;
}

/** 元 before another word is the name of a place (元谋县), unless the next part of the line begins there. */
const UNIT =
  /(?:金额)?单位[:：]?\(?(?:人民币)?\(?(万元|元(?!\p{Script=Han})|元(?=角分|部门|编制|填报|预算|公开|附[表件]|备注|第))\)?/u;
const UNIT_ALONE = /^(?:人民币)?(万元|元)$|^\((?:人民币)?(万元|元)\)$/;

/** The unit in a line near a table: 单位：万元, 金额单位：元, 单位（万元）. */
export function readUnit(line: string): '万元' | '元' | null {
  const text = comparable(line);
  const match = UNIT.exec(text) ?? UNIT_ALONE.exec(text);
  return match ? ((match[1] ?? match[2]) as '万元' | '元') : null;
}

/** Lines that belong to the head of a table and to no text: department, unit, number, year. */
export function isTableMeta(line: string): boolean {
  // The text of a document has thousands of lines that are none: they are told at a glance.
  if (line.length > 90 || !/[部单元年表续公]/.test(line)) return false;
  const text = comparable(line);
  return (
    /^(?:编制|填报|预算)?(?:部门|单位)(?:名称|\(盖章\))?[:：]/.test(text) ||
    readUnit(text) !== null ||
    readPrintedNumber(text) !== null ||
    /^\(?(?:截至)?\d{4}年(?:度|\d{1,2}月\d{1,2}日)?\)?$/.test(text) ||
    /^\(?续表?\d*\)?$/.test(text)
  );
}

/** What dust and the dashes beside a page number look like to an engine: strokes that are no words. */
const STROKES = /[丨丶丿亅乚]/g;

/** A single mark or digit, and marks alone: dust on a picture, the dashes beside a page number that was not recognised. */
export function isNoise(text: string): boolean {
  const rest = text.replace(STROKES, '');
  return !/[\p{L}\p{N}]/u.test(rest) || (rest.length < 2 && !/\p{Script=Han}/u.test(rest));
}

/** The unit where only the heads of the columns name it, and all the same: 决算数（万元）. */
export function headUnit(grid: Grid, body: number): '万元' | '元' | null {
  const heads = grid.cells.filter((c) => c.row0 < body);
  const units = new Set(heads.flatMap((c) => /[（(](万元|元)[）)]$/.exec(c.text)?.[1] ?? []));
  return units.size === 1 ? ([...units][0] as '万元' | '元') : null;
}
