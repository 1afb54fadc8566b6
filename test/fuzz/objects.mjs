// A PDF taken apart into its objects with streams inflated, and put together again: for mutations below the compression.
import { deflateSync, inflateSync } from 'node:zlib';

const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');

/**
 * The objects of a sound PDF without object streams (as the samples are): number → {head, data}. `head` is the text between
 * obj and stream (or endobj), `data` the inflated stream, null where there is none; `packed` says that it was deflated,
 * `raw` how it lay in the file.
 */
export function takeApart(bytes) {
  const text = latin1(bytes);
  const objects = new Map();
  const begin = /(?:^|[\r\n])(\d+) 0 obj\b/g;
  for (let m = begin.exec(text); m !== null; m = begin.exec(text)) {
    const from = m.index + m[0].length;
    const end = text.indexOf('endobj', from);
    const stream = text.indexOf('stream', from);
    if (stream === -1 || stream > end) {
      objects.set(Number(m[1]), { head: text.slice(from, end).trim(), data: null, packed: false });
      continue;
    }
    const head = text.slice(from, stream).trim();
    const start = stream + 'stream'.length + (text.startsWith('\r\n', stream + 6) ? 2 : 1);
    const stop = start + lengthOf(text, head);
    const raw = bytes.subarray(start, stop);
    const packed = head.includes('/FlateDecode') && !head.includes('/DecodeParms');
    const data = packed ? latin1(inflateSync(raw)) : latin1(raw);
    objects.set(Number(m[1]), { head, data, packed, raw: { data, bytes: raw } });
    begin.lastIndex = stop;
  }
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)?.[1] ?? '<< >>';
  return {
    objects,
    root: /\/Root\s+(\d+ \d+ R)/.exec(trailer)?.[1] ?? '1 0 R',
    info: /\/Info\s+(\d+ \d+ R)/.exec(trailer)?.[1],
  };
}

function lengthOf(text, head) {
  const direct = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head);
  if (direct) return Number(direct[1]);
  const reference = /\/Length\s+(\d+)\s+\d+\s+R/.exec(head)?.[1];
  return Number(new RegExp(`[\\r\\n]${reference} 0 obj\\s+(\\d+)`).exec(text)?.[1] ?? 0);
}

const bodyOf = (data, packed) => {
  const plain = Buffer.from(data, 'latin1');
  return packed ? deflateSync(plain, { level: 1 }) : plain;
};

/** The file again. `lies` shifts offsets and lengths by chance; streams that were deflated are deflated again. */
export function putTogether({ objects, root, info }, lies = { offset: () => 0, length: () => 0 }) {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0].length;
  const offsets = new Map();
  const add = (part) => {
    parts.push(part);
    at += part.length;
  };
  for (const [number, { head, data, packed, raw }] of objects) {
    offsets.set(number, at);
    add(Buffer.from(`${number} 0 obj\n`, 'latin1'));
    if (data === null) add(Buffer.from(`${head}\nendobj\n`, 'latin1'));
    else {
      const body = raw?.data === data ? raw.bytes : bodyOf(data, packed);
      const length = `/Length ${body.length + lies.length()}`;
      add(Buffer.from(`${head.replace(/\/Length\s+\d+(\s+\d+\s+R)?/, length)}\nstream\n`, 'latin1'));
      add(body);
      add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    }
  }
  const size = Math.max(...objects.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(Math.max(0, offset + lies.offset())).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<< /Size ${size} /Root ${root} ${info ? `/Info ${info}` : ''} >>\nstartxref\n${at}\n%%EOF\n`;
  add(Buffer.from(`xref\n0 ${size}\n${lines.join('')}${trailer}`, 'latin1'));
  return Buffer.concat(parts);
}
