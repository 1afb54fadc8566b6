import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { compilePdfium, wasm } from './compiled.js';

/**
 * PDFium in WebAssembly, loaded once per thread. `raw` calls its C functions directly: the wrapped ones convert every
 * argument, which costs more than the work itself where a function is called for each character.
 */
export interface Pdfium {
  readonly wrapped: WrappedPdfiumModule;
  /** The compiled module, for the build, which keeps its machine code. */
  readonly module: object;
  readonly raw: Readonly<Record<string, (...args: number[]) => number>>;
  /** Views of the memory; ask again after every call that may grow it. */
  floats(): Float32Array;
  doubles(): Float64Array;
  bytes(): Uint8Array;
}

interface Heaps {
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAPU8: Uint8Array;
}

let loading: Promise<Pdfium> | undefined;

/** The library of this thread. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const file = await readFile(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const module = compilePdfium(new Uint8Array(wasmBinary));
  const wrapped = await init({
    wasmBinary,
    instantiateWasm(imports: object, done: (instance: object, module: object) => void) {
      const instance = new wasm.Instance(module, imports);
      done(instance, module);
      return instance.exports;
    },
  } as Parameters<typeof init>[0]);
  wrapped.PDFiumExt_Init();
  const heaps = wrapped.pdfium as unknown as Heaps;
  return {
    wrapped,
    module,
    raw: wrapped.pdfium.wasmExports as unknown as Pdfium['raw'],
    floats: () => heaps.HEAPF32,
    doubles: () => heaps.HEAPF64,
    bytes: () => heaps.HEAPU8,
  };
}
