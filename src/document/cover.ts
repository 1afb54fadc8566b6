import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';

/** Who publishes, for which year, and as what. */
export interface Cover {
  readonly kind: '部门决算' | '单位决算';
  readonly title: string;
  readonly department: string;
  readonly fiscalYear: number | null;
  /** The year over the tables, where none of them is of the year of the title. */
  readonly otherYear: number | null;
  /** True where a title says that this is the final accounts of a department or unit. */
  readonly titled: boolean;
}

const YEAR_DIGITS = '20\\d\\d|二[〇○零O0][一二三][〇○零O0一二三四五六七八九]';
/** 年, and what is read for it on scans. */
const OF_YEAR = '[年午牛]';
const YEAR = new RegExp(`(${YEAR_DIGITS})${OF_YEAR}`);
/** 2024年部门预算及2023年部门决算: the year that stands by 决算. */
const OWN_YEAR = new RegExp(`(${YEAR_DIGITS})${OF_YEAR}度?(?:部门|单位)?(?:收支|整体)?决算`);
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** Reads the cover (and what else of the first pages says it), the heads of the tables, and the title of the file. */
export function readCover(pages: readonly PageGrids[], fileTitle: string): Cover {
  const first = pages.slice(0, 3).map((p) => p.lines.map((l) => comparable(l.text)));
  const titles = [
    ...first.map(titleOf),
    titleFrom(comparable(fileTitle).replace(/\.(pdf|docx?|wps)$/, '')),
    laterTitle(pages),
  ];
  const title = titles.find((t) => t !== undefined);
  const meta = metaOf(pages);
  const named = title ? splitTitle(title) : undefined;
  const all = pages.flatMap((p) => p.lines.map((l) => comparable(l.text)));
  const votes = (word: string): number => all.filter((t) => t.includes(word)).length;
  const kind =
    title?.includes('单位决算') || (!title?.includes('部门决算') && votes('单位决算') > votes('部门决算'))
      ? '单位决算'
      : '部门决算';
  const department = named?.department || meta.department || '';
  return {
    kind,
    title: title ?? '',
    department,
    fiscalYear: named?.year ?? meta.year,
    otherYear: named?.year ? otherYear(pages, named.year) : null,
    titled: title !== undefined,
  };
}

/** The lines of a page that together make the title: those up to the one that says 决算, as long as they are short. */
export function titleOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((l) => /决算/.test(l) && l.length <= 60 && !/^目录$/.test(l));
  if (at < 0 || at > 8) return undefined;
  const before = lines
    .slice(0, at)
    .filter((l) => l.length <= 40 && !/^(附件|目录|附)\d*$/.test(l) && !/^[-—\d]+$/.test(l));
  const joined = [...before, lines[at]!].join('');
  const behind = lines[at + 1];
  const whole =
    /决算$|决算公开|说明$|报告$/.test(joined) ||
    !behind ||
    behind.length > 10 ||
    !/^(公开|说明|报告|情况|开(的|情|说|$)|况|明$)/.test(behind)
      ? joined
      : joined + behind;
  return titleFrom(whole);
}

function titleFrom(text: string): string | undefined {
  return /决算/.test(text) &&
    (/(部门|单位)(整体)?决算/.test(text) || YEAR.test(text)) &&
    text.length <= 120 &&
    !/第.部分|决算表|[一二三四五六七八九十]、/.test(text)
    ? text
    : undefined;
}

/** 第二部分 X 2024年度部门决算表: the heading of the tables names the department too. */
function laterTitle(pages: readonly PageGrids[]): string | undefined {
  for (const page of pages) {
    for (const line of page.lines) {
      const match = /^第[一二三四五六七八九十]部分[:：]?(.{4,40}?20\d\d年(?:度)?(?:部门|单位)决算)(?:表|情况说明)/.exec(
        comparable(line.text),
      );
      if (match) return match[1];
    }
  }
  return undefined;
}

function splitTitle(title: string): { department: string; year: number | null } {
  const year = OWN_YEAR.exec(title) ?? YEAR.exec(title);
  const body = title
    .replace(/^(附件|附)\d*[:：]?/, '')
    .replace(new RegExp(`(${YEAR_DIGITS})${OF_YEAR}(度)?`, 'g'), '')
    .replace(/\(?(部门|单位)?(整体)?决算.*$/, '')
    .replace(/^(关于|公开)/, '')
    .replace(/["《》]/g, '')
    .replace(/(部门|单位)?预算(执行)?(情况)?(及|和|与)?$/, '')
    .replace(/关于$/, '')
    .replace(/^公开$/, '');
  return { department: body.replace(/^的|的$/g, ''), year: year ? yearNumber(year[1]!) : null };
}

function yearNumber(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  return Number([...text].map((c) => (/[〇○零O0]/.test(c) ? '0' : String(CHINESE_DIGITS.indexOf(c)))).join(''));
}

/** So many tables of another year are no slip. */
const MIN_HEADS = 3;

/** The year that stands alone over tables, where that of the title stands over none. */
function otherYear(pages: readonly PageGrids[], own: number): number | null {
  const heads = pages.flatMap((p) => p.lines.flatMap((l) => l.segments.map((s) => comparable(s.text))));
  const years = heads.flatMap((text) => Number(/^\(?(20\d\d)年度?\)?$/.exec(text)?.[1] ?? 0) || []);
  const [first] = years;
  return first !== undefined && years.length >= MIN_HEADS && years.every((y) => y === first) && first !== own
    ? first
    : null;
}

/** Department and year as the heads of the tables give them, the most frequent of each. */
function metaOf(pages: readonly PageGrids[]): { department: string; year: number | null } {
  const names = new Map<string, number>();
  const years = new Map<string, number>();
  for (const page of pages) {
    for (const line of page.lines) {
      for (const s of line.segments) {
        const text = comparable(s.text);
        const name = /^(?:编制|填报)?(?:部门|单位)(?:名称)?[:：](.{2,40})$/
          .exec(text)?.[1]
          ?.replace(/(20\d\d年度?|金额单位|单位[:：]).*$/, '');
        if (name && !/^(万元|元)$/.test(name)) names.set(name, (names.get(name) ?? 0) + 1);
        for (const y of text.matchAll(/(20\d\d)年度/g)) years.set(y[1]!, (years.get(y[1]!) ?? 0) + 1);
      }
    }
  }
  const most = (m: Map<string, number>): string | undefined => [...m].sort((a, b) => b[1] - a[1])[0]?.[0];
  const year = most(years);
  return { department: most(names) ?? '', year: year ? Number(year) : null };
}
