// A disclosure as a workbook: a sheet a section, with its one table or its text; for the prints of Calc. `again` of a grid: its rows, from
// and to, that are printed at the top of each page.
import { place } from '../samples/make/grid.mjs';

const MM = 1.55;
const TEXT_WIDTH = 172;

const ems = (text) => [...text].reduce((total, char) => total + (char.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

/** Height in points of a row of 10 pt cells that wrap. */
function heightOf(cells, widths, lowest) {
  const lines = place([cells]).map(({ text, column, span = 1, down = 1 }) => {
    const points = widths.slice(column, column + span).reduce((a, b) => a + b, 0) * 2.83;
    const own = text.split('\n').map((line) => Math.max(1, Math.ceil((ems(line) * 10 + 4) / points)));
    return own.reduce((a, b) => a + b, 0) / down;
  });
  return Math.max(lowest, 5 + 13 * Math.ceil(Math.max(...lines)));
}

/** Calc formats an amount itself; one that is printed in another way is text to it. */
const asCell = ({ fact, ...cell }) => (fact && /^-?[\d,]+\.\d\d$/.test(cell.text) ? { ...cell, fact } : cell);

const STYLE = { title: 'title', part: 'title', cover: 'cover', heading: 'strong', toc: 'text', right: 'after' };

const line = (block, width, tall) => {
  const style = STYLE[block.kind] ?? (tall ? 'before' : 'text');
  const text = block.kind === 'text' ? `　　${block.text}` : (block.text ?? '');
  const height = style === 'title' || style === 'cover' ? 40 : 4 + 17 * Math.max(1, Math.ceil((ems(text) + 2) / 39));
  if (block.kind !== 'line') return { height, cells: [{ text, style, span: width }] };
  const [first, ...rest] = block.parts;
  const half = Math.ceil(width / 2);
  return {
    height,
    cells: [
      { text: first, style: 'before', span: half },
      { text: rest.join('  '), style: 'after', span: width - half },
    ],
  };
};

export function flowToSheets(sections) {
  return sections.map(({ landscape, blocks }, at) => {
    const grid = blocks.find(({ kind }) => kind === 'table')?.grid;
    const widths = grid ? grid.widths.map((part) => part * MM) : [TEXT_WIDTH];
    const rows = blocks.flatMap((block) =>
      block.kind === 'table'
        ? [...grid.head, ...grid.body].map((cells) => ({
            height: heightOf(cells, widths, 18),
            cells: cells.map(asCell),
          }))
        : [line(block, widths.length, grid !== undefined)],
    );
    const before = blocks.findIndex(({ kind }) => kind === 'table');
    const repeat = grid?.again?.map((row) => row + before);
    return { name: `表${at + 1}`, landscape, widths, rows, repeat };
  });
}
