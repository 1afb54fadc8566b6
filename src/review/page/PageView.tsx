import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from './language.js';
import type { Item, Model } from './model.js';
import { drawPage } from './pdf.js';

interface Props {
  readonly model: Model;
  readonly pdf: PDFDocumentProxy | null;
  readonly noPdf: boolean;
  readonly page: number;
  readonly zoom: number;
  readonly chosen: Item | null;
  readonly hover: string | null;
  /** A place that a finding names without a figure. */
  readonly frame: readonly [number, number, number, number] | null;
  readonly reviewed: ReadonlySet<string>;
  readonly onHover: (id: string | null) => void;
  readonly onChoose: (id: string) => void;
}

/** A page as pdf.js draws it, with the boxes of the figures that were read on it. */
export function PageView(p: Props): JSX.Element {
  const w = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(500);
  const [size, setSize] = useState<{ page: number; width: number; height: number } | null>(null);
  const items = p.model.byPage.get(p.page) ?? [];
  useEffect(() => {
    const el = scroller.current!;
    const observer = new ResizeObserver(() => setWidth(el.clientWidth));
    observer.observe(el);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    let gone = false;
    if (!p.pdf) {
      const right = Math.max(595, ...items.map((i) => i.figure.box[2] + 30));
      setSize({ page: p.page, width: right, height: Math.max(595, ...items.map((i) => i.figure.box[3] + 30)) });
      return;
    }
    void p.pdf.getPage(p.page).then((page) => {
      const view = page.getViewport({ scale: 1 });
      if (!gone) setSize({ page: p.page, width: view.width, height: view.height });
    });
    return () => {
      gone = true;
    };
  }, [p.pdf, p.page]);
  const scale = size ? (Math.max(200, width - 20) / size.width) * p.zoom : 1;
  useEffect(() => {
    if (!p.pdf || !size || size.page !== p.page) return;
    const drawing = drawPage(p.pdf, p.page, canvas.current!, scale);
    return drawing.cancel;
  }, [p.pdf, size, scale]);
  const target = p.chosen?.figure.page === p.page ? p.chosen.figure.box : p.frame;
  useEffect(() => {
    const el = scroller.current!;
    if (!target || size?.page !== p.page) return;
    const [x, y] = [((target[0] + target[2]) / 2) * scale, ((target[1] + target[3]) / 2) * scale];
    el.scrollTo({ left: x - el.clientWidth / 2, top: y - el.clientHeight / 2 });
  }, [target, size, scale]);
  const boxes = useMemo(
    () =>
      items.map((i) => (
        <div
          key={i.id}
          data-id={i.id}
          class={`box ${i.figure.standing} ${i.figure.raw === '' ? 'empty' : ''} ${p.reviewed.has(i.id) ? 'reviewed' : ''}`}
          style={placed(i.figure.box, scale)}
        />
      )),
    [items, scale, p.reviewed],
  );
  const idOf = (e: Event): string | undefined => (e.target as HTMLElement).dataset['id'];
  const hovered = p.hover ? p.model.byId.get(p.hover) : undefined;
  return (
    <div class="paper-scroll" ref={scroller} role="group" aria-label={`${w('page')} ${p.page}`} tabIndex={0}>
      {p.noPdf ? <p class="notice">{w('noPdf')}</p> : null}
      <div class="paper" style={size ? { width: `${size.width * scale}px`, height: `${size.height * scale}px` } : {}}>
        <canvas ref={canvas} role="img" aria-label={`${w('page')} ${p.page}`} />
        <div
          class="boxes"
          aria-hidden="true"
          onMouseOver={(e) => p.onHover(idOf(e) ?? null)}
          onMouseLeave={() => p.onHover(null)}
          onClick={(e) => {
            const id = idOf(e);
            if (id) p.onChoose(id);
          }}
        >
          {boxes}
        </div>
        {hovered?.figure.page === p.page ? <div class="mark hover" style={placed(hovered.figure.box, scale)} /> : null}
        {target ? <div class="mark" style={placed(target, scale)} /> : null}
      </div>
    </div>
  );
}

const placed = (box: readonly [number, number, number, number], scale: number): Record<string, string> => ({
  left: `${box[0] * scale}px`,
  top: `${box[1] * scale}px`,
  width: `${(box[2] - box[0]) * scale}px`,
  height: `${(box[3] - box[1]) * scale}px`,
});
