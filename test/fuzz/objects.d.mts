/** One object of a PDF. `data`: its stream, inflated, one character a byte; null where it has none. */
export interface PdfObject {
  head: string;
  data: string | null;
  packed: boolean;
  raw?: { readonly data: string; readonly bytes: Uint8Array };
}
export interface PdfParts {
  readonly objects: Map<number, PdfObject>;
  root: string;
  info: string | undefined;
}
export function takeApart(bytes: Uint8Array): PdfParts;
export function putTogether(parts: PdfParts, lies?: { offset(): number; length(): number }): Buffer;
