// A grid drawn on a canvas: cells measured and wrapped, rules merged into runs.
import { place } from './grid.mjs';
import { textWidth, wrap } from './pdf.mjs';

const PADDING = 2;

function offsets(sizes, start) {
  const edges = [start];
  for (const size of sizes) edges.push(edges.at(-1) + size);
  return edges;
}

/** The unit edges of all cells: `h` row,column above a cell …, each once. */
function edgesOf(cells) {
  const edges = { h: new Set(), v: new Set() };
  for (const { row, column, span, down } of cells) {
    for (let c = column; c < column + span; c++) edges.h.add(`${row},${c}`).add(`${row + down},${c}`);
    for (let r = row; r < row + down; r++) edges.v.add(`${column},${r}`).add(`${column + span},${r}`);
  }
  return edges;
}

/** Runs [line, from, to) of neighbouring unit edges. */
function runsOf(edges, lines, units) {
  const runs = [];
  for (let line = 0; line <= lines; line++) {
    let from;
    for (let unit = 0; unit <= units; unit++) {
      const drawn = edges.has(`${line},${unit}`);
      if (drawn && from === undefined) from = unit;
      if (!drawn && from !== undefined) {
        runs.push([line, from, unit]);
        from = undefined;
      }
    }
  }
  return runs;
}

function drawCell(canvas, cell, box, { size, font }) {
  const inner = box.x1 - box.x0 - 2 * PADDING;
  const lines = wrap(cell.text, size, inner);
  const leading = size * 1.15;
  const top = (box.y0 + box.y1) / 2 - (lines.length * leading) / 2 + size * 0.95;
  lines.forEach((line, at) => {
    const slack = inner - textWidth(line, size);
    const shift = cell.align === 'right' ? slack : cell.align === 'center' ? slack / 2 : 0;
    canvas.text(line, box.x0 + PADDING + shift, top + at * leading, size, font);
  });
}

/** Draws the grid from `top` down; returns where it ends. style: rectangles | lines | dashed; open: no outer sides. */
export function drawTable(canvas, grid, { left, right, top, size, font, style, open }) {
  const rows = [...grid.head, ...grid.body];
  const cells = place(rows);
  const sum = grid.widths.reduce((a, b) => a + b, 0);
  const xs = offsets(
    grid.widths.map((width) => ((right - left) * width) / sum),
    left,
  );
  const heights = rows.map((_, row) => {
    const needed = cells
      .filter((cell) => cell.row === row && cell.down === 1)
      .map((cell) => {
        const width = xs[cell.column + cell.span] - xs[cell.column] - 2 * PADDING;
        return wrap(cell.text, size, width).length * size * 1.15 + 3;
      });
    return Math.max(grid.rowHeight, ...needed);
  });
  const ys = offsets(heights, top);
  for (const cell of cells) {
    const box = {
      x0: xs[cell.column],
      x1: xs[cell.column + cell.span],
      y0: ys[cell.row],
      y1: ys[cell.row + cell.down],
    };
    drawCell(canvas, cell, box, { size, font });
  }
  const edges = edgesOf(cells);
  const columns = grid.widths.length;
  for (const [line, from, to] of runsOf(edges.h, rows.length, columns))
    canvas.rule(xs[from], ys[line], xs[to], ys[line], style);
  for (const [line, from, to] of runsOf(edges.v, columns, rows.length)) {
    if (!(open && (line === 0 || line === columns))) canvas.rule(xs[line], ys[from], xs[line], ys[to], style);
  }
  return ys.at(-1);
}
