// Sheets → a flat OpenDocument spreadsheet, for LibreOffice Calc. A sheet is {name, landscape, widths (mm), rows}, a row
// {height (pt), cells}; a cell has a style name and, for an amount, a value that Calc formats itself.
import { escapeXml } from './fodt.mjs';
import { place } from './grid.mjs';

const FONT = (name, size) =>
  `style:font-name="${name}" style:font-name-asian="${name}" fo:font-size="${size}pt" style:font-size-asian="${size}pt"`;

const cellStyle = (name, { font = 'Song', size = 10, align = 'start', border = false, wrap = true, data = '' }) =>
  `<style:style style:name="${name}" style:family="table-cell"${data && ` style:data-style-name="${data}"`}>` +
  `<style:table-cell-properties ${border ? 'fo:border="0.5pt solid #000000" ' : ''}fo:padding="0.03cm" ` +
  `fo:wrap-option="${wrap ? 'wrap' : 'no-wrap'}" style:vertical-align="middle" style:text-align-source="fix"/>` +
  `<style:paragraph-properties fo:text-align="${align}"/><style:text-properties ${FONT(font, size)}/></style:style>`;

const STYLES = [
  cellStyle('left', { border: true }),
  cellStyle('center', { border: true, align: 'center' }),
  cellStyle('right', { border: true, align: 'end', data: 'Amount' }),
  cellStyle('title', { font: 'Hei', size: 16, align: 'center' }),
  cellStyle('cover', { font: 'Hei', size: 26, align: 'center' }),
  cellStyle('before', {}),
  cellStyle('after', { align: 'end' }),
  cellStyle('text', { size: 12 }),
  cellStyle('strong', { font: 'Hei', size: 12 }),
];

const pageStyle = (landscape) => {
  const name = landscape ? 'L' : 'P';
  const [width, height] = landscape ? [29.7, 21] : [21, 29.7];
  return (
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}cm" ` +
    `fo:page-height="${height}cm" fo:margin="1.8cm" style:print-orientation="${landscape ? 'landscape' : 'portrait'}" ` +
    'style:scale-to-X="1" style:scale-to-Y="0" style:table-centering="horizontal"/>' +
    '<style:header-style/><style:footer-style/></style:page-layout>'
  );
};

const masterPage = (name) =>
  `<style:master-page style:name="${name}" style:page-layout-name="${name}"><style:header style:display="false"/>` +
  '<style:footer><style:region-center><text:p><text:page-number>1</text:page-number></text:p></style:region-center>' +
  '</style:footer></style:master-page>';

function cellXml(cell) {
  const spans =
    cell.span > 1 || cell.down > 1
      ? ` table:number-columns-spanned="${cell.span}" table:number-rows-spanned="${cell.down}"`
      : '';
  const head = `<table:table-cell table:style-name="${cell.style ?? cell.align}"${spans}`;
  if (cell.fact && cell.text)
    return `${head} office:value-type="float" office:value="${cell.text.replace(/,/g, '')}"/>`;
  const lines = cell.text.split('\n').map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  return `${head} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

function rowsXml(sheet, id, styles) {
  const cells = new Map(place(sheet.rows.map((row) => row.cells)).map((cell) => [`${cell.row},${cell.column}`, cell]));
  return sheet.rows.map((row, at) => {
    const name = `${id}r${at}`;
    styles.push(
      `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties ` +
        `style:row-height="${row.height}pt" style:use-optimal-row-height="false"/></style:style>`,
    );
    const xml = sheet.widths.map((_, column) => {
      const cell = cells.get(`${at},${column}`);
      return cell ? cellXml(cell) : '<table:covered-table-cell/>';
    });
    return `<table:table-row table:style-name="${name}">${xml.join('')}</table:table-row>`;
  });
}

function sheetXml(sheet, at, styles) {
  const id = `s${at}`;
  styles.push(
    `<style:style style:name="${id}" style:family="table" style:master-page-name="${sheet.landscape ? 'L' : 'P'}">` +
      '<style:table-properties table:display="true"/></style:style>',
  );
  const columns = sheet.widths.map((width, column) => {
    styles.push(
      `<style:style style:name="${id}c${column}" style:family="table-column"><style:table-column-properties ` +
        `style:column-width="${width}mm"/></style:style>`,
    );
    return `<table:table-column table:style-name="${id}c${column}"/>`;
  });
  const rows = rowsXml(sheet, id, styles);
  if (sheet.repeat) {
    const [from, to] = sheet.repeat;
    rows[from] = `<table:table-header-rows>${rows[from]}`;
    rows[to - 1] += '</table:table-header-rows>';
  }
  return `<table:table table:name="${escapeXml(sheet.name)}" table:style-name="${id}">${columns.join('')}${rows.join('\n')}</table:table>`;
}

export function flatSheets(sheets) {
  const styles = [];
  const tables = sheets.map((sheet, at) => sheetXml(sheet, at, styles));
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls>
<style:font-face style:name="Song" svg:font-family="'AR PL UMing CN'"/>
<style:font-face style:name="Hei" svg:font-family="'WenQuanYi Micro Hei'"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="US"
 style:language-asian="zh" style:country-asian="CN"/></style:default-style>
</office:styles>
<office:automatic-styles>
<number:number-style style:name="Amount"><number:number number:decimal-places="2" number:min-decimal-places="2"
 number:min-integer-digits="1" number:grouping="true"/></number:number-style>
${STYLES.join('\n')}
${pageStyle(false)}${pageStyle(true)}
${styles.join('\n')}
</office:automatic-styles>
<office:master-styles>${masterPage('P')}${masterPage('L')}</office:master-styles>
<office:body><office:spreadsheet>
${tables.join('\n')}
</office:spreadsheet></office:body>
</office:document>
`;
}
