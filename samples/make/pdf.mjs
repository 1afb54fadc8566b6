// A PDF written by hand: two Chinese fonts that are named and not embedded, pages, form XObjects, nothing else.
import { deflateSync } from 'node:zlib';

/** Every character of GBK with its two bytes: all double-byte codes decoded once. */
const gbk = new Map();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = decoder.decode(Uint8Array.of(lead, trail));
    if (char.length === 1 && char !== '\ufffd' && !gbk.has(char)) gbk.set(char, (lead << 8) | trail);
  }
}

const hex = (code, digits) => code.toString(16).padStart(digits, '0');
const encodeUcs2 = (text) => [...text].map((char) => hex(char.charCodeAt(0), 4)).join('');
const encodeGbk = (text) =>
  [...text].map((char) => (char < '\x80' ? hex(char.charCodeAt(0), 2) : hex(gbk.get(char), 4))).join('');

/** F1: UCS-2 text, ASCII on CIDs 1-95; F2: GBK text, ASCII on the half-width CIDs 814-908. */
const FONTS = {
  F1: { encoding: 'UniGB-UCS2-H', widths: '[1 95 500]', encode: encodeUcs2 },
  F2: { encoding: 'GBK-EUC-H', widths: '[814 908 500]', encode: encodeGbk },
};

const ems = (char) => (char < '\x80' ? 0.5 : 1);
export const textWidth = (text, size) => size * [...text].reduce((total, char) => total + ems(char), 0);

/** What stays together on a line: a run of ASCII or one character, with the punctuation after it. */
const piecesOf = (text) => text.match(/(?:[\x21-\x7e]+|.)[，。、；：）”]*/gu) ?? [];

/** Breaks a text into lines no wider than `width`. */
export function wrap(text, size, width) {
  const lines = [''];
  for (const piece of piecesOf(text)) {
    if (textWidth(lines.at(-1) + piece, size) > width && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines;
}

const number = (value) => String(Math.round(value * 100) / 100);

/** The drawing commands of a page or form; the origin is at the top left, as one reads. */
export class Canvas {
  constructor(width, height) {
    Object.assign(this, { width, height, commands: [], forms: [] });
  }

  add(...parts) {
    this.commands.push(parts.map((part) => (typeof part === 'number' ? number(part) : part)).join(' '));
  }

  text(text, x, y, size, font) {
    if (!text) return;
    this.add(
      'BT',
      `/${font}`,
      size,
      'Tf',
      '1 0 0 1',
      x,
      this.height - y,
      'Tm',
      `<${FONTS[font].encode(text)}>`,
      'Tj ET',
    );
  }

  /** A rule as a thin filled rectangle or as a stroked line, dashed or not. */
  rule(x0, y0, x1, y1, style) {
    const half = 0.3;
    if (style === 'rectangles') {
      this.add(x0 - half, this.height - y1 - half, x1 - x0 + 2 * half, y1 - y0 + 2 * half, 're f');
      return;
    }
    const dash = style === 'dashed' ? '[2 1.5] 0 d' : '[] 0 d';
    this.add('0.6 w', dash, x0, this.height - y0, 'm', x1, this.height - y1, 'l S');
  }

  /** Draws another canvas of the same size as a form XObject. */
  form(canvas) {
    this.forms.push(canvas);
    this.add('q 1 0 0 1 0 0 cm', `/X${this.forms.length} Do Q`);
  }
}

class Objects {
  constructor() {
    this.bodies = [];
  }

  add(body) {
    this.bodies.push(body);
    return this.bodies.length;
  }

  stream(text, entries = '') {
    const data = deflateSync(Buffer.from(text, 'latin1'));
    const head = `<< ${entries} /Length ${data.length} /Filter /FlateDecode >>\nstream\n`;
    return this.add(Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream', 'latin1')]));
  }

  bytes(root, info) {
    const chunks = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    const offsets = [];
    let length = chunks[0].length;
    const push = (chunk) => {
      const data = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, 'latin1');
      chunks.push(data);
      length += data.length;
    };
    this.bodies.forEach((body, at) => {
      offsets.push(length);
      push(`${at + 1} 0 obj\n`);
      push(body);
      push('\nendobj\n');
    });
    const start = length;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    push(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
    push(
      `trailer\n<< /Size ${offsets.length + 1} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    );
    return Buffer.concat(chunks);
  }
}

function addFonts(objects) {
  const descriptor = objects.add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  const entries = Object.entries(FONTS).map(([name, { encoding, widths }]) => {
    const descendant = objects.add(
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) ' +
        `/Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W ${widths} >>`,
    );
    const font = objects.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`,
    );
    return `/${name} ${font} 0 R`;
  });
  return `<< ${entries.join(' ')} >>`;
}

/** Pages are {canvas, rotate}: a rotated page is drawn as it is read and turned with /Rotate 90. */
export function writePdf(pages, producer) {
  const objects = new Objects();
  const fonts = addFonts(objects);
  const tree = objects.add('');
  const kids = pages.map(({ canvas, rotate }) => addPage(objects, { canvas, rotate, fonts, tree }));
  objects.bodies[tree - 1] =
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  const root = objects.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const info = objects.add(`<< /Producer (${producer}) >>`);
  return objects.bytes(root, info);
}

function addPage(objects, { canvas, rotate, fonts, tree }) {
  const forms = canvas.forms.map((form, at) => {
    const box = `/BBox [0 0 ${number(form.width)} ${number(form.height)}] /Resources << /Font ${fonts} >>`;
    return `/X${at + 1} ${objects.stream(form.commands.join('\n'), `/Type /XObject /Subtype /Form ${box}`)} 0 R`;
  });
  const commands = rotate ? [`0 1 -1 0 ${number(canvas.height)} 0 cm`, ...canvas.commands] : canvas.commands;
  const content = objects.stream(commands.join('\n'));
  const [width, height] = rotate ? [canvas.height, canvas.width] : [canvas.width, canvas.height];
  return objects.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${number(width)} ${number(height)}]${rotate ? ' /Rotate 90' : ''} ` +
      `/Contents ${content} 0 R /Resources << /Font ${fonts} /XObject << ${forms.join(' ')} >> >> >>`,
  );
}
