import { NOTHING, type ReadChar, type Reading } from '../engine.js';

/**
 * Reads what a recognition network gives: for each of `steps` places along the line the probability of each class. Class 0 is
 * "nothing here", class n is the n-th key, the last is the space. Repeated classes without "nothing" between are one character.
 */
export function decode(probabilities: Float32Array, steps: number, keys: readonly string[]): Reading {
  const classes = keys.length + 2;
  const found: { char: string; from: number; to: number; confidence: number }[] = [];
  let last = 0;
  for (let t = 0; t < steps; t++) {
    let best = 0;
    const at = t * classes;
    for (let c = 1; c < classes; c++) if (probabilities[at + c]! > probabilities[at + best]!) best = c;
    const confidence = probabilities[at + best]!;
    if (best !== 0 && best === last) {
      const open = found.at(-1)!;
      open.to = t + 1;
      open.confidence = Math.max(open.confidence, confidence);
    } else if (best !== 0) found.push({ char: keys[best - 1] ?? ' ', from: t, to: t + 1, confidence });
    last = best;
  }
  const chars = found.filter((c) => c.char.trim() !== '');
  if (chars.length === 0) return NOTHING;
  const read = chars.map(
    (c): ReadChar => ({ char: c.char, x0: c.from / steps, x1: c.to / steps, confidence: c.confidence }),
  );
  return {
    text: read.map((c) => c.char).join(''),
    chars: read,
    confidence: Math.min(...read.map((c) => c.confidence)),
  };
}
