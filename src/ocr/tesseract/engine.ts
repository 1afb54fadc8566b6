import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crop, resizeTo } from '../../pictures/crop.js';
import type { Gray } from '../../pictures/picture.js';
import { type CropKind, NOTHING, type ReadChar, type Reading, type TextEngine } from '../engine.js';

/** Height at which Tesseract reads a line best, in pixels; its padding included. */
const HEIGHT = 56;
/** A wrong path, a broken package: Tesseract's own start never ends then. Milliseconds. */
const START = 60_000;
const READ = 30_000;
const ONE_LINE = '7';
const LSTM = 1;
const DIGITS = '0123456789.,-()%';

/** The worker of tesseract.js, as far as it is used. */
interface Worker {
  setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>;
  recognize(
    image: Buffer,
    options: object,
    output: { readonly text: true; readonly blocks: true },
  ): Promise<{ readonly data: Result }>;
  terminate(): Promise<unknown>;
}

interface Result {
  readonly text: string;
  readonly confidence: number;
  readonly blocks:
    | readonly {
        readonly paragraphs: readonly {
          readonly lines: readonly { readonly words: readonly { readonly symbols: readonly Symbol[] }[] }[];
        }[];
      }[]
    | null;
}

interface Symbol {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly x1: number };
}

/** One free worker at a time serves a crop; there are `workers` of each language, started when first needed. */
class Pool {
  private readonly started: Promise<Worker>[] = [];
  private readonly free: Worker[] = [];
  private readonly waiting: ((w: Worker) => void)[] = [];

  constructor(
    private readonly language: 'eng' | 'chi_sim',
    private readonly parameters: Readonly<Record<string, string>>,
    private readonly workers: number,
  ) {}

  async take(): Promise<Worker> {
    const idle = this.free.pop();
    if (idle) return idle;
    if (this.started.length < this.workers) {
      const worker = startWorker(this.language, this.parameters);
      this.started.push(worker);
      return worker;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  give(worker: Worker): void {
    const next = this.waiting.shift();
    if (next) next(worker);
    else this.free.push(worker);
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.started);
    await Promise.all(all.map((w) => (w.status === 'fulfilled' ? w.value.terminate() : undefined)));
  }
}

async function startWorker(language: 'eng' | 'chi_sim', parameters: Readonly<Record<string, string>>): Promise<Worker> {
  const { createWorker } = (await import('tesseract.js')).default as unknown as {
    createWorker: (language: string, mode: number, options: object) => Promise<Worker>;
  };
  const folder = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
  // Everything from the package: its default would ask a server for the language.
  const options = {
    langPath: join(folder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  };
  const worker = await within(createWorker(language, LSTM, options), START, 'Tesseract did not start');
  await worker.setParameters({ tessedit_pageseg_mode: ONE_LINE, ...parameters });
  return worker;
}

/** Tesseract as a reader of lines: digits by its English network, words by its Chinese one. `workers`: of each, at most. */
export function openTesseract(workers = 2): TextEngine {
  const digits = new Pool('eng', { tessedit_char_whitelist: DIGITS }, workers);
  const words = new Pool('chi_sim', {}, workers);
  return {
    name: 'tesseract',
    readCell: async (picture: Gray, kind: CropKind): Promise<Reading> => {
      const pool = kind === 'amount' ? digits : words;
      const worker = await pool.take();
      try {
        const line = resizeTo(framed(picture), HEIGHT);
        const work = worker.recognize(toPgm(line), {}, { text: true, blocks: true });
        return toReading((await within(work, READ, 'Tesseract took too long')).data, line.width);
      } finally {
        pool.give(worker);
      }
    },
    close: async () => {
      await Promise.all([digits.close(), words.close()]);
    },
  };
}

/** Tesseract wants paper round the print. */
function framed(picture: Gray): Gray {
  const pad = Math.round(0.12 * picture.height);
  const whole = { x0: 0, y0: 0, x1: picture.width, y1: picture.height };
  return crop(picture, whole, { x: 2 * pad, y: pad }, whole);
}

const toPgm = ({ width, height, data }: Gray): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);

function toReading(result: Result, width: number): Reading {
  const symbols = (result.blocks ?? []).flatMap((b) =>
    b.paragraphs.flatMap((p) => p.lines.flatMap((l) => l.words.flatMap((w) => w.symbols))),
  );
  const chars = symbols
    .filter((s) => s.text.trim() !== '')
    .map(
      (s): ReadChar => ({
        char: s.text,
        x0: s.bbox.x0 / width,
        x1: s.bbox.x1 / width,
        confidence: s.confidence / 100,
      }),
    );
  if (chars.length === 0) return NOTHING;
  return {
    text: chars.map((c) => c.char).join(''),
    chars,
    confidence: Math.min(...chars.map((c) => c.confidence)),
  };
}

async function within<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} within ${milliseconds / 1000} seconds`)), milliseconds);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
