// What spreadsheets and people do to the tables that they print: each changes one grid.
const plain = (text, align = 'right') => ({ text, align });
const mid = (text, down = 1) => ({ text, align: 'center', down });
const isCode = (text) => /^\d{3,7}$/.test(text);
const amounts = (grid) => grid.body.flat().filter((cell) => cell.fact && cell.text.trim() !== '');
const nothings = (grid) => grid.body.flat().filter((cell) => cell.fact && /^(0\.00)?$/.test(cell.text.trim()));
const TREES = /^(revenue|expenditure|general_public_budget|government_fund|state_capital)$/;

/** By name. */
export const ROUGHER = {
  'amounts on two lines': (grid) => {
    for (const cell of amounts(grid)) if (cell.text.length > 8) cell.text = cell.text.replace(/(.{3})$/, '\n$1');
  },
  'signs where nothing is': (grid, { once }) => {
    const sign = once('sign', ['-', '/', '——', '…', '0', '无', '— —']);
    for (const cell of nothings(grid)) cell.text = sign;
  },
  'a yuan sign': (grid) => {
    for (const cell of amounts(grid)) cell.text = `¥${cell.text.trim()}`;
  },
  'the unit after amounts': (grid, { unit }) => {
    for (const cell of amounts(grid)) cell.text = `${cell.text.trim()}${unit}`;
  },
  'codes and names in one cell': (grid) => {
    if (!TREES.test(grid.key) || grid.body.some((row) => isCode(row[0].text) && /^(\d\d)?$/.test(row[1].text))) return;
    for (const row of grid.body) {
      const at = row.findIndex((cell) => isCode(cell.text));
      if (at >= 0) row.splice(at, 2, plain(`${row[at].text} ${row[at + 1].text}`, 'left'));
      else if ((row[0].span ?? 1) > 1) row[0].span--;
      else row.shift();
    }
    for (const [r, row] of grid.head.entries()) {
      const at = row.findIndex(({ text }) => /(编码|代码)$/.test(text.replace(/\s/g, '')));
      if (r === 0 && row[0].span > 1) row[0].span--;
      if (at >= 0 && row[at + 1]) row.splice(at, 2, { ...row[at], text: '科目', span: 1 });
      else if (/^栏次/.test(row[0].text.replace(/\s/g, '')) && r > 0) row[0].span = 1;
    }
    grid.widths.splice(0, 2, grid.widths[0] + grid.widths[1]);
  },
  'a column of sequence numbers': (grid) => {
    if (!TREES.test(grid.key)) return;
    grid.head[0].unshift(mid('序号', grid.head.length));
    grid.body = grid.body.map((row, r) => [mid(String(r + 1)), ...row]);
    grid.widths.unshift(5);
  },
  'a column of unit names': (grid, { account }) => {
    if (!TREES.test(grid.key)) return;
    grid.head[0].unshift(mid('单位名称', grid.head.length));
    // A form's empty rows are filled by nothing.
    const isNamed = (row) => row.some((c) => !c.fact && /\p{Script=Han}/u.test(c.text));
    grid.body = grid.body.map((row) => [plain(isNamed(row) ? account.department : '', 'left'), ...row]);
    grid.widths.unshift(14);
  },
  'shares in per cent': (grid) => {
    if (!TREES.test(grid.key)) return;
    grid.head[0].push(mid('占比', grid.head.length));
    grid.body = grid.body.map((row, r) => [...row, plain(`${(97.13 / (r + 1)).toFixed(2)}%`)]);
    grid.widths.push(9);
  },
  'sides named down the page': (grid) => {
    if (!/summary$/.test(grid.key) || grid.body.length < 4) return;
    grid.head[0].unshift(mid('', grid.head.length));
    grid.body = grid.body.map((row, r) => (r === 0 ? [mid('收\n入\n支\n出', grid.body.length), ...row] : row));
    grid.widths.unshift(6);
  },
};

/** Changes to all sheets of a document, as CSS. */
export const SHEETS = {
  'a slanting watermark': `section { position: relative } section::after { content: '云岭县水务局决算公开专用'; position: absolute; left: 10%; top: 90pt;
    font-size: 36pt; color: #ccc; transform: rotate(-35deg) }`,
  'a running head': `@page { @top-right { content: '2024年度部门决算公开文本'; font: 9pt 'AR PL UMing CN' } @bottom-center { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页' } }`,
  'small print': 'table { zoom: 0.55 }',
  'no room around the figures': 'td { padding: 0 !important; line-height: 1 }',
  'thin grey rules': 'td { border: 0.2pt solid #bbb !important }',
  'dotted rules': 'td { border: 0.75pt dotted #000 !important }',
  'dashed rules': 'td { border: 0.5pt dashed #000 !important }',
  'double rules': 'td { border: 2.25pt double #000 !important }',
  'shaded heads and stripes':
    'thead td { background: #4472c4; color: #fff } tbody tr:nth-child(even) { background: #eee }',
  'letter-spaced print': 'td { letter-spacing: 1pt }',
  'shadowed print': 'td { text-shadow: 0.3pt 0 #000 }',
  'figures in another font': "td.right { font-family: 'DejaVu Sans Mono', monospace }",
  'a bold total': 'tbody tr:first-child { font-weight: bold; font-style: italic }',
};
