import type { Format, LineFile, Shape } from './columns.js';
import { parquetFile } from './parquet.js';
import { csvFile, ndjsonFile } from './text.js';
import { xlsxFile } from './xlsx.js';

/** Opens a file of a format for lines. */
export async function lineFile(format: Format, path: string, shape: Shape, bom: boolean): Promise<LineFile> {
  switch (format) {
    case 'csv':
      return csvFile(path, shape, bom);
    case 'ndjson':
      return ndjsonFile(path);
    case 'parquet':
      return parquetFile(path, shape);
    case 'xlsx':
      return xlsxFile(path, shape);
  }
}
