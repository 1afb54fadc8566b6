import { createHash } from 'node:crypto';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

/** A document of a folder: its PDF, the JSON extracted from it, or both. Paths are absolute. */
export interface FolderEntry {
  /** Stable for the same folder; says nothing of the path. */
  readonly id: string;
  /** Path inside the folder, without the ending, with / on every system. */
  readonly name: string;
  readonly json: string | null;
  readonly pdf: string | null;
}

/**
 * The documents of a folder and of the folders in it, by name. A JSON belongs to the PDF of its name beside it, or else to the
 * one PDF of that name, or of the name that it says it was read from, anywhere in `root` or `pdfs`; whether the bytes are the same is for the reader to check. Hidden files and
 * links that lead out of the folder are passed over.
 */
export async function scanFolder(root: string, pdfs: string | null = null): Promise<FolderEntry[]> {
  const top = await realpath(root);
  const files = await filesOf(top, top);
  const outside = pdfs === null ? [] : (await filesOf(await realpath(pdfs), await realpath(pdfs))).filter(isPdf);
  const byStem = new Map<string, { json: string | null; pdf: string | null }>();
  const at = (stem: string): { json: string | null; pdf: string | null } => {
    const entry = byStem.get(stem) ?? { json: null, pdf: null };
    byStem.set(stem, entry);
    return entry;
  };
  const readFroms = new Map<string, string>();
  for (const file of files) {
    if (isPdf(file)) at(stemOf(file)).pdf = file;
    else if (file.endsWith('.json')) {
      const fileName = await readFrom(file);
      if (fileName === null) continue;
      at(stemOf(file)).json = file;
      readFroms.set(stemOf(file), stemOf(fileName));
    }
  }
  const named = byBaseName([...files.filter(isPdf), ...outside]);
  const taken = new Set<string>();
  for (const [stem, entry] of byStem) {
    const namesakes = named.get(basename(stem)) ?? named.get(readFroms.get(stem) ?? '');
    if (entry.json && !entry.pdf && namesakes?.length === 1) {
      entry.pdf = namesakes[0]!;
      taken.add(entry.pdf);
    }
  }
  return [...byStem]
    .filter(([, e]) => e.json !== null || !taken.has(e.pdf!))
    .map(([stem, e]) => {
      const name = relative(top, stem).split(sep).join('/');
      return { id: createHash('sha256').update(name).digest('hex').slice(0, 16), name, ...e };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The PDF of one JSON: of its name beside it or in `folder`. */
export async function pdfOf(json: string, folder: string): Promise<string | null> {
  const stem = basename(stemOf(json));
  const names = await readdir(folder).catch(() => []);
  const name = names.find((n) => isPdf(n) && stemOf(n) === stem);
  return name === undefined ? null : join(folder, name);
}

const isPdf = (file: string): boolean => /\.pdf$/i.test(file);
const stemOf = (file: string): string => file.replace(/\.(pdf|json)$/i, '');

function byBaseName(files: readonly string[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const file of files) {
    const name = basename(stemOf(file));
    out.set(name, [...(out.get(name) ?? []), file]);
  }
  return out;
}

async function filesOf(folder: string, top: string): Promise<string[]> {
  const out: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) out.push(...(await filesOf(path, top)));
    else if (entry.isFile()) out.push(path);
    else if (entry.isSymbolicLink()) {
      const real = await realpath(path).catch(() => '');
      if (real.startsWith(top + sep) && (await stat(real)).isFile()) out.push(path);
    }
  }
  return out;
}

/**
 * The name of the file that a JSON was read from; null where it does not begin as a document of juesuan does, as its other files
 * (corrections, spot-checks) do not.
 */
async function readFrom(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    if (!/^\uFEFF?\s*\{\s*"schemaVersion"\s*:/.test(head)) return null;
    const named = /"fileName"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(head);
    return named ? String(JSON.parse(named[1]!)) : '';
  } finally {
    await handle.close();
  }
}

/** Bytes at the beginning of a JSON in which it says what it is. */
const HEAD = 4096;
