import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import { isPageNumber } from '../tables/titles.js';
import type { FinalAccounts } from './schema.js';

type Part = FinalAccounts['parts'][number];

/** What the heading of a part says it is. The narrative's heading contains 决算, so the more special words come first. */
const KINDS: readonly (readonly [RegExp, Part['kind']])[] = [
  [/名词解释|名词说明|专业名词/, 'glossary'],
  [/情况说明|决算说明|数据说明|决算情况/, 'narrative'],
  [/附件|附表(?!.*决算表)|绩效(自评|评价)/, 'attachments'],
  [/决算(公开)?(报)?表|公开表/, 'tables'],
  [/概况|基本情况|概述/, 'overview'],
];

/** The parts of the document in its own order: 第一部分 … and what pages each has. Contents lists are passed over. */
export function readParts(pages: readonly PageGrids[]): Part[] {
  const starts = new Map<string, { title: string; page: number }>();
  for (const page of pages) {
    const lines = page.lines.filter((l) => !isPageNumber(l.text));
    const heads = lines
      .map((l) => comparable(l.text))
      .filter((t) => /^第[一二三四五六七八九]部分/.test(t) && t.length <= 60 && !/[.…]{2,}|[。，；]/.test(t));
    if (heads.length > 1 || lines.some((l) => /^目[录次]$/.test(comparable(l.text)))) continue;
    const own = heads[0];
    if (!own) continue;
    const at = lines.findIndex((l) => comparable(l.text) === own);
    const title =
      own.replace(/^第.部分[:：、]?/, '') ||
      lines
        .slice(at + 1, at + 3)
        .map((l) => l.text)
        .join('');
    // A contents list may run over to a second page: the last page that a part is named on is where it begins.
    const ordinal = own.slice(0, 4);
    starts.delete(ordinal);
    starts.set(ordinal, { title, page: page.page });
  }
  const last = pages.length;
  const ordered = [...starts.values()].sort((a, b) => a.page - b.page);
  return ordered.flatMap((s, i) => {
    const kind = KINDS.find(([words]) => words.test(s.title))?.[1];
    if (!kind) return [];
    const end = Math.max(s.page, (ordered[i + 1]?.page ?? last + 1) - 1);
    return [{ kind, title: s.title, pages: Array.from({ length: end - s.page + 1 }, (_, k) => s.page + k) }];
  });
}
