import { comparable, isPageNumber } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';
import type { TextLayer } from '../pages/textLayer.js';
import type { PageGrids } from './pageToGrids.js';

/** A page with less on it says too little to be a copy: the titles of parts. */
const MIN_CHARACTERS = 40;

/**
 * Numbers the pages that hold anything, so that what is cut by a blank page goes on behind it. A page that prints the one before it again,
 * word for word and cell for cell (a file put together wrongly), holds nothing: a remark says so. Its page number alone may differ.
 * `layers`: one a page; of a page that was not read it is not known what it holds.
 */
export function pagesToSheets(pages: readonly PageGrids[], layers: readonly TextLayer[]): readonly PageGrids[] {
  let before = '';
  let sheet = 0;
  return pages.map((page, i) => {
    const words = layers[i]!.worth === 'usable' ? wordsOf(page) : `unread ${page.page}`;
    if (words === before && words.length >= MIN_CHARACTERS) return withoutCopy(page, sheet);
    if (words !== '') {
      before = words;
      sheet++;
    }
    const own = Math.max(1, sheet);
    return own === page.sheet ? page : { ...page, sheet: own, grids: page.grids.map((g) => ({ ...g, sheet: own })) };
  });
}

function withoutCopy(page: PageGrids, sheet: number): PageGrids {
  const message = `page ${page.page} prints the page before it again, word for word: it counts once`;
  const box = [0, 0, page.width, page.height] as const;
  const remark = { rule: 'page-printed-twice', severity: 'warning', message, box, doubt: null } as const;
  return { ...page, sheet, grids: [], lines: [], remarks: [...page.remarks, remark] };
}

const wordsOf = ({ grids, lines }: PageGrids): string =>
  [
    ...grids.map((g) => g.cells.map((c) => `${c.row0},${c.col0} ${c.text}`).join('\t')),
    ...lines.flatMap((l) => (isNumber(l) ? [] : [l.text])),
  ].join('\n');

const isNumber = ({ text }: TextLine): boolean => isPageNumber(comparable(text));
