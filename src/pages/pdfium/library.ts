import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { ExtractError } from '../../errors.js';
import { bufferOf, compilePdfium, wasm } from './compiled.js';
import { addSubstituteFont } from './substituteFont.js';

/** The C functions that are called for every character, object or cell: a small object of them is looked up faster than one of all. */
const CALLED = [
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetSubtype',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_GetPathSegment',
  'FPDFFont_GetIsEmbedded',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFImageObj_GetImageMetadata',
  'FPDFImageObj_GetImagePixelSize',
  'FPDFPageObjMark_GetName',
  'FPDFPageObj_CountMarks',
  'FPDFPageObj_Destroy',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetClipPath',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetMark',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetStrokeWidth',
  'FPDFPageObj_GetType',
  'FPDFPage_CloseAnnot',
  'FPDFPage_CountObjects',
  'FPDFPage_Flatten',
  'FPDFPage_GetAnnot',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetCropBox',
  'FPDFPage_GetMediaBox',
  'FPDFPage_GetObject',
  'FPDFPage_RemoveObject',
  'FPDFPathSegment_GetClose',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPath_CountSegments',
  'FPDFPath_GetDrawMode',
  'FPDFPath_GetPathSegment',
  'FPDFTextObj_GetFont',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetFontSize',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetMatrix',
  'FPDFText_GetTextObject',
  'FPDFText_GetUnicode',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_IsGenerated',
  'FPDFText_LoadPage',
  'FPDF_RenderPageBitmap',
  'free',
  'malloc',
] as const;
type Called = (typeof CALLED)[number];

/**
 * PDFium in WebAssembly, loaded once per thread. `raw` calls its C functions directly: the wrapped ones convert every
 * argument, which costs more than the work itself where a function is called for each character.
 */
export interface Pdfium {
  readonly wrapped: WrappedPdfiumModule;
  /** The compiled module, for the build, which keeps its machine code. */
  readonly module: object;
  readonly raw: Readonly<Record<Called, (...args: number[]) => number>>;
  /** Views of the memory; ask again after every call that may grow it. */
  floats(): Float32Array;
  doubles(): Float64Array;
  words(): Uint32Array;
  bytes(): Uint8Array;
}

interface Heaps {
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPU8: Uint8Array;
}

/**
 * What a library is for. Once PDFium has drawn a font that is not in its file, it measures that font otherwise, in later files
 * too: so text is read by a library that never draws. One that draws for a person's eyes (`show`) has a font for such text; one
 * whose pictures are read (`draw`) has none.
 */
export type Purpose = 'read' | 'draw' | 'show';

const loading = new Map<Purpose, Promise<Pdfium>>();
let compiled: { readonly wire: ArrayBuffer; readonly module: object } | undefined;

/** The library of this thread for a purpose. */
export function loadPdfium(purpose: Purpose = 'read'): Promise<Pdfium> {
  const known = loading.get(purpose);
  if (known) return known;
  const own = load().then((pdfium) => {
    if (purpose === 'show') addSubstituteFont(pdfium);
    return pdfium;
  });
  loading.set(purpose, own);
  return own;
}

/** A trap of a library that holds more is for want of memory: the files of accounts take a tenth of it. */
const MOST_MIB = 1024;

/** Libraries that trapped. */
const broken = new WeakSet<Pdfium>();

/** Whether the library trapped before: nothing may be asked of it, not even to free what it holds. */
export const isBroken = (pdfium: Pdfium): boolean => broken.has(pdfium);

/**
 * Calls PDFium. Where it traps (a file nests so deep that its stack ends, or leads it outside its memory) what it holds is worth
 * nothing any more: the next file gets a library of its own. Errors: UNREADABLE or LIMIT then, and those of `work`.
 */
export function guarded<T>(pdfium: Pdfium, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // Told by name: tests run in a realm of their own.
    const { name } = error as Error;
    if (name !== 'RuntimeError' && name !== 'RangeError') throw error;
    broken.add(pdfium);
    loading.clear();
    const { message } = error as Error;
    const mib = pdfium.bytes().length / 1024 / 1024;
    if (mib > MOST_MIB) throw new ExtractError('LIMIT', `at most ${MOST_MIB} MiB for PDFium`, 'a file that takes more');
    throw new ExtractError('UNREADABLE', 'a file that PDFium can read', `one on which it failed: ${message}`, {
      cause: error,
    });
  }
}

function compile(): { readonly wire: ArrayBuffer; readonly module: object } {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wire = bufferOf(readFileSync(path));
  return { wire, module: compilePdfium(new Uint8Array(wire)) };
}

async function load(): Promise<Pdfium> {
  compiled ??= compile();
  const { wire, module } = compiled;
  const wrapped = await init({
    wasmBinary: wire,
    // What goes wrong is told by a code: standard error is the command's.
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: object, done: (instance: object, module: object) => void) {
      const instance = new wasm.Instance(module, imports);
      done(instance, module);
      return instance.exports;
    },
  } as Parameters<typeof init>[0]);
  wrapped.PDFiumExt_Init();
  const heaps = wrapped.pdfium as unknown as Heaps;
  const exported = wrapped.pdfium.wasmExports as unknown as Pdfium['raw'];
  return {
    wrapped,
    module,
    raw: Object.fromEntries(CALLED.map((name) => [name, exported[name]])) as Pdfium['raw'],
    floats: () => heaps.HEAPF32,
    doubles: () => heaps.HEAPF64,
    words: () => heaps.HEAPU32,
    bytes: () => heaps.HEAPU8,
  };
}
