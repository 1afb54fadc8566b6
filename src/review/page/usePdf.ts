import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'preact/hooks';

/** The PDF of a document; pdf.js itself is loaded with the first one. `missing`: it is not there, or is another file. */
export function usePdf(id: string | null): { readonly pdf: PDFDocumentProxy | null; readonly missing: boolean } {
  const [state, setState] = useState<{ id: string | null; pdf: PDFDocumentProxy | null; missing: boolean }>({
    id: null,
    pdf: null,
    missing: false,
  });
  useEffect(() => {
    if (id === null) return;
    let gone = false;
    let close: (() => void) | undefined;
    void import('./pdf.js')
      .then(({ openPdf }) => openPdf(id))
      .then((opened) => {
        close = opened.close;
        if (gone) close();
        else setState({ id, pdf: opened.pdf, missing: false });
      })
      .catch(() => {
        if (!gone) setState({ id, pdf: null, missing: true });
      });
    return () => {
      gone = true;
      close?.();
    };
  }, [id]);
  return state.id === id ? state : { pdf: null, missing: false };
}
