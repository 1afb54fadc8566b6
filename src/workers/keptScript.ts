import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** V8 takes bytecode back only under the flags under which it was made: as Node 20 to 24 have them. */
const FLAGS = ['--interrupt-budget=67584', '--flush-bytecode'] as const;
const underFlags = (): void => {
  for (const flag of FLAGS) setFlagsFromString(flag);
};
/** For the build: what runs once and never again would be thrown away before it can be kept. */
export const keepAll = (): void => setFlagsFromString('--no-flush-bytecode');

/** Where the bytecode of a script stands, for exactly this V8 and processor. */
const keptName = (path: string): string => `${path}.${process.versions.v8}.${process.arch}.compiled`;

/**
 * A script of this package (ASCII, CommonJS), with the bytecode that the build left beside it: what most documents need of it is there and
 * need not be parsed. Where it is not there, or another Node made it, the script is compiled as ever.
 */
export function keptScript(path: string): {
  run(): void;
  keep(): { readonly path: string; readonly code: Uint8Array };
} {
  underFlags();
  const kept = keptName(path);
  const source = `(function (require, importForScript, scriptPlace) {${readFileSync(path, 'latin1')}\n})`;
  const script = new Script(source, {
    filename: path,
    ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  });
  return {
    run: () => {
      const start = script.runInThisContext() as (...of: unknown[]) => void;
      start(createRequire(path), (name: string) => import(name), pathToFileURL(path).href);
    },
    keep: () => {
      underFlags();
      return { path: kept, code: script.createCachedData() };
    },
  };
}
