// Runs one peer on one file and writes what it gives as rows of cells: [[cell, …], …], each row with its page. Copied beside the installed
// peers and started there, so that they are never dependencies of this project.
//
//   node drive.mjs NAME FILE.pdf OUT.json
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , name, file, out] = process.argv;
const require = createRequire(import.meta.url);

/** Pieces of text on one height, from left to right, are a row: the most that a tool without tables can be credited with. */
const byHeight = (pieces, within) => {
  const rows = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const open = rows.at(-1);
    if (open && Math.abs(open.y - piece.y) <= within) open.pieces.push(piece);
    else rows.push({ y: piece.y, pieces: [piece] });
  }
  return rows.map(({ pieces: p }) => p.sort((a, b) => a.x - b.x).map(({ text }) => text));
};

const PEERS = {
  'pdf-parse': async () => {
    const { PDFParse } = await import('pdf-parse');
    const { pages } = await new PDFParse({ data: new Uint8Array(readFileSync(file)) }).getTable();
    return pages.flatMap(({ tables }) => tables.flat());
  },
  'pdf-table-extractor': () =>
    new Promise((resolve, reject) => {
      require('pdf-table-extractor')(file, ({ pageTables }) => resolve(pageTables.flatMap((t) => t.tables)), reject);
    }),
  '@opendataloader/pdf': async () => {
    const { convert } = await import('@opendataloader/pdf');
    const folder = mkdtempSync(join(tmpdir(), 'peer-'));
    await convert([file], { outputDir: folder, format: 'json', quiet: true });
    const json = JSON.parse(
      readFileSync(
        join(
          folder,
          readdirSync(folder).find((f) => f.endsWith('.json')),
        ),
      ),
    );
    const textOf = (node) => [node.content ?? '', ...(node.kids ?? []).map(textOf)].join('');
    const rows = [];
    const walk = (node) => {
      if (Array.isArray(node.rows)) for (const row of node.rows) rows.push(row.cells.map(textOf));
      else for (const kid of node.kids ?? []) walk(kid);
    };
    walk(json);
    return rows;
  },
  pdf2json: async () => {
    const { default: PDFParser } = await import('pdf2json');
    const parser = new PDFParser();
    const { Pages } = await new Promise((resolve, reject) => {
      parser.on('pdfParser_dataReady', resolve);
      parser.on('pdfParser_dataError', reject);
      parser.loadPDF(file);
    });
    const plain = (text) => {
      try {
        return decodeURIComponent(text);
      } catch {
        return text;
      }
    };
    return Pages.flatMap(({ Texts }) =>
      byHeight(
        Texts.map(({ x, y, R }) => ({ x, y, text: R.map(({ T }) => plain(T)).join('') })),
        0.2,
      ),
    );
  },
  mupdf: async () => {
    const mupdf = await import('mupdf');
    const document = mupdf.Document.openDocument(readFileSync(file), 'application/pdf');
    return Array.from({ length: document.countPages() }, (_, i) =>
      JSON.parse(document.loadPage(i).toStructuredText('preserve-whitespace').asJSON()),
    ).flatMap(({ blocks }) =>
      byHeight(
        blocks.flatMap(({ lines = [] }) =>
          lines.map(({ text, bbox }) => ({ text, x: bbox.x, y: bbox.y + bbox.h / 2 })),
        ),
        3,
      ),
    );
  },
  'pdftotext -bbox-layout': () => {
    const xml = execFileSync('pdftotext', ['-bbox-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return xml.split('<page ').flatMap((page) =>
      byHeight(
        [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
          ([, x, y0, y1, text]) => ({ x: Number(x), y: (Number(y0) + Number(y1)) / 2, text }),
        ),
        3,
      ),
    );
  },
};

writeFileSync(out, JSON.stringify(await PEERS[name]()));
process.exit(0);
