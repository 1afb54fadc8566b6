import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import type { Box } from '../../pages/page.js';

GlobalWorkerOptions.workerSrc = '/lib/pdfjs/build/pdf.worker.min.mjs';

/** Opens the PDF of a document; everything that pdf.js needs comes from the server of the page. */
export async function openPdf(id: string): Promise<{ pdf: PDFDocumentProxy; close: () => void }> {
  const response = await fetch(`/api/documents/${id}/pdf`);
  if (!response.ok) throw new Error('no PDF');
  const task = getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    cMapUrl: '/lib/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/lib/pdfjs/standard_fonts/',
    wasmUrl: '/lib/pdfjs/wasm/',
    iccUrl: '/lib/pdfjs/iccs/',
    isEvalSupported: false,
    enableXfa: false,
    useWasm: true,
  });
  const pdf = await task.promise;
  return { pdf, close: () => void task.destroy() };
}

export interface Drawing {
  readonly done: Promise<void>;
  cancel(): void;
}

/** Draws a page, or the part of it in `box`, into a canvas. `scale` in CSS pixels a point. */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  scale: number,
  box?: Box,
): Drawing {
  let task: RenderTask | undefined;
  let cancelled = false;
  const done = (async () => {
    const page = await pdf.getPage(number);
    if (cancelled) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    const [x, y] = box ? [box[0], box[1]] : [0, 0];
    const whole = page.getViewport({ scale: 1 });
    const [width, height] = box ? [box[2] - box[0], box[3] - box[1]] : [whole.width, whole.height];
    canvas.width = Math.round(width * scale * density);
    canvas.height = Math.round(height * scale * density);
    canvas.style.width = `${Math.round(width * scale)}px`;
    canvas.style.height = `${Math.round(height * scale)}px`;
    const viewport = page.getViewport({
      scale: scale * density,
      offsetX: -x * scale * density,
      offsetY: -y * scale * density,
    });
    task = page.render({ canvas, viewport });
    await task.promise.catch((error: Error) => {
      if (error.name !== 'RenderingCancelledException') throw error;
    });
  })();
  return {
    done,
    cancel: () => {
      cancelled = true;
      task?.cancel();
    },
  };
}
