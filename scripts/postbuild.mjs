// What tsc does not do: makes the built command executable, puts the review page's style beside its modules, and leaves PDFium's
// machine code beside its loader.
import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { beginWarmingUp, serializePdfium } from '../dist/pages/pdfium/compiled.js';
import { loadPdfium } from '../dist/pages/pdfium/library.js';
import { openWithPdfium } from '../dist/pages/pdfium/reader.js';

const samples = new URL('../samples/', import.meta.url);

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
for (const file of ['style.css', 'icon.svg'])
  cpSync(
    new URL(`../src/review/page/${file}`, import.meta.url),
    new URL(`../dist/review/page/${file}`, import.meta.url),
  );

/** Parts of pages where tables stand, in points. */
const PARTS = [0, 1, 2, 3].map((k) => [150 + 80 * k, 150, 230 + 80 * k, 180]);

// Read twice: what is optimised while the first reading runs is there after the second.
beginWarmingUp();
try {
  for (const round of [1, 2]) {
    for (const name of readdirSync(samples).filter((name) => name.endsWith('.pdf'))) {
      const reader = await openWithPdfium(readFileSync(new URL(name, samples)));
      for (let page = 1; page <= reader.facts.pageCount; page++) {
        await reader.page(page);
        // A sample of the digits of every account is drawn.
        await reader.areas(page, PARTS, 300);
      }
      await reader.close();
    }
    await setTimeout(200 * round);
  }
  const { path, code } = serializePdfium((await loadPdfium()).module);
  writeFileSync(`${path}.new`, code);
  renameSync(`${path}.new`, path);
} catch (error) {
  console.error(`PDFium is compiled anew in every run: its machine code could not be kept (${error.message})`);
}
