// The archive department's accounts of the year before as a workbook in 元: a sheet per table, printed by Calc.
import { partNames } from './disclosure.mjs';
import { flatSheets } from './fods.mjs';
import { place } from './grid.mjs';
import { explanation, glossary, overview } from './narrative.mjs';

const MM = 1.55;
const cell = (text, style, span = 1) => ({ text, style, span });
const line = (text, style, height) => ({ height, cells: [cell(text, style)] });

/** Characters of full width that a text takes. */
const ems = (text) => [...text].reduce((total, char) => total + (char.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

/** Height of a wrapped paragraph of 12 pt characters on a line of 172 mm. */
const textHeight = (text) => 4 + 17 * Math.ceil((ems(text) + 2) / 39);

/** Height of a row of 10 pt cells, the names of which may wrap. */
function rowHeight(cells, widths, lowest) {
  const lines = place([cells]).map(({ text, column, span }) => {
    const points = widths.slice(column, column + span).reduce((a, b) => a + b, 0) * MM * 2.83;
    return Math.ceil((ems(text) * 10 + 4) / points);
  });
  return Math.max(lowest, 5 + 13 * Math.max(...lines));
}

function textSheet(name, blocks) {
  const rows = blocks.map(({ kind, text }) => {
    if (kind === 'part') return line(text, 'title', 40);
    if (kind === 'heading') return line(text, 'strong', 24);
    return line(`　　${text}`, 'text', textHeight(text));
  });
  return { name, widths: [172], rows };
}

function coverSheet(account, titles) {
  const gap = (height) => line('', 'text', height);
  const parts = partNames(account, false).map(
    (name, at) => `${['第一部分', '第二部分', '第三部分', '第四部分'][at]}　${name}`,
  );
  const rows = [
    gap(150),
    line(account.department, 'cover', 50),
    line(`${account.year}年度${account.kind}决算`, 'cover', 50),
    gap(60),
    line('目  录', 'title', 36),
    line(parts[0], 'strong', 22),
    line(parts[1], 'strong', 22),
    ...titles.map((title, at) => line(`　　${'一二三四五六七八九'[at]}、${title}`, 'text', 20)),
    line(parts[2], 'strong', 22),
    line(parts[3], 'strong', 22),
  ];
  return { name: '封面目录', widths: [172], rows };
}

function tableSheet(account, grid) {
  const width = grid.widths.length;
  const half = Math.ceil(width / 2);
  const pair = (left, right) => ({
    height: 16,
    cells: [cell(left, 'before', half), cell(right, 'after', width - half)],
  });
  const noteHeight = 16 * Math.ceil(grid.note.length / (grid.landscape ? 70 : 50));
  const lowest = grid.key === 'three_public' ? 30 : 18;
  const headHeight = grid.key === 'three_public' ? 30 : 24;
  return {
    name: grid.number.replace('公开', '') + grid.title.slice(0, 12),
    landscape: grid.landscape,
    widths: grid.widths.map((part) => part * MM),
    rows: [
      { height: 30, cells: [cell(grid.title, 'title', width)] },
      pair('', grid.number),
      pair(`部门：${account.department}`, '金额单位：元'),
      ...grid.head.map((cells) => ({ height: headHeight, cells })),
      ...grid.body.map((cells) => ({ height: rowHeight(cells, grid.widths, lowest), cells })),
      { height: noteHeight, cells: [cell(grid.note, 'before', width)] },
    ],
  };
}

export function workbook(account, grids) {
  const [first, second, third, fourth] = partNames(account, false);
  const part = (name) => ({ kind: 'part', text: name });
  return flatSheets([
    coverSheet(
      account,
      grids.map((grid) => grid.title),
    ),
    textSheet('概况', [part(`第一部分　${first}`), ...overview(account)]),
    textSheet('决算表', [part(`第二部分　${second}`)]),
    ...grids.map((grid) => tableSheet(account, grid)),
    textSheet('情况说明', [part(`第三部分　${third}`), ...explanation(account)]),
    textSheet('名词解释', [part(`第四部分　${fourth}`), ...glossary(account)]),
  ]);
}
