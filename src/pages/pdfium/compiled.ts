import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The little of the WebAssembly interface that is used here: Node has it, its types do not. */
export interface Wasm {
  readonly Module: new (wire: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
export const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };

/**
 * Machine code of PDFium as the build of this package left it, for exactly this V8 and processor. With it a process need not
 * compile PDFium (a third of the time of one document); without it PDFium is compiled as ever, with the same results.
 */
const file = (): string =>
  fileURLToPath(new URL(`pdfium.${process.versions.v8}.${process.arch}.compiled`, import.meta.url));

/** V8 takes machine code back only under the flags under which it was made: all of it optimised, none compiled on demand. */
const FLAGS = ['allow-natives-syntax', 'no-liftoff', 'no-wasm-lazy-compilation'] as const;
const DEFAULTS = ['no-allow-natives-syntax', 'liftoff', 'wasm-lazy-compilation'] as const;

function underFlags<T>(work: () => T): T {
  for (const flag of FLAGS) setFlagsFromString(`--${flag}`);
  try {
    return work();
  } finally {
    for (const flag of DEFAULTS) setFlagsFromString(`--${flag}`);
  }
}

/** Whether the build left machine code that this Node can take. */
export const keepsCompiled = (): boolean => existsSync(file());

/** Compiles PDFium, or takes it as it was compiled before. */
export function compilePdfium(wire: Uint8Array): object {
  return readCompiled(wire) ?? new wasm.Module(wire);
}

function readCompiled(wire: Uint8Array): object | undefined {
  if (!keepsCompiled()) return undefined;
  try {
    const code = new Uint8Array(readFileSync(file())).buffer;
    return underFlags(() => new Function('code', 'wire', 'return %DeserializeWasmModule(code, wire)')(code, wire));
  } catch {
    return undefined;
  }
}

/** For the build: the machine code of PDFium and where it belongs. */
export function serializePdfium(wire: Uint8Array): { readonly path: string; readonly code: Uint8Array } {
  const code = underFlags(() =>
    new Function('module', 'return %SerializeWasmModule(module)')(new wasm.Module(wire)),
  ) as ArrayBuffer;
  return { path: file(), code: new Uint8Array(code) };
}
