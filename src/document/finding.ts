import type { Box } from '../pages/page.js';
import type { Finding, TableKey } from './schema.js';

interface Place {
  readonly page?: number | null;
  readonly box?: Box | null;
  readonly table?: TableKey | null;
  readonly attachment?: number | null;
  readonly cell?: string | null;
}

/** A finding as a value. `message` says what is the matter in one sentence; what is quoted from the page is Chinese. */
export function finding(
  rule: string,
  severity: Finding['severity'],
  message: string,
  place: Place = {},
  values: { readonly expected?: string | null; readonly actual?: string | null } = {},
): Finding {
  const box = place.box ? roundBox(place.box) : null;
  return {
    rule,
    severity,
    message,
    place: {
      page: place.page ?? null,
      box,
      table: place.table ?? null,
      attachment: place.attachment ?? null,
      cell: place.cell ?? null,
    },
    expected: values.expected ?? null,
    actual: values.actual ?? null,
  };
}

/** Boxes go out in hundredths of a point. */
export function roundBox(box: Box): [number, number, number, number] {
  const r = (v: number): number => Math.round(v * 100) / 100;
  return [r(box[0]), r(box[1]), r(box[2]), r(box[3])];
}
