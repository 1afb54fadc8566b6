/** Which column of its form a header path names. */
import type { AxisValue, ColumnForm, Form } from './form.js';
import type { AmountColumn } from './layout.js';

/**
 * Where several columns claim one key, that of the latest year has it (2023年决算数, 2024年决算数), and of one year that which the form
 * ranks highest. Where nothing tells them apart none has it: which one is meant cannot be known.
 */
export function withoutDoubles(amounts: readonly AmountColumn[], form: Form): AmountColumn[] {
  const yearsOf = (measure: string): number[] =>
    amounts.flatMap((a) => (measureOf(a, form)?.key === measure ? (yearIn(a.path) ?? []) : []));
  const fitting = amounts.map((a) => {
    const { yearOf } = measureOf(a, form) ?? {};
    return yearOf && isOfAnotherYear(a.path, yearsOf(yearOf)) ? { ...a, key: null } : a;
  });
  return fitting.map((a) => {
    const rivals = fitting.filter((b) => b.key === a.key);
    if (a.key === null || rivals.length === 1) return a;
    const best = highest(rivals, (b) => ({ year: yearIn(b.path), rank: rankOf(b.path, measureOf(b, form)?.ranks) }));
    return best.length === 1 && best[0] === a ? a : { ...a, key: null };
  });
}

/** Words of another year than the latest of those beside them: a budget of the next year is none of this account. */
export const isOfAnotherYear = (words: string, years: readonly number[]): boolean => {
  const year = yearIn(words);
  return year !== null && years.length > 0 && year !== Math.max(...years);
};

const measureOf = ({ key }: AmountColumn, form: Form): AxisValue | undefined =>
  form.measures?.find((m) => m.key === key?.split('/')[1]);

export const yearIn = (words: string): number | null => {
  const year = /(20\d\d)年/.exec(words);
  return year ? Number(year[1]) : null;
};

/** How high a form ranks what these words name, of those that are printed beside each other. */
export const rankOf = (words: string, ranks: readonly RegExp[] = []): number =>
  ranks.findLastIndex((re) => re.test(words));

/** Those of the latest year that rank highest; all where some name a year and some do not. */
export function highest<T>(
  all: readonly T[],
  meritOf: (one: T) => { readonly year: number | null; readonly rank: number },
): readonly T[] {
  const merits = all.map(meritOf);
  if (merits.some((m) => m.year === null) && merits.some((m) => m.year !== null)) return all;
  const latest = Math.max(...merits.map((m) => m.year ?? 0));
  const rank = Math.max(...merits.map((m) => ((m.year ?? 0) === latest ? m.rank : Number.NEGATIVE_INFINITY)));
  return all.filter((_, i) => (merits[i]!.year ?? 0) === latest && merits[i]!.rank === rank);
}

const NEUTRAL = /^(项目|决算数|金额|本年决算数|决算)$/;

/** The column that a header path names, or null. Crossed forms get `item/measure`, with a `?` for what the path leaves open. */
export function columnKey(path: string, form: Form, section: string): string | null {
  if (form.layout === 'crossed') {
    const { item, measure } = readAxes(path, form);
    return item || measure ? `${item ?? '?'}/${measure ?? '?'}` : null;
  }
  // The year and the unit that a head names beside its words say nothing of which column it is.
  const parts = path.split('/').map((p) => p.replace(/^20\d\d年度?(?=.)/, '').replace(/\((万元|元)\)$/, ''));
  const plain = parts.join('/');
  const reduced = parts.filter((p) => !NEUTRAL.test(p)).join('/');
  const fits = (c: ColumnForm, p: string): boolean =>
    (c.section === undefined || c.section === section) && c.paths.some((re) => re.test(p));
  return (
    form.columns.find((c) => fits(c, plain))?.key ??
    (reduced && reduced !== plain ? (form.columns.find((c) => fits(c, reduced))?.key ?? null) : null)
  );
}

/** Item and measure that a label or a header path of a crossed form names. */
export function readAxes(path: string, form: Form): { item: string | undefined; measure: string | undefined } {
  const parts = path.split('/');
  let measure: string | undefined;
  const rest: string[] = [];
  for (const part of parts) {
    const m = form.measures!.find((v) => v.words.test(part.replace(/\((万元|元)\)$/, '')));
    if (m) measure = m.key;
    else if (!/三公经费(支出)?$/.test(part) || parts.length === 1) rest.push(part.replace(ITEM_NUMBER, ''));
  }
  const text = rest.join('/');
  // The narrower items stand last: a path that ends in 公务用车购置费 names it, and not the group above it.
  return { item: text === '' ? undefined : form.items!.findLast((v) => v.words.test(text))?.key, measure };
}

const ITEM_NUMBER = /^(其中[:：])?(\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.．)])?/;
