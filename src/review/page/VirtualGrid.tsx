import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface GridColumn {
  readonly key: string;
  readonly label: ComponentChildren;
  /** A width for grid-template-columns. */
  readonly width: string;
  readonly sort?: 'ascending' | 'descending' | 'none';
}

interface Props {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  readonly rowHeight: number;
  readonly minWidth?: number;
  /** The chosen row and, where cells can be chosen, the column. */
  readonly row: number;
  readonly column?: number;
  /** A row to bring into view, as the pointer is over it on the other side. */
  readonly glance?: number;
  readonly rowClass?: (row: number) => string;
  readonly cell: (row: number, column: number) => ComponentChildren;
  readonly cellClass?: (row: number, column: number) => string;
  readonly onMove: (row: number, column: number) => void;
  readonly onOpen?: (row: number) => void;
  readonly onHover?: (row: number, column: number | null) => void;
}

const AHEAD = 6;
/** Height of the head in CSS pixels. */
const HEAD = 30;

/** A table of many rows of one height: only those in view are in the page. Arrow keys move the choice; it is always in view. */
export function VirtualGrid(p: Props): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const head = HEAD;
  useLayoutEffect(() => {
    const el = ref.current!;
    const measure = (): void => setView({ top: el.scrollTop, height: el.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    measure();
    return () => observer.disconnect();
  }, []);
  const reveal = (row: number): void => {
    const el = ref.current!;
    const top = row * p.rowHeight;
    if (top < el.scrollTop) el.scrollTop = Math.max(0, top - p.rowHeight);
    else if (top + p.rowHeight > el.scrollTop + el.clientHeight - head)
      el.scrollTop = top + 2 * p.rowHeight - el.clientHeight + head;
  };
  useEffect(() => {
    if (p.row >= 0) reveal(p.row);
  }, [p.row, p.count, p.label]);
  useEffect(() => {
    if (p.glance !== undefined && p.glance >= 0) reveal(p.glance);
  }, [p.glance]);
  const from = Math.max(0, Math.floor(view.top / p.rowHeight) - AHEAD);
  const to = Math.min(p.count, Math.ceil((view.top + view.height) / p.rowHeight) + AHEAD);
  const template = p.columns.map((c) => c.width).join(' ');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(view.height / p.rowHeight) - 2);
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: [-p.count, 0],
      End: [p.count, 0],
      ...(p.column === undefined ? {} : { ArrowLeft: [0, -1] as const, ArrowRight: [0, 1] as const }),
    };
    const move = moves[event.key];
    if (move && p.count > 0) {
      event.preventDefault();
      const row = Math.min(p.count - 1, Math.max(0, p.row + move[0]));
      const column = Math.min(p.columns.length - 1, Math.max(0, (p.column ?? 0) + move[1]));
      p.onMove(row, column);
    } else if (event.key === 'Enter' && p.row >= 0 && p.onOpen) p.onOpen(p.row);
  };
  const cellAt = (event: Event): { row: number; column: number | null } | null => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!at) return null;
    const c = (event.target as HTMLElement).closest<HTMLElement>('[data-column]')?.dataset['column'];
    return { row: Number(at.dataset['row']), column: c === undefined ? null : Number(c) };
  };
  const active = p.row >= from && p.row < to ? `${idOf(p.label)}-${p.row}` : undefined;
  const rows: JSX.Element[] = [];
  for (let r = from; r < to; r++) {
    rows.push(
      <div
        key={r}
        id={`${idOf(p.label)}-${r}`}
        role="row"
        data-row={r}
        aria-rowindex={r + 2}
        aria-selected={r === p.row}
        class={`row ${r === p.row ? 'chosen' : ''} ${p.rowClass?.(r) ?? ''}`}
        style={{ top: `${head + r * p.rowHeight}px`, height: `${p.rowHeight}px`, gridTemplateColumns: template }}
      >
        {p.columns.map((c, i) => (
          <div
            key={c.key}
            role="gridcell"
            data-column={i}
            class={`${p.cellClass?.(r, i) ?? ''} ${r === p.row && i === p.column ? 'here' : ''}`}
          >
            {p.cell(r, i)}
          </div>
        ))}
      </div>,
    );
  }
  return (
    <div
      ref={ref}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={p.label}
      aria-rowcount={p.count + 1}
      aria-activedescendant={active}
      onScroll={(e) => setView({ top: e.currentTarget.scrollTop, height: e.currentTarget.clientHeight })}
      onKeyDown={onKeyDown}
      onClick={(e) => {
        const at = cellAt(e);
        if (at) p.onMove(at.row, at.column ?? 0);
      }}
      onDblClick={(e) => {
        const at = cellAt(e);
        if (at) p.onOpen?.(at.row);
      }}
      onMouseOver={(e) => {
        const at = cellAt(e);
        if (at) p.onHover?.(at.row, at.column);
      }}
      onMouseLeave={() => p.onHover?.(-1, null)}
    >
      <div
        role="presentation"
        class="rows"
        style={{ height: `${head + p.count * p.rowHeight}px`, minWidth: `${p.minWidth ?? 0}px` }}
      >
        <div
          role="row"
          aria-rowindex={1}
          class="row head"
          style={{ height: `${head}px`, gridTemplateColumns: template }}
        >
          {p.columns.map((c) => (
            <div key={c.key} role="columnheader" aria-sort={c.sort}>
              {c.label}
            </div>
          ))}
        </div>
        {rows}
      </div>
    </div>
  );
}

const idOf = (label: string): string => `g${[...label].reduce((h, c) => (h * 31 + c.codePointAt(0)!) >>> 0, 7)}`;
