import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TextEngine } from '../../src/ocr/engine.js';
import { openEngines } from '../../src/ocr/engines.js';
import { openPpocr } from '../../src/ocr/ppocr/recogniser.js';
import { type Load, loadRuntime } from '../../src/ocr/ppocr/runtime.js';
import { readPictures } from '../../src/ocr/readPictures.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import type { Gray } from '../../src/pictures/picture.js';
import { toGray } from '../../src/pictures/toGray.js';
import { tinyPdf } from '../pages/tinyPdf.js';

const bounds = { maxObjects: 1000, maxPixels: 100_000_000 };
/** A machine on which these packages are not installed, or cannot be run. */
const without =
  (...names: string[]): Load =>
  async (name) => {
    if (names.includes(name)) throw new Error(`Cannot find package '${name}'`);
    return import(name);
  };
const NONE = without('onnxruntime-node', 'onnxruntime-web');

const bytes = tinyPdf({ pages: [{ content: 'BT /Latin 12 Tf 20 160 Td (1,082.94) Tj ET' }] });
let line: Gray;
beforeAll(async () => {
  const reader = await openWithPdfium(bytes, bounds);
  const [drawn] = await reader.areas(1, [[15, 126, 80, 145]], 200);
  line = toGray(drawn!);
  await reader.close();
});

describe('which engines read', () => {
  const opened: TextEngine[] = [];
  afterAll(() => Promise.all(opened.map((e) => e.close())));

  test('both where both are installed', async () => {
    const { first, second } = await openEngines();
    opened.push(first, second!);
    expect([first.name, second?.name]).toEqual(['ppocr', 'tesseract']);
    expect((await first.readCell(line, 'amount')).text).toBe('1,082.94');
  });

  test('the WebAssembly runtime where the native one cannot be had, with the same result', async () => {
    expect((await loadRuntime())!.build).toBe('native');
    const load = without('onnxruntime-node');
    expect((await loadRuntime(load))!.build).toBe('wasm');
    const engine = (await openPpocr(load))!;
    opened.push(engine);
    expect((await engine.readCell(line, 'amount')).text).toBe('1,082.94');
  });

  test('Tesseract alone where neither is there, and the document knows', async () => {
    expect(await openPpocr(NONE)).toBeUndefined();
    const seen = await readPictures(
      bytes,
      [{ ...(await pageOf(bytes)), ruled: false, turn: 0 as const, digits: new Float32Array(0) }],
      {
        bounds,
        open: () => openEngines(NONE),
      },
    );
    opened.push({
      name: 'tesseract',
      readCell: async () => ({ text: '', chars: [], confidence: 0 }),
      close: seen.close,
    });
    expect(seen.engines).toEqual(['tesseract']);
    expect(seen.second).toBeNull();
    expect(
      seen.pages
        .get(1)!
        .page.glyphs.map((g) => g.char)
        .join(''),
    ).toContain('1,082.94');
  });
});

async function pageOf(file: Uint8Array) {
  const reader = await openWithPdfium(file, bounds);
  const page = await reader.page(1);
  await reader.close();
  return page;
}
