import { type FileHandle, open } from 'node:fs/promises';
import { BOM, csvLine } from '../csv.js';
import type { LineFile, Shape } from './columns.js';

/** CSV with a head line, for Excel with a byte order mark. */
export async function csvFile(path: string, { columns }: Shape, bom: boolean): Promise<LineFile> {
  const file = await open(path, 'w');
  const names = columns.map((c) => c.name);
  await file.write((bom ? BOM : '') + csvLine(names));
  return textFile(file, (line) =>
    csvLine(
      names.map((n) => line[n] ?? null),
      bom,
    ),
  );
}

/** One JSON object a line. */
export async function ndjsonFile(path: string): Promise<LineFile> {
  return textFile(await open(path, 'w'), (line) => `${JSON.stringify(line)}\n`);
}

const textFile = (
  file: FileHandle,
  text: (line: Readonly<Record<string, string | number | null>>) => string,
): LineFile => ({
  async add(lines) {
    let chunk = '';
    for (const line of lines) chunk += text(line);
    await file.write(chunk);
  },
  finish: () => file.close(),
});
