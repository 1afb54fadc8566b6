import { DARK, type Gray, paperOf } from './picture.js';

/** Pixels by which the edge of the sheet is blurred. */
const RIM = 4;
/** Most of the picture that what lies round the sheet may take: more is a dark photograph. */
const MOST = 0.4;

/**
 * The picture with all that is dark and hangs together with its edges made paper: the table that a sheet was photographed on, the black that a
 * scanner sees beside it. The edge of the sheet is no ruling line then, and says nothing of how its print leans.
 */
export function sheetOnly(gray: Gray): Gray {
  const { width, height } = gray;
  const paper = paperOf(gray);
  const { around, places } = aroundSheet(gray, DARK * paper);
  if (places.length === 0 || places.length > MOST * gray.data.length) return gray;
  const data = gray.data.slice();
  for (const at of places) {
    data[at] = paper;
    const [x, y] = [at % width, Math.floor(at / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
    if (around[at - 1] && around[at + 1] && around[at - width] && around[at + width]) continue;
    for (let v = Math.max(0, y - RIM); v <= Math.min(height - 1, y + RIM); v++)
      data.fill(paper, v * width + Math.max(0, x - RIM), v * width + Math.min(width, x + RIM + 1));
  }
  return { width, height, data };
}

/** The dark pixels that hang together with an edge: marked, and their places. */
function aroundSheet({ width, height, data }: Gray, limit: number): { around: Uint8Array; places: number[] } {
  const around = new Uint8Array(data.length);
  const places: number[] = [];
  const take = (at: number): void => {
    if (around[at] || data[at]! >= limit) return;
    around[at] = 1;
    places.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) take(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) take(y * width + x);
  // What is taken grows the list that is walked.
  for (let i = 0; i < places.length; i++) {
    const at = places[i]!;
    const x = at % width;
    if (x > 0) take(at - 1);
    if (x < width - 1) take(at + 1);
    if (at >= width) take(at - width);
    if (at < data.length - width) take(at + width);
  }
  return { around, places };
}
