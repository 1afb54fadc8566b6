import { ExtractError } from '../../errors.js';
import type { Pdfium } from './library.js';

/** Subtypes of PDFium: text that was typed onto a page, and the field of a form. */
const FREE_TEXT = 3;
const WIDGET = 20;
/** As a viewer shows the page, not as it is printed. */
const NORMAL_DISPLAY = 0;
const FLATTENED = 1;
/** Most annotations of a page; a contents page has one a line, a form one a field. */
const MOST = 2000;

/**
 * Makes text that was typed onto a page or into the fields of a form part of its content, as a viewer shows it: true where the page is to be
 * loaded again. The field of a signature shows a seal, and is left as it is. Errors: LIMIT.
 */
export function flattenTypedText(pdfium: Pdfium, page: number): boolean {
  const { raw } = pdfium;
  const count = raw.FPDFPage_GetAnnotCount(page);
  if (count > MOST) throw new ExtractError('LIMIT', `at most ${MOST} annotations a page`, `${count}`);
  for (let i = 0; i < count; i++) {
    if (isTyped(pdfium, page, i)) return raw.FPDFPage_Flatten(page, NORMAL_DISPLAY) === FLATTENED;
  }
  return false;
}

function isTyped(pdfium: Pdfium, page: number, index: number): boolean {
  const { raw } = pdfium;
  const annotation = raw.FPDFPage_GetAnnot(page, index);
  if (annotation === 0) return false;
  const subtype = raw.FPDFAnnot_GetSubtype(annotation);
  const typed = subtype === FREE_TEXT || (subtype === WIDGET && fieldType(pdfium, annotation) !== 'Sig');
  raw.FPDFPage_CloseAnnot(annotation);
  return typed;
}

/** The FT of a field, `` where it stands in its parent. */
function fieldType({ raw, bytes, wrapped }: Pdfium, annotation: number): string {
  const [room, keyBytes] = [16, 4];
  const memory = raw.malloc(room + keyBytes);
  bytes().set([0x46, 0x54, 0], memory);
  const length = raw.FPDFAnnot_GetStringValue(annotation, memory, memory + keyBytes, room);
  const type = length > 2 && length <= room ? wrapped.pdfium.UTF16ToString(memory + keyBytes) : '';
  raw.free(memory);
  return type;
}
