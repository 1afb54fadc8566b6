import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { optimiseLate } from '../pages/pdfium/compiled.js';

/** V8 takes bytecode back only under the flags under which it was made: as Node 20 to 24 have them. */
const FLAGS = ['--interrupt-budget=67584', '--flush-bytecode'] as const;
const underFlags = (): void => {
  for (const flag of FLAGS) setFlagsFromString(flag);
};
/** For the build: what runs once and never again would be thrown away before it can be kept. */
let keepsAll = false;
export function keepAll(): void {
  keepsAll = true;
  setFlagsFromString('--no-flush-bytecode');
}

/** Where the bytecode of a script stands, for exactly this V8 and processor. */
const keptName = (path: string): string => `${path}.${process.versions.v8}.${process.arch}.compiled`;

/** Bytecode, and the file in which it is kept. */
export interface KeptCode {
  readonly path: string;
  readonly code: Uint8Array;
}

/** A module in CommonJS (ASCII) as the script that `keptScript` reads: with nothing put around it when it is read, it is not copied. */
export const scriptOf = (module: string): string =>
  `(function (module, require, importForScript, scriptPlace) {${module}\n})`;

/**
 * A script of this package (see `scriptOf`), with the bytecode that the build left beside it: what most documents need of it is there and
 * need not be parsed. Where it is not there, or another Node made it, the script is compiled as ever. `inner`: scripts that it may import, by
 * the names under which it does. `run` gives what it exports; `keep` is for the build.
 */
export function keptScript(
  path: string,
  inner: Readonly<Record<string, string>> = {},
): { run(): unknown; keep(): KeptCode[] } {
  if (!keepsAll) underFlags();
  const kept = keptName(path);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  });
  const keepers: (() => KeptCode[])[] = [];
  const importing = async (name: string): Promise<unknown> => {
    const own = inner[name];
    if (own === undefined) return import(name);
    const { run, keep } = keptScript(own);
    optimiseLate();
    keepers.push(keep);
    return run();
  };
  return {
    run: () => {
      const module = { exports: {} };
      const start = script.runInThisContext() as (...of: unknown[]) => void;
      start(module, createRequire(path), importing, pathToFileURL(path).href);
      return module.exports;
    },
    keep: () => {
      underFlags();
      return [{ path: kept, code: script.createCachedData() }, ...keepers.flatMap((keep) => keep())];
    },
  };
}
