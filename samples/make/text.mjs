// The disclosure as another extractor might give it: tables as rows of tabs, no coordinates, and what such a program loses.
import { place } from './grid.mjs';

/** Rows of texts, merged cells as their text and blanks. */
function rowsOf(grid) {
  const rows = [...grid.head, ...grid.body];
  const cells = place(rows);
  const width = Math.max(...cells.map(({ column, span }) => column + span));
  const out = rows.map(() => new Array(width).fill(''));
  for (const { row, column, text } of cells) out[row][column] = text.replace(/\s*\n\s*/g, '').trim();
  return out;
}

const tabbed = (rows) => rows.map((row) => row.join('\t'));

/** What is lost or moved in each table, by its title. The lines of one table in, those of the damaged one out. */
const DAMAGE = {
  收入支出决算总表: (rows) => {
    const lines = tabbed(rows);
    // A page break leaves a blank line in the middle.
    return [...lines.slice(0, 20), '', ...lines.slice(20)];
  },
  收入决算表: (rows) => {
    const lines = tabbed(rows);
    // The last row stands apart, and a drawn rule is taken for a row.
    return [...lines.slice(0, -1), '', lines.at(-1), rows[0].map(() => '-----').join('\t')];
  },
  项目支出绩效自评表: (rows) => {
    const head = rows.findIndex((row) => row.includes('三级指标'));
    return rows.flatMap((row, at) => {
      const line = (cells) => cells.join('\t');
      // Tags of the web form are left in the goals.
      if (row[1].length > 30) return [line(row.map((cell) => (cell.length > 30 ? `<p>${cell}</p>` : cell)))];
      // Below a page break the leading merged cell is gone: everything stands one column to the left.
      if (at === head + 6) return ['', line(row.slice(1))];
      if (at === head + 7 || at === head + 8) return [line(row.slice(1))];
      return [line(row)];
    });
  },
};

function tableLines(title, grid) {
  const rows = rowsOf(grid);
  return (DAMAGE[title] ?? tabbed)(rows);
}

function sectionLines({ blocks }) {
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? '';
  // The fund table is lost whole; of 04 all is lost but the last rows, which stand without a title.
  if (blocks.some(({ kind }) => kind === 'table')) {
    if (title.startsWith('政府性基金')) return [];
    if (title === '财政拨款收入支出决算总表') {
      const { grid } = blocks.find(({ kind }) => kind === 'table');
      const notes = blocks.filter(({ kind }) => kind === 'note').map(({ text }) => text);
      return [...tabbed(rowsOf(grid).slice(-9)), '', ...notes];
    }
  }
  return blocks.flatMap((block) => {
    if (block.kind === 'gap') return [];
    if (block.kind === 'table') return ['', ...tableLines(title, block.grid), ''];
    if (block.kind === 'line') return block.parts.filter((part) => part !== '').flatMap((part) => [part, '']);
    return [block.text === '收入决算表' ? '收入決算表' : block.text, ''];
  });
}

/** A long sentence is cut where a page ended. */
function cutSentence(lines) {
  const at = lines.findIndex((line) => line.length > 120 && /，[^，。]{6,}，/.test(line.slice(60)));
  const cut = lines[at].indexOf('，', 60) + 4;
  return [...lines.slice(0, at), lines[at].slice(0, cut), '', lines[at].slice(cut), ...lines.slice(at + 1)];
}

export const damagedText = (sections) =>
  `${cutSentence(sections.flatMap((section) => [...sectionLines(section), ''])).join('\n')}\n`.replace(
    /\n{4,}/g,
    '\n\n\n',
  );
