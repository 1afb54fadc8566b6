/** A cause as a finding of the document, at the place of its first suspect cell. */
import { finding } from '../document/finding.js';
import type { Cell, Finding, Table } from '../document/schema.js';
import type { Cause } from './result.js';

/**
 * `published` says that two independent readings give the same figures: then they are printed so by the publisher, and
 * no reader is to blame; where both are of one picture they may err alike.
 */
export function causeToFinding(cause: Cause, tables: readonly Table[], published: boolean): Finding {
  const [first = null] = cause.cells;
  const [key, row, ...column] = first?.split('/') ?? [];
  const table = tables.find((one) => one.key === key);
  const cell: Cell | undefined = table?.rows[Number(row)]?.cells[column.join('/')];
  const agreed =
    cell && /ppocr|tesseract/.test(cell.reader)
      ? 'both readers of the picture agree'
      : 'both readings agree: it is printed so by the publisher';
  const message = published ? `${cause.message}; ${agreed}` : cause.message;
  return finding(
    cause.rule,
    cause.severity,
    message,
    { page: cell?.page ?? null, box: cell?.box ?? null, table: table?.key ?? null, cell: first },
    { expected: cause.expected, actual: cause.actual },
  );
}
