import { ExtractError } from '../errors.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import type { TextLayer } from '../pages/textLayer.js';
import type { Draft } from '../tables/draft.js';
import type { Cover } from './cover.js';

const EXPECTED = '部门决算 or 单位决算 (a department’s or unit’s final accounts)';

const GOVERNMENT = /政府工作报告|预算执行情况|财政(总)?决算|(本级|政府)决算|决算草案|预算草案|人民代表大会/;

/** The title of a budget; text that mentions one is none. */
const BUDGET = /^.{0,40}(?:部门|单位|年度?)(?:收支)?预算(?:公开|编制说明|说明|报告|情况|草案|信息|$)/;

/** Throws NOT_FINAL_ACCOUNTS with what the document seems to be, unless it is the final accounts of a department or unit. */
export function requireFinalAccounts(
  pages: readonly PageGrids[],
  layers: readonly TextLayer[],
  drafts: readonly Draft[],
  cover: Cover,
): void {
  const unusable = layers.filter((l) => l.worth !== 'usable').length;
  const head = pages.slice(0, 4).flatMap((p) => p.lines.map((l) => comparable(l.text)));
  const text = pages.flatMap((p) => p.lines.map((l) => comparable(l.text)));
  const count = (re: RegExp): number => text.filter((t) => re.test(t)).length;
  const opens = (re: RegExp): boolean => !cover.titled && head.slice(0, 6).some((t) => re.test(t) && !/决算/.test(t));
  const tables = new Set(drafts.filter((d) => d.title !== null).map((d) => d.form.key)).size;
  const named = cover.titled && (/(部门|单位).{0,4}决算/.test(cover.title) || count(/(部门|单位)决算/) >= 2);
  if (tables >= 3 && count(/决算/) >= 3 && !opens(BUDGET)) return;
  // A short file of tables alone, without a cover: some publish each table, or two or three, as a file of their own.
  if (tables >= 1 && pages.length <= 6 && !opens(/预算/) && !GOVERNMENT.test(head.slice(0, 40).join(''))) return;
  if (named && tables >= 1) return;
  if (named && unusable < layers.length * 0.8 && count(/(收入|支出|决算)情况说明/) >= 2) return;

  if (unusable > 0 && unusable >= layers.length * 0.5) {
    const garbled = layers.filter((l) => l.worth === 'untrusted').length;
    const found =
      garbled * 2 > unusable
        ? `a text layer that is not to be trusted on ${garbled} of ${layers.length} pages (garbled)`
        : `a scan: no text layer on ${unusable} of ${layers.length} pages`;
    throw new ExtractError('NOT_FINAL_ACCOUNTS', EXPECTED, found);
  }
  const opening = head.slice(0, 40).join('');
  if (/部门预算|单位预算/.test(head.slice(0, 4).join(''))) throw budget();
  if (GOVERNMENT.test(opening)) {
    throw new ExtractError('NOT_FINAL_ACCOUNTS', EXPECTED, 'a government-level report or account (government)');
  }
  const tablesOfBudget = count(/预算.{0,4}表$/) > 0 && count(/决算/) === 0;
  if (tablesOfBudget || (count(/预算/) >= 5 && (/预算/.test(opening) || count(/预算/) > 2 * count(/决算/)))) {
    throw budget();
  }
  const found = named ? 'a document with that title, of which no table is recognised' : 'another kind of document';
  throw new ExtractError('NOT_FINAL_ACCOUNTS', EXPECTED, `${found} (other)`);
}

const budget = (): ExtractError => new ExtractError('NOT_FINAL_ACCOUNTS', EXPECTED, '部门预算, a budget (预算)');
