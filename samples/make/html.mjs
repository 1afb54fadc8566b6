// Sections and grids → HTML for Chromium's print: named pages, borders by CSS, table heads in <thead>.
export const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const STYLE = `
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page); font: 9pt 'AR PL UMing CN'; } }
@page wide { size: A4 landscape; margin: 18mm 16mm; }
body { font: 12pt/1.9 'AR PL UMing CN', serif; margin: 0; }
section { break-before: page; }
section:first-child { break-before: auto; }
section.wide { page: wide; }
h1, h2, h3 { font-family: 'WenQuanYi Micro Hei', sans-serif; font-weight: normal; }
h1 { font-size: 26pt; text-align: center; margin: 0; }
h2 { font-size: 16pt; text-align: center; margin: 0 0 8pt; line-height: 1.4; }
h3 { font-size: 12.5pt; margin: 6pt 0 0; }
p { margin: 0; }
p.text { text-indent: 2em; }
p.toc2 { padding-left: 2em; }
p.line { display: flex; justify-content: space-between; font-size: 9pt; line-height: 1.5; }
p.note, p.right { font-size: 9pt; line-height: 1.5; }
p.right { text-align: right; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9pt; line-height: 1.25; }
table.small { font-size: 8pt; }
td, th { border: 0.75pt solid #000; padding: 1.5pt 2.5pt; font-weight: normal; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
table.once thead { display: table-row-group; }
`;

function cellHtml(cell) {
  const spans = (cell.span > 1 ? ` colspan="${cell.span}"` : '') + (cell.down > 1 ? ` rowspan="${cell.down}"` : '');
  return `<td class="${cell.align}"${spans}>${escapeHtml(cell.text).replace(/\n/g, '<br>')}</td>`;
}

function tableHtml(grid) {
  const sum = grid.widths.reduce((a, b) => a + b, 0);
  const columns = grid.widths.map((width) => `<col style="width:${((100 * width) / sum).toFixed(2)}%">`).join('');
  const rows = (cells) =>
    cells.map((row) => `<tr style="height:${grid.rowHeight ?? 17}pt">${row.map(cellHtml).join('')}</tr>`).join('\n');
  const classes = [grid.small && 'small', !grid.repeatHead && 'once'].filter(Boolean).join(' ');
  return `<table class="${classes}"><colgroup>${columns}</colgroup><thead>${rows(grid.head)}</thead><tbody>${rows(grid.body)}</tbody></table>`;
}

function blockHtml(block) {
  if (block.kind === 'table') return tableHtml(block.grid);
  if (block.kind === 'gap') return `<div style="height:${block.lines * 18}pt"></div>`;
  if (block.kind === 'line')
    return `<p class="line">${block.parts.map((part) => `<span>${escapeHtml(part)}</span>`).join('')}</p>`;
  const text = escapeHtml(block.text);
  if (block.kind === 'cover') return `<h1>${text}</h1>`;
  if (block.kind === 'title' || block.kind === 'part') return `<h2>${text}</h2>`;
  if (block.kind === 'heading') return `<h3>${text}</h3>`;
  return `<p class="${block.kind}${block.level ?? ''}">${text}</p>`;
}

export function htmlDocument(title, sections) {
  const body = sections.map(
    ({ landscape, blocks }) =>
      `<section${landscape ? ' class="wide"' : ''}>\n${blocks.map(blockHtml).join('\n')}\n</section>`,
  );
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
${body.join('\n')}
</body></html>
`;
}
