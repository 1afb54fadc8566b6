import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The little of the WebAssembly interface that is used here: Node has it, its types do not. */
export interface Wasm {
  readonly Module: new (wire: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
export const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };

/**
 * Machine code of PDFium as the build of this package left it, for exactly this V8 and processor: of the functions that reading
 * the sample accounts calls often, one part in nine. With it a process need not compile them (a fifth of the time of one
 * document); the others, and all of them where it is not there, are compiled as ever, with the same results.
 */
const file = (): string =>
  fileURLToPath(new URL(`pdfium.${process.versions.v8}.${process.arch}.compiled`, import.meta.url));

/** Of JavaScript only what runs very long is optimised: see `optimiseLate`. */
const LATE = 'interrupt-budget=3000000';
/** V8 takes machine code back only under the flags under which it was made: what is called a few times is optimised. */
const FLAGS = ['allow-natives-syntax', 'wasm-tiering-budget=1000', LATE] as const;
const DEFAULTS = ['no-allow-natives-syntax', 'wasm-tiering-budget=1800000'] as const;
/** As V8 has it in Node 20 to 24. */
let budget = 'interrupt-budget=67584';

function underFlags<T>(work: () => T): T {
  for (const flag of FLAGS) setFlagsFromString(`--${flag}`);
  try {
    return work();
  } finally {
    for (const flag of [...DEFAULTS, budget]) setFlagsFromString(`--${flag}`);
  }
}

/**
 * From now on V8 optimises the JavaScript of this process late, for a program whose own process it is: of what a document costs, a
 * fifth is V8's optimising of functions that are hardly called again, or that it throws away at the next full collection.
 */
export function optimiseLate(): void {
  budget = LATE;
  setFlagsFromString(`--${LATE}`);
}

/** Whether the build left machine code that this Node can take. */
export const keepsCompiled = (): boolean => existsSync(file());

/** Compiles PDFium, or takes it as it was compiled before. */
export function compilePdfium(wire: Uint8Array): object {
  return readCompiled(wire) ?? new wasm.Module(wire);
}

/** The bytes of a file as a buffer of their own: large ones come in one already. */
export const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  (byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;

function readCompiled(wire: Uint8Array): object | undefined {
  if (!keepsCompiled()) return undefined;
  try {
    const code = bufferOf(readFileSync(file()));
    return underFlags(() => new Function('code', 'wire', 'return %DeserializeWasmModule(code, wire)')(code, wire));
  } catch {
    return undefined;
  }
}

/** For the build, before it loads PDFium: what is read from now on tells which functions are worth keeping. */
export function beginWarmingUp(): void {
  rmSync(file(), { force: true });
  for (const flag of FLAGS) setFlagsFromString(`--${flag}`);
}

/** For the build, after it has read: the machine code of PDFium (`Pdfium.module`) and where it belongs. */
export function serializePdfium(module: object): { readonly path: string; readonly code: Uint8Array } {
  const code = new Function('module', 'return %SerializeWasmModule(module)')(module) as ArrayBuffer;
  return { path: file(), code: new Uint8Array(code) };
}
