import { escapeHtml } from '../outputs/escapeHtml.js';
import { grayToPng } from '../outputs/png.js';
import type { Box } from '../pages/page.js';
import type { Crop } from '../pages/pdfium/crop.js';
import { type Difference, isBlankStanding, type Side } from './difference.js';
import { countsOf } from './diffToText.js';
import { DIFF_STYLE } from './htmlStyle.js';
import { type FolderDiff, type PairDiff, SINGLE } from './pairFolders.js';

/** Draws part of a page of one side, or null where its PDF is not there. */
export type Draw = (side: 'a' | 'b', pair: PairDiff, page: number, box: Box) => Promise<Crop | null>;

/** The points of the page around the figure that a crop shows. */
const AROUND = { x: 130, y: 16 };

/**
 * The differences as one page of HTML that loads nothing: each with the crop of the page on both sides, as data. `maxCrops` bounds
 * its size; what comes after is listed without a picture, and the page says so.
 */
export async function diffToHtml(diff: FolderDiff, draw: Draw, maxCrops = 1000): Promise<string> {
  let left = maxCrops;
  const crop = async (pair: PairDiff, side: 'a' | 'b', s: Side): Promise<string> => {
    if (s.page === null || s.box === null) return '';
    if (left <= 0) return '<p class="none">no picture: the page has as many as it may have</p>';
    left--;
    const around: Box = [
      Math.max(0, s.box[0] - AROUND.x),
      Math.max(0, s.box[1] - AROUND.y),
      Math.min(s.box[2] + AROUND.x, s.box[0] + 600),
      Math.min(s.box[3] + AROUND.y, s.box[1] + 200),
    ];
    const picture = await draw(side, pair, s.page, around);
    if (picture === null) return '<p class="none">no picture: the PDF is not beside the JSON</p>';
    return cropFigure(picture, around, s);
  };
  const parts: string[] = [];
  for (const pair of diff.documents) {
    if (pair.differences.length === 0 && diff.documents.length > 1) continue;
    parts.push(await documentPart(pair, crop));
  }
  const title =
    diff.documents.length === 1 ? `${diff.documents[0]!.a.name} – ${diff.documents[0]!.b.name}` : 'juesuan diff';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${DIFF_STYLE}</style>
</head>
<body>
<main>
<h1>What differs</h1>
${overview(diff)}
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function overview(diff: FolderDiff): string {
  const all = diff.documents.flatMap((d) => d.differences);
  const lines = [
    ...diff.onlyA.map((n) => `only in A: ${n}`),
    ...diff.onlyB.map((n) => `only in B: ${n}`),
    ...diff.failed.map((f) => `not compared: ${f.name}: ${f.message}`),
  ];
  const list = lines.length === 0 ? '' : `<ul>${lines.map((l) => `<li>${escapeHtml(l)}</li>`).join('')}</ul>`;
  return `<p>${diff.documents.length} document(s) compared: ${escapeHtml(countsOf(all))}.</p>${list}`;
}

type CropOf = (pair: PairDiff, side: 'a' | 'b', s: Side) => Promise<string>;

async function documentPart(pair: PairDiff, crop: CropOf): Promise<string> {
  const out: string[] = [];
  let sheet: string | undefined;
  const blanks = pair.differences.filter(isBlankStanding).length;
  for (const d of pair.differences) {
    if (isBlankStanding(d)) continue;
    if (d.sheet !== sheet) {
      if (sheet !== undefined) out.push('</tbody></table>');
      sheet = d.sheet;
      const heading = sheet || (d.kinds[0] === 'finding' ? 'Findings' : 'Document');
      out.push(
        `<h3>${escapeHtml(heading)}</h3><table><thead><tr><th scope="col">where</th><th scope="col">what</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>`,
      );
    }
    out.push(await differenceRow(pair, d, crop));
  }
  if (sheet !== undefined) out.push('</tbody></table>');
  if (blanks > 0) out.push(`<p class="none">And ${blanks} blank cells whose standing differs.</p>`);
  const { a, b } = pair;
  const side = (name: string, s: PairDiff['a']): string =>
    `<p><b>${name}</b> <bdi>${escapeHtml(s.name)}</bdi> · <bdi>${escapeHtml(s.department)}</bdi> ${s.fiscalYear ?? ''} · juesuan ${escapeHtml(s.version)} · ${s.reading} · <code>${s.sha256.slice(0, 12)}</code></p>`;
  const places = pair.placesCompared
    ? ''
    : '<p class="none">Two files of different bytes: places on the page are not compared.</p>';
  const { figures } = pair;
  return `<section><h2><bdi>${escapeHtml(pair.pair === SINGLE ? `${a.name} – ${b.name}` : pair.pair)}</bdi></h2>${side('A', a)}${side('B', b)}${places}
<p>${figures.a} figures in A, ${figures.b} in B, ${figures.same} the same; ${escapeHtml(countsOf(pair.differences))}.</p>
${out.join('\n')}</section>`;
}

async function differenceRow(pair: PairDiff, d: Difference, crop: CropOf): Promise<string> {
  const named = [d.row, d.column].filter((t) => t !== '');
  const where = (named.length > 0 ? named : ['(all of it)']).map((t) => `<bdi>${escapeHtml(t)}</bdi>`);
  const cell = async (side: 'a' | 'b'): Promise<string> => {
    const s = d[side];
    if (!s) return '<td class="none">nothing here</td>';
    const standing = s.standing ? ` <span class="standing ${s.standing}">${s.standing}</span>` : '';
    const page = s.page === null ? '' : ` <span class="page">p. ${s.page}</span>`;
    const text = s.text === '' ? '<i>blank</i>' : `<bdi>${escapeHtml(s.text)}</bdi>`;
    return `<td><p class="read">${text}${standing}${page}</p>${await crop(pair, side, s)}</td>`;
  };
  const kinds = d.kinds.map((k) => `<span class="kind">${k}</span>`).join(' ');
  return `<tr class="${d.change}"><th scope="row">${where.join('<br>')}</th><td>${kinds}</td>${await cell('a')}${await cell('b')}</tr>`;
}

/** The crop as an SVG: the picture, and a frame around the figure. */
function cropFigure(picture: Crop, around: Box, s: Side): string {
  const data = grayToPng(picture.width, picture.height, picture.gray).toString('base64');
  const [x0, y0, x1, y1] = s.box!;
  const [width, height] = [around[2] - around[0], around[3] - around[1]];
  const n = (v: number): string => v.toFixed(1);
  return `<svg role="img" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width * 1.25)}" aria-label="${escapeHtml(`page ${s.page}: ${s.text || 'blank'}`)}"><image href="data:image/png;base64,${data}" width="${n(width)}" height="${n(height)}"/><rect x="${n(x0 - around[0])}" y="${n(y0 - around[1])}" width="${n(Math.min(x1, around[2]) - x0)}" height="${n(Math.min(y1, around[3]) - y0)}"/></svg>`;
}
