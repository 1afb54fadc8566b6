// What tsc does not do: makes the built command executable, and leaves PDFium's machine code beside its loader.
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serializePdfium } from '../dist/pages/pdfium/compiled.js';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
const wire = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')));
try {
  const { path, code } = serializePdfium(wire);
  writeFileSync(`${path}.new`, code);
  renameSync(`${path}.new`, path);
} catch (error) {
  console.error(`PDFium is compiled anew in every run: its machine code could not be kept (${error.message})`);
}
