// Makes the scanned samples from those that are text. Needs `npm ci` and `npm run build`.
//
//   node samples/make/scans.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { scanOf } from './scan.mjs';

/** Leaning and gray, with as little noise as keeps the files small. */
const SMALL = { dpi: 200, skew: 0.8, blur: 0.6, noise: 1.2, contrast: [30, 244], jpeg: 45 };
const SCANS = [
  {
    from: 'samples/qingzhou-2024.pdf',
    pages: [1, 5, 13, 15],
    kind: SMALL,
    to: 'samples/scans/qingzhou-2024.pdf',
  },
  {
    from: 'samples/declined/budget-2025.pdf',
    pages: [1, 2],
    kind: SMALL,
    to: 'samples/scans/budget-2025.pdf',
  },
  // Tables of a budget without its cover: their titles are a character off those of final accounts.
  {
    from: 'samples/declined/budget-2025.pdf',
    pages: [3, 4],
    kind: SMALL,
    to: 'samples/scans/budget-2025-tables.pdf',
  },
  {
    from: 'samples/declined/government-2024.pdf',
    pages: [1, 2],
    kind: SMALL,
    to: 'samples/scans/government-2024.pdf',
  },
];
mkdirSync('samples/scans', { recursive: true });
for (const { from, pages, kind, to } of SCANS) writeFileSync(to, await scanOf(from, pages, kind));
