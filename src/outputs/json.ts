import type { FinalAccounts } from '../document/schema.js';

/** The document as JSON: two spaces, a line a box, the same bytes for the same document. */
export function documentToJson(document: FinalAccounts): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+),\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2, $3, $4]')}\n`;
}
