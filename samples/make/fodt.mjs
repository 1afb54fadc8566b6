// Sections and grids → a flat OpenDocument text, for LibreOffice Writer.
import { place } from './grid.mjs';

const PAGE = { portrait: [21, 29.7], landscape: [29.7, 21] };
const MARGIN = 2;

export const escapeXml = (text) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/ {2,}/g, (run) => `<text:s text:c="${run.length}"/>`);

const paragraphStyle = (name, paragraph, text, more = '') =>
  `<style:style style:name="${name}" style:family="paragraph"${more}>` +
  `<style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;

const font = (name, size, bold) =>
  `style:font-name="${name}" style:font-name-asian="${name}" fo:font-size="${size}pt" style:font-size-asian="${size}pt"` +
  (bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : '');

const KINDS = {
  cover: ['fo:text-align="center" fo:margin-top="0.5cm"', font('Hei', 26)],
  title: ['fo:text-align="center" fo:margin-bottom="0.25cm"', font('Hei', 16)],
  part: ['fo:text-align="center" fo:margin-bottom="0.6cm"', font('Hei', 18)],
  heading: ['fo:margin-top="0.25cm" fo:line-height="150%"', font('Hei', 13)],
  text: ['fo:text-indent="0.95cm" fo:line-height="150%"', font('Song', 12)],
  toc1: ['fo:line-height="150%"', font('Hei', 13)],
  toc2: ['fo:margin-left="0.9cm" fo:line-height="150%"', font('Song', 12)],
  right: ['fo:text-align="end"', font('Song', 9)],
  note: ['fo:margin-top="0.05cm"', font('Song', 9)],
  gap: ['', font('Song', 14)],
  left: ['', font('Song', 9)],
};

const lineStyle = (name, width) =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties><style:tab-stops>` +
  `<style:tab-stop style:position="${width / 2}cm" style:type="center"/>` +
  `<style:tab-stop style:position="${width}cm" style:type="right"/></style:tab-stops></style:paragraph-properties>` +
  `<style:text-properties ${font('Song', 9)}/></style:style>`;

const pageLayout = (name, orientation) => {
  const [width, height] = PAGE[orientation];
  return (
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}cm" ` +
    `fo:page-height="${height}cm" fo:margin="${MARGIN}cm" style:print-orientation="${orientation}"/>` +
    '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.2cm"/></style:footer-style>' +
    '</style:page-layout>'
  );
};

const footer =
  '<style:footer><text:p text:style-name="Foot">— <text:page-number text:select-page="current"/> —</text:p></style:footer>';

class FlatText {
  constructor() {
    this.styles = [];
    this.body = [];
    this.starts = 0;
  }

  style(xml) {
    this.styles.push(xml);
  }

  /** A paragraph; the first one of a section carries the page change. */
  paragraph(kind, xml, master) {
    let name = `K${kind}`;
    if (master) {
      name = `S${this.starts++}`;
      this.style(
        `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="K${kind}" ` +
          `style:master-page-name="${master}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
      );
    }
    this.body.push(`<text:p text:style-name="${name}">${xml}</text:p>`);
  }

  table(grid, width) {
    const id = `T${this.styles.length}`;
    const sum = grid.widths.reduce((a, b) => a + b, 0);
    this.style(
      `<style:style style:name="${id}" style:family="table"><style:table-properties style:width="${width}cm" ` +
        'table:align="center" style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>',
    );
    this.style(
      `<style:style style:name="${id}r" style:family="table-row"><style:table-row-properties ` +
        `style:min-row-height="${grid.rowHeight ?? 17}pt" fo:keep-together="always"/></style:style>`,
    );
    const columns = grid.widths.map((part, at) => {
      this.style(
        `<style:style style:name="${id}c${at}" style:family="table-column"><style:table-column-properties ` +
          `style:column-width="${((width * part) / sum).toFixed(3)}cm"/></style:style>`,
      );
      return `<table:table-column table:style-name="${id}c${at}"/>`;
    });
    const rows = rowsXml([...grid.head, ...grid.body], grid.widths.length, `${id}r`, grid.small ? 'Small' : '');
    this.body.push(`<table:table table:style-name="${id}">${columns.join('')}${rows}</table:table>`);
  }
}

function cellXml(cell, suffix) {
  const attributes =
    (cell.span > 1 ? ` table:number-columns-spanned="${cell.span}"` : '') +
    (cell.down > 1 ? ` table:number-rows-spanned="${cell.down}"` : '');
  const lines = cell.text
    .split('\n')
    .map((line) => `<text:p text:style-name="C${cell.align}${suffix}">${escapeXml(line)}</text:p>`);
  return `<table:table-cell table:style-name="Cell"${attributes} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

function rowsXml(rows, width, rowStyle, suffix) {
  const cells = new Map(place(rows).map((cell) => [`${cell.row},${cell.column}`, cell]));
  return rows
    .map((_, row) => {
      const xml = Array.from({ length: width }, (_, column) => {
        const cell = cells.get(`${row},${column}`);
        return cell ? cellXml(cell, suffix) : '<table:covered-table-cell/>';
      });
      return `<table:table-row table:style-name="${rowStyle}">${xml.join('')}</table:table-row>`;
    })
    .join('');
}

function addBlock(text, block, section, master) {
  const width = PAGE[section.landscape ? 'landscape' : 'portrait'][0] - 2 * MARGIN;
  if (block.kind === 'table') text.table(block.grid, width);
  else if (block.kind === 'line') {
    const xml = block.parts.map(escapeXml).join('<text:tab/>');
    text.paragraph(section.landscape ? 'lineL' : 'lineP', xml, master);
  } else if (block.kind === 'gap') {
    for (let at = 0; at < block.lines; at++) text.paragraph('gap', '', at === 0 ? master : undefined);
  } else text.paragraph(block.kind === 'toc' ? `toc${block.level}` : block.kind, escapeXml(block.text), master);
}

export function flatText(sections) {
  const text = new FlatText();
  for (const section of sections) {
    const master = `${section.landscape ? 'Landscape' : 'Portrait'}${section.plain ? 'Plain' : ''}`;
    section.blocks.forEach((block, at) => {
      addBlock(text, block, section, at === 0 ? master : undefined);
    });
  }
  return document(text);
}

function document(text) {
  const cellText = ['left', 'center', 'right'].flatMap((align) => [
    paragraphStyle(`C${align}`, `fo:text-align="${align === 'right' ? 'end' : align}"`, font('Song', 9)),
    paragraphStyle(`C${align}Small`, `fo:text-align="${align === 'right' ? 'end' : align}"`, font('Song', 7.5)),
  ]);
  const kinds = Object.entries(KINDS).map(([kind, [paragraph, words]]) => paragraphStyle(`K${kind}`, paragraph, words));
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Song" svg:font-family="'AR PL UMing CN'"/>
<style:font-face style:name="Hei" svg:font-family="'WenQuanYi Micro Hei'"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="US"
 style:language-asian="zh" style:country-asian="CN"/></style:default-style>
${kinds.join('\n')}
${lineStyle('KlineP', PAGE.portrait[0] - 2 * MARGIN)}
${lineStyle('KlineL', PAGE.landscape[0] - 2 * MARGIN)}
${cellText.join('\n')}
${paragraphStyle('Foot', 'fo:text-align="center"', font('Song', 9))}
</office:styles>
<office:automatic-styles>
${pageLayout('P', 'portrait')}${pageLayout('L', 'landscape')}
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.03cm" style:vertical-align="middle"/></style:style>
${text.styles.join('\n')}
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Portrait" style:page-layout-name="P">${footer}</style:master-page>
<style:master-page style:name="Landscape" style:page-layout-name="L">${footer}</style:master-page>
<style:master-page style:name="PortraitPlain" style:page-layout-name="P"/>
</office:master-styles>
<office:body><office:text>${text.body.join('\n')}</office:text></office:body>
</office:document>
`;
}
