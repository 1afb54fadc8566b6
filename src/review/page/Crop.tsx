import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../pages/page.js';
import { drawPage } from './pdf.js';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly box: Box;
  readonly label: string;
  /** The width and height of the picture in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels a point; a box that would not fit is drawn smaller. */
  readonly scale: number;
}

/** The place of a figure on its page, enlarged, with a frame around it. */
export function Crop({ pdf, page, box, label, width, height, scale: wanted }: Props): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = Math.min(wanted, (width - 16) / (box[2] - box[0]), (height - 16) / (box[3] - box[1]));
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const left = Math.max(0, x - width / scale / 2);
  const top = Math.max(0, y - height / scale / 2);
  useEffect(() => {
    const drawing = drawPage(pdf, page, canvas.current!, scale, [
      left,
      top,
      left + width / scale,
      top + height / scale,
    ]);
    return drawing.cancel;
  }, [pdf, page, left, top, scale, width, height]);
  return (
    <div class="crop" style={{ width: `${width}px`, height: `${height}px` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
      <div
        class="mark"
        style={{
          left: `${(box[0] - left) * scale}px`,
          top: `${(box[1] - top) * scale}px`,
          width: `${(box[2] - box[0]) * scale}px`,
          height: `${(box[3] - box[1]) * scale}px`,
        }}
      />
    </div>
  );
}
