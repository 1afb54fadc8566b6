import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { FontObject } from './fonts.js';
import type { LayerReference, OperatorList } from './operators.js';
import { Passage } from './passage.js';

/** The part of pdf.js that is used here. */
export interface Pdfjs {
  readonly OPS: Readonly<Record<string, number>>;
  readonly PDFWorker: new (options: object) => PdfjsWorker;
  getDocument(options: object): PdfjsTask;
}

export interface PdfjsWorker {
  readonly promise: Promise<void>;
  destroy(): void;
}

/** The half of pdf.js that reads files. */
interface PdfjsReading {
  readonly WorkerMessageHandler: { initializeFromPort(port: Passage): void };
}

/** Both halves. */
export interface Halves {
  readonly pdfjs: Pdfjs;
  /** Connects them for one document. */
  connect(): PdfjsWorker;
}

export interface PdfjsTask {
  readonly promise: Promise<PdfjsDocument>;
  destroy(): Promise<void>;
}

export interface PdfjsDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfjsPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  getOptionalContentConfig(): Promise<{ isVisible(layer: LayerReference): boolean }>;
}

export interface PdfjsPage {
  /** Crop box cut by the media box: [left, bottom, right, top] in user space. */
  readonly view: readonly [number, number, number, number];
  /** Degrees clockwise. */
  readonly rotate: number;
  readonly commonObjs: { get(name: string, found: (object: FontObject | string | null) => void): unknown };
  getOperatorList(options: object): Promise<OperatorList>;
  cleanup(): boolean;
}

let loading: Promise<Halves> | undefined;

/** The library of this thread, loaded at the first call. Nothing is written to the console. */
export function loadPdfjs(): Promise<Halves> {
  loading ??= load();
  return loading;
}

/**
 * Options of every document: nothing is drawn, evaluated or fetched from anywhere but the package itself. A picture of
 * more than `maxPixels` is left out.
 */
export function documentOptions(data: Uint8Array, worker: PdfjsWorker, maxPixels: number): object {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    data,
    worker,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    // With font faces on, no outline of any glyph is built; the document they would go to is made of nothing.
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT,
    // Brings the Unicode map of each font along.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: maxPixels,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  };
}

const NO_DOCUMENT = {
  documentElement: { getElementsByTagName: () => [{ append: () => {} }] },
  createElement: () => ({ sheet: { insertRule: () => 0, cssRules: [] }, remove: () => {} }),
};

/**
 * Loading the legacy build would replace a few built-ins of the whole process by slow ones written in JavaScript (push of
 * an array, JSON.parse), load a canvas with its native code, and complain or fail where there is none. Nothing is drawn
 * here: all of it is kept from happening or undone.
 */
async function load(): Promise<Halves> {
  const { getBuiltinModule } = process;
  const withoutCanvas = (name: string): unknown => (name === 'module' ? undefined : getBuiltinModule(name));
  const undo = [
    replace(console, { log: () => {}, info: () => {}, warn: () => {} }),
    replace(process, { getBuiltinModule: withoutCanvas }),
    replace(globalThis, { DOMMatrix: Object, Path2D: Object, ImageData: Object }),
    replace(Array.prototype, { push: Array.prototype.push }),
    replace(JSON, { parse: JSON.parse }),
    replace(Function.prototype, { toString: Function.prototype.toString }),
  ];
  try {
    // The short builds: half as much to parse. The other half replaces them again.
    // @ts-expect-error they have no types
    const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    // @ts-expect-error
    const { WorkerMessageHandler }: PdfjsReading = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    const connect = (): PdfjsWorker => {
      const port = new Passage();
      WorkerMessageHandler.initializeFromPort(port);
      return new pdfjs.PDFWorker({ port, verbosity: 0 });
    };
    return { pdfjs, connect };
  } finally {
    for (const restore of undo) restore();
  }
}

/** Puts `values` on `target`; the function given back restores what was there before. */
function replace(target: object, values: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(values).map((key) => [key, Object.getOwnPropertyDescriptor(target, key)] as const);
  Object.assign(target, values);
  return () => {
    for (const [key, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, descriptor);
    }
  };
}
