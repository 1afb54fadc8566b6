// Makes accounts whose text says something else than their pages show: 3 and 8, 1 and 7 are swapped in the text, the print is as it was.
import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { openWithPdfium } from '../../dist/pages/pdfium/reader.js';

const SWAPPED = { 1: '7', 7: '1', 3: '8', 8: '3' };
const swap = (text) => text.replace(/[1378]/g, (d) => SWAPPED[d]);

/** The PDF with every ToUnicode map of its fonts swapped, as an update at its end. Fonts without a map stay as they are. */
export function swapMaps(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  const altered = [];
  for (const { index, 0: head, 1: number, 2: entries } of text.matchAll(
    /(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?>>)\s*stream\r?\n/g,
  )) {
    const start = index + head.length;
    const end = text.indexOf('endstream', start);
    const map = cmapIn(Buffer.from(text.slice(start, end), 'latin1'), entries);
    if (map !== undefined) altered.push({ number: Number(number), map: swapCmap(map) });
  }
  return updated(text, altered);
}

function cmapIn(data, entries) {
  if (/\/(Image|FontFile|XObject|Length1|Type1C)/.test(entries)) return undefined;
  try {
    const map = (entries.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
    return map.includes('begincmap') ? map : undefined;
  } catch {
    return undefined;
  }
}

/** All its mappings one by one, those to a digit swapped. */
function swapCmap(map) {
  const pairs = [];
  const digits = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(map)[1].length;
  const add = (code, to) => {
    const char = String.fromCharCode(Number.parseInt(to, 16));
    const swapped = to.length === 4 && SWAPPED[char] ? SWAPPED[char].charCodeAt(0).toString(16).padStart(4, '0') : to;
    pairs.push(`<${code.toString(16).padStart(digits, '0')}> <${swapped}>`);
  };
  const hex = (t) => Number.parseInt(t, 16);
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, to] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) add(hex(code), to);
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, one, many] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const list = many && [...many.matchAll(/<([0-9a-f]+)>/gi)].map((m) => m[1]);
      for (let code = hex(from), i = 0; code <= hex(to); code++, i++)
        add(code, list ? list[i] : (hex(one) + i).toString(16).padStart(one.length, '0'));
    }
  const blocks = [];
  for (let i = 0; i < pairs.length; i += 100) {
    const some = pairs.slice(i, i + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  const [head] = map.split(/\d+\s+begin(?:bfchar|bfrange)/);
  return `${head}${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

function updated(text, altered) {
  const size = /\/Size (\d+)/.exec(text.slice(text.lastIndexOf('/Size')))[1];
  const root = /\/Root (\d+ \d+ R)/.exec(text)[1];
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1];
  let out = text.endsWith('\n') ? text : `${text}\n`;
  const offsets = [];
  for (const { number, map } of altered) {
    const data = deflateSync(Buffer.from(map, 'latin1')).toString('latin1');
    offsets.push(`${number} 1\n${String(out.length).padStart(10, '0')} 00000 n \n`);
    out += `${number} 0 obj\n<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream\nendobj\n`;
  }
  const start = out.length;
  out += `xref\n${offsets.join('')}trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/**
 * What a text layer of some pages of a PDF draws, its digits swapped: rules and characters where they stand, in the font /L (`LAYER_FONT`).
 * `hidden`: by the text mode that paints nothing; else in black, and the picture must be painted over it.
 */
export async function swappedLayer(path, pages, hidden) {
  const reader = await openWithPdfium(new Uint8Array(readFileSync(path)));
  const out = [];
  for (const number of pages) {
    const { glyphs, rules, height } = await reader.page(number);
    const y = (v) => (height - v).toFixed(2);
    const lines = rules.map(({ axis, at, from, to }) =>
      axis === 'horizontal'
        ? `${from.toFixed(2)} ${y(at)} m ${to.toFixed(2)} ${y(at)} l S`
        : `${at.toFixed(2)} ${y(from)} m ${at.toFixed(2)} ${y(to)} l S`,
    );
    const text = glyphs
      .filter((g) => !g.generated && g.char.trim() !== '' && g.char.length === 1)
      .map((g) => {
        const code = swap(g.char).charCodeAt(0).toString(16).padStart(4, '0');
        return `1 0 0 1 ${g.x0.toFixed(2)} ${y(g.baseline)} Tm /L ${g.size.toFixed(2)} Tf <${code}> Tj`;
      });
    out.push(`0.5 w ${hidden ? '' : lines.join('\n')}\nBT ${hidden ? '3' : '0'} Tr\n${text.join('\n')}\nET`);
  }
  await reader.close();
  return out;
}

/** A font that is not in the file: its characters are known by their Unicode. */
export const LAYER_FONT =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 ' +
  '/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 ' +
  '/CapHeight 880 /StemV 93 >> >>] >>';
