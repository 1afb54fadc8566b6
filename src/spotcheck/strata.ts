import type { Figure } from '../document/sheets.js';

/** Where errors are likely, most likely first. Blank cells are a stratum: a figure that was not seen is an error, too. */
export const STRATA = ['disputed', 'unconfirmed', 'confirmed', 'blank'] as const;
export type Stratum = (typeof STRATA)[number] | `${(typeof STRATA)[number]} (scan)`;

const OCR = new Set<Figure['reader']>(['ppocr', 'tesseract', 'ppocr+tesseract']);

/** The stratum of a figure: what is known of it, and whether it was read off a picture. */
export function stratumOf(figure: Figure): Stratum {
  const base = figure.raw === '' && figure.value === null ? 'blank' : figure.standing;
  return OCR.has(figure.reader) ? `${base} (scan)` : base;
}

/**
 * How many of each stratum are drawn: the same number of each, since each is to be judged for itself; what a small stratum cannot
 * give goes to the others. The confirmed figures, which people rely on, get what is left over.
 */
export function allocate(sizes: ReadonlyMap<Stratum, number>, sample: number): Map<Stratum, number> {
  const out = new Map<Stratum, number>([...sizes.keys()].map((s) => [s, 0]));
  let left = Math.min(
    sample,
    [...sizes.values()].reduce((a, b) => a + b, 0),
  );
  while (left > 0) {
    const open = [...sizes].filter(([s, size]) => out.get(s)! < size);
    const share = Math.max(1, Math.floor(left / open.length));
    for (const [s, size] of open.sort(([a], [b]) => Number(b === 'confirmed') - Number(a === 'confirmed'))) {
      const more = Math.min(share, size - out.get(s)!, left);
      out.set(s, out.get(s)! + more);
      left -= more;
    }
  }
  return out;
}
