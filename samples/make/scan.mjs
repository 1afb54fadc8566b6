// Makes a scan of a PDF: its pages drawn, then degraded as a scanner or a fax does it, one picture a page, no text layer.
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { openWithPdfium } from '../../dist/pages/pdfium/reader.js';
import { LAYER_FONT, swapMaps, swappedLayer } from './lie.mjs';
import { photograph } from './photograph.mjs';

/**
 * The kinds of scan. dpi; skew: largest lean in degrees; blur: sigma in pixels at 200 dpi; noise: standard deviation of the gray; contrast:
 * [black, white] of the print; jpeg: quality; tilt, light: as of `photograph`; bilevel: threshold; seal: a red seal over the page; turn: clockwise degrees; swap: a text
 * layer with 3 and 8, 1 and 7 swapped: by the maps of the fonts of a file that is no scan, painted under the picture, or hidden.
 */
export const KINDS = {
  'clean 150': { dpi: 150, jpeg: 90 },
  'clean 200': { dpi: 200, jpeg: 90 },
  'clean 300': { dpi: 300, jpeg: 90 },
  'realistic 150': { dpi: 150, skew: 0.8, blur: 0.5, noise: 6, contrast: [30, 244], jpeg: 60 },
  'realistic 200': { dpi: 200, skew: 0.8, blur: 0.6, noise: 6, contrast: [30, 244], jpeg: 60 },
  'realistic 300': { dpi: 300, skew: 0.8, blur: 0.7, noise: 6, contrast: [30, 244], jpeg: 60 },
  'poor gray 150': { dpi: 150, skew: 1.5, blur: 0.8, noise: 12, contrast: [70, 215], jpeg: 40 },
  'bilevel 200': { dpi: 200, skew: 0.5, blur: 0.6, noise: 14, bilevel: 165 },
  'bilevel 300': { dpi: 300, skew: 0.5, blur: 0.6, noise: 14, bilevel: 165 },
  'red seal 200': { dpi: 200, skew: 0.8, blur: 0.6, noise: 6, contrast: [30, 244], jpeg: 60, seal: true },
  'photographed 200': {
    dpi: 200,
    tilt: 0.02,
    light: 0.75,
    skew: 0.8,
    blur: 0.6,
    noise: 6,
    contrast: [30, 244],
    jpeg: 60,
  },
  'turned 200': { dpi: 200, skew: 0.5, blur: 0.5, noise: 5, jpeg: 70, turn: 90 },
  'text swapped, fonts': { swap: 'fonts' },
  'text swapped, under the scan': { dpi: 200, jpeg: 75, swap: 'under' },
  'text swapped, hidden': { dpi: 200, jpeg: 75, swap: 'hidden' },
};

/** The scan of some pages of a PDF as the bytes of a PDF. `pages` count from 1; `kind`: a name of KINDS, or a form like theirs. The same arguments give the same file. */
export async function scanOf(path, pages, kind) {
  const form = typeof kind === 'string' ? KINDS[kind] : kind;
  if (form.swap === 'fonts') return swapMaps(readFileSync(path));
  const layers = form.swap && (await swappedLayer(path, pages, form.swap === 'hidden'));
  const reader = await openWithPdfium(new Uint8Array(readFileSync(path)));
  const out = [];
  for (const number of pages) {
    const random = randomOf(number * 7919 + form.dpi);
    const drawn = await reader.picture(number, (page) => ({ ...page, data: page.data.slice() }), form.dpi);
    out.push(await degrade(drawn, form, random));
  }
  await reader.close();
  return pdfOf(out, form.dpi, layers);
}

async function degrade(drawn, form, random) {
  const { width, height } = drawn;
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0, p = 0; p < rgb.length; i += 4, p += 3) {
    rgb[p] = drawn.data[i + 2];
    rgb[p + 1] = drawn.data[i + 1];
    rgb[p + 2] = drawn.data[i];
  }
  if (form.seal)
    for (const [x, y] of [
      [0.72, 0.3],
      [0.4, 0.55],
    ])
      seal(rgb, width, height, x * width, y * height, 0.075 * form.dpi * 8);
  let image = sharp(rgb, { raw: { width, height, channels: 3 } });
  const angle = (form.turn ?? 0) + (form.skew ? (random() * 2 - 1) * form.skew : 0);
  if (angle !== 0) image = image.rotate(angle, { background: '#ffffff' });
  if (form.blur) image = image.blur(Math.max(0.3, (form.blur * form.dpi) / 200));
  const channels = form.seal ? 3 : 1;
  if (channels === 1) image = image.grayscale().toColourspace('b-w');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (form.tilt) {
    const gray = data.filter((_, i) => i % info.channels === 0);
    data.set(photograph({ width: info.width, height: info.height, data: gray }, form, random));
    info.channels = 1;
  }
  const raw = new Uint8Array(info.width * info.height * channels);
  const [black, white] = form.contrast ?? [0, 255];
  for (let i = 0; i < info.width * info.height; i++) {
    const noise = form.noise ? gauss(random) * form.noise : 0;
    for (let c = 0; c < channels; c++)
      raw[i * channels + c] = Math.max(
        0,
        Math.min(255, Math.round(black + (data[i * info.channels + c] / 255) * (white - black) + noise)),
      );
  }
  const size = { width: info.width, height: info.height };
  if (form.bilevel !== undefined) return { ...size, ...bits(raw, size, form.bilevel) };
  const jpeg = await sharp(raw, { raw: { ...size, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: form.jpeg, chromaSubsampling: '4:2:0' })
    .toBuffer();
  return { ...size, data: jpeg, filter: '/DCTDecode', space: channels === 1 ? '/DeviceGray' : '/DeviceRGB', depth: 8 };
}

function bits(raw, { width, height }, threshold) {
  const row = Math.ceil(width / 8);
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (raw[y * width + x] >= threshold) data[y * row + (x >> 3)] |= 128 >> (x & 7);
  return { data: deflateSync(data), filter: '/FlateDecode', space: '/DeviceGray', depth: 1 };
}

/** A round red seal: two rings and a star of strokes, through which the print is seen. */
function seal(rgb, width, height, cx, cy, radius) {
  const r = Math.min(radius, width / 6);
  for (let y = Math.max(0, Math.floor(cy - r)); y < Math.min(height, cy + r); y++) {
    for (let x = Math.max(0, Math.floor(cx - r)); x < Math.min(width, cx + r); x++) {
      const d = Math.hypot(x - cx, y - cy) / r;
      const angle = Math.atan2(y - cy, x - cx);
      const ring = (d > 0.9 && d < 1) || (d > 0.8 && d < 0.83);
      const letters = d > 0.52 && d < 0.74 && Math.sin(angle * 24) * Math.cos(d * 40) > -0.1;
      const star = d < 0.32 * (1 + 0.45 * Math.cos(5 * angle));
      if (!ring && !letters && !star) continue;
      const p = 3 * (y * width + x);
      const dark = Math.min(rgb[p], rgb[p + 1], rgb[p + 2]) / 255;
      rgb[p] = Math.round(215 * dark + rgb[p] * (1 - dark) * dark);
      rgb[p + 1] = Math.round(rgb[p + 1] * 0.22);
      rgb[p + 2] = Math.round(rgb[p + 2] * 0.24);
    }
  }
}

function randomOf(seed) {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const gauss = (random) => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

/** A PDF of pictures, one a page. `layers`: what each page draws before its picture. */
export function pdfOf(pictures, dpi, layers) {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = [];
  let length = parts[0].length;
  const add = (...chunks) => {
    for (const c of chunks) {
      const b = typeof c === 'string' ? Buffer.from(c, 'latin1') : Buffer.from(c);
      parts.push(b);
      length += b.length;
    }
  };
  const object = (number, ...chunks) => {
    offsets[number] = length;
    add(`${number} 0 obj\n`, ...chunks, '\nendobj\n');
  };
  const points = (pixels) => ((pixels / dpi) * 72).toFixed(2);
  const kids = pictures.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`);
  pictures.forEach((p, i) => {
    const [page, content, image] = [3 + 3 * i, 4 + 3 * i, 5 + 3 * i];
    const [w, h] = [points(p.width), points(p.height)];
    const draw = `${layers ? `${layers[i]}\n` : ''}q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
    const font = layers ? ` /Font << /L ${LAYER_FONT} >>` : '';
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${content} 0 R /Resources << /XObject << /I ${image} 0 R >>${font} >> >>`,
    );
    object(content, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    object(
      image,
      `<< /Type /XObject /Subtype /Image /Width ${p.width} /Height ${p.height} /ColorSpace ${p.space} /BitsPerComponent ${p.depth} /Filter ${p.filter} /Length ${p.data.length} >>\nstream\n`,
      p.data,
      '\nendstream',
    );
  });
  const start = length;
  const count = 3 + 3 * pictures.length;
  add(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let i = 1; i < count; i++) add(`${String(offsets[i]).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
