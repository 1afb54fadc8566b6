import { catalog } from '../catalog/catalog.js';
import { classCode } from '../catalog/functionalClasses.js';
import type { Table } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import type { Narrative } from './statement.js';

/**
 * Gives the items that the text names their codes: by the rows of the tables, whose names the text repeats, or else by the catalog.
 * A name that fits no single code stays the subject as printed.
 */
export function linkItems(narrative: Narrative, tables: readonly Table[]): Narrative {
  const known = new Map<string, string>();
  let own: readonly Named[] | undefined;
  const rows = (): readonly Named[] => {
    own ??= namesIn(tables.filter((t) => t.key !== 'general_public_budget_basic'));
    return own;
  };
  const codeOf = (names: readonly [string, string, string], subject: string): string => {
    const found = known.get(subject) ?? findCode(names, rows()) ?? subject;
    known.set(subject, found);
    return found;
  };
  const link = <T extends Pick<Narrative['statements'][number], 'subject' | 'names'>>(one: T): T =>
    one.names ? { ...one, subject: codeOf(one.names, one.subject) } : one;
  return { statements: narrative.statements.map(link), comparisons: narrative.comparisons.map(link) };
}

const plain = (name: string): string => comparable(name).replace(/[()"]/g, '').replace(/支出$/, '');
/** 归口管理的行政单位离退休 is 行政单位离退休: older names have more before. 行政运行、事业运行 are two, and the amount is of both. */
const fits = (printed: string, row: string): boolean =>
  printed === row ||
  (row.length >= 4 && printed.endsWith(row) && !/[、和及与]/.test(printed.slice(0, printed.length - row.length)));

/** The catalog has many names that are ends of others (信息事务 of 统计信息事务): only whole ones count. */
const isSame = (printed: string, row: string): boolean => printed === row;

/** One character of a long name is another: a misprint, or a picture misread (一般行政管埋事务). */
const isMisread = (printed: string, row: string): boolean =>
  printed.length >= 6 && printed.length === row.length && [...printed].filter((c, i) => c !== row[i]).length === 1;

interface Named {
  readonly code: string;
  readonly name: string;
}

let named: readonly Named[] | undefined;
/** The names of the catalog, made plain once: few documents need them, those for many items. */
function inCatalog(): readonly Named[] {
  named ??= [...catalog('functional').names].map(([code, name]) => ({ code, name: plain(name) }));
  return named;
}

const namesIn = (tables: readonly Table[]): Named[] =>
  tables.flatMap((t) => t.rows.flatMap(({ code, name }) => (code.length < 3 ? [] : [{ code, name: plain(name) }])));

function findCode(printed: readonly [string, string, string], own: readonly Named[]): string | undefined {
  const [group, section, item] = printed;
  const names = [group, plain(section), plain(item)] as const;
  // A level that was taken from a line above may not be its own: the rest of the name may tell.
  const rest = ['', names[1], names[2]] as const;
  return (
    match(names, own, fits, false) ??
    (inFull(names) ? match(names, inCatalog(), isSame, false) : undefined) ??
    match(names, own) ??
    match(rest, own) ??
    match(names, inCatalog(), isSame) ??
    match(names, own, isMisread)
  );
}

/** 一般公共服务支出/纪检监察事务/行政运行: no 行政运行 of another 款, even if the tables have a single one. */
const inFull = (names: readonly string[]): boolean => names.every((n) => n !== '');

/** `names`: of 款 and 项 made plain. */
function match(
  names: readonly [string, string, string],
  rows: readonly Named[],
  isNear = fits,
  anySection = true,
): string | undefined {
  const group = classCode(names[0]) ?? (names[0] === '' ? '' : undefined);
  if (group === undefined) return undefined;
  if (names[1] === '' && names[2] === '') return group === '' ? undefined : group;
  const inside = rows.filter((r) => r.code.startsWith(group));
  const section = names[1] === '' ? [] : inside.filter((r) => r.code.length === 5 && isNear(names[1], r.name));
  if (names[2] === '') return only(section.map((r) => r.code));
  const sections = new Set(section.map((r) => r.code));
  const items = inside.filter((r) => r.code.length === 7);
  const named = (all: typeof items): string[] => {
    const exact = all.filter((r) => r.name === names[2]);
    return (exact.length > 0 ? exact : all.filter((r) => isNear(names[2], r.name))).map((r) => r.code);
  };
  const found = only(named(items.filter((r) => sections.has(r.code.slice(0, 5)))));
  return found ?? (anySection ? only(named(items)) : undefined);
}

const only = (codes: readonly string[]): string | undefined => {
  const own = new Set(codes);
  return own.size === 1 ? [...own][0] : undefined;
};
