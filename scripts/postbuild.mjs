// What tsc does not do: makes the built command executable, puts the review page's style beside its modules, and leaves PDFium's
// machine code beside its loader.
import { chmodSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serializePdfium } from '../dist/pages/pdfium/compiled.js';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
for (const file of ['style.css', 'icon.svg'])
  cpSync(
    new URL(`../src/review/page/${file}`, import.meta.url),
    new URL(`../dist/review/page/${file}`, import.meta.url),
  );
const wire = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')));
try {
  const { path, code } = serializePdfium(wire);
  writeFileSync(`${path}.new`, code);
  renameSync(`${path}.new`, path);
} catch (error) {
  console.error(`PDFium is compiled anew in every run: its machine code could not be kept (${error.message})`);
}
