import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentSummary } from '../documentSummary.js';
import { getDocuments } from './api.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { Plots } from './Plots.js';
import { VirtualGrid } from './VirtualGrid.js';
import { isWord } from './words.js';

type SortKey = 'department' | 'fiscalYear' | 'status' | 'figures' | 'disputed' | 'findings' | 'corrected';

const findingsOf = (d: DocumentSummary): number =>
  Object.values(d.findings).reduce((n, f) => n + (f.severity === 'info' ? 0 : f.count), 0);
const figuresOf = (d: DocumentSummary): number => d.figures.confirmed + d.figures.unconfirmed + d.figures.disputed;

const VALUE: Readonly<Record<SortKey, (d: DocumentSummary) => string | number>> = {
  department: (d) => d.department || d.name,
  fiscalYear: (d) => d.fiscalYear ?? 0,
  status: (d) => d.status,
  figures: figuresOf,
  disputed: (d) => d.figures.disputed,
  findings: findingsOf,
  corrected: (d) => d.corrected,
};
const WIDTHS: Readonly<Record<SortKey, string>> = {
  department: 'minmax(220px, 1fr)',
  fiscalYear: '64px',
  status: '84px',
  figures: '72px',
  disputed: '82px',
  findings: '82px',
  corrected: '88px',
};
const KEYS = Object.keys(VALUE) as SortKey[];

/** The list of documents: search, filter, sort, and the batch as plots. */
export function DocumentsPage({ onOpen }: { readonly onOpen: (id: string) => void }): JSX.Element {
  const w = useWords();
  const [data, setData] = useState<{ documents: readonly DocumentSummary[]; pending: number }>({
    documents: [],
    pending: 1,
  });
  const [search, setSearch] = useState('');
  const [year, setYear] = useState('');
  const [status, setStatus] = useState('');
  const [department, setDepartment] = useState('');
  const [sort, setSort] = useState<{ key: SortKey; down: boolean }>({ key: 'disputed', down: true });
  const [row, setRow] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let timer: number | undefined;
    let gone = false;
    const load = async (): Promise<void> => {
      const next = await getDocuments();
      if (gone) return;
      setData(next);
      if (next.pending > 0) timer = window.setTimeout(load, 500);
    };
    void load();
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, []);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    const list = data.documents.filter(
      (d) =>
        (wanted === '' || `${d.department} ${d.title} ${d.name}`.toLowerCase().includes(wanted)) &&
        (year === '' || String(d.fiscalYear ?? '') === year) &&
        (status === '' || d.status === status) &&
        (department === '' || d.department === department),
    );
    const value = VALUE[sort.key];
    const order = (a: DocumentSummary, b: DocumentSummary): number => {
      const [x, y] = [value(a), value(b)];
      return typeof x === 'number' ? x - (y as number) : x.localeCompare(y as string, 'zh');
    };
    return list.sort((a, b) => (sort.down ? order(b, a) : order(a, b)) || a.name.localeCompare(b.name));
  }, [data, search, year, status, department, sort]);
  const distinct = (of: (d: DocumentSummary) => string): string[] =>
    [...new Set(data.documents.map(of))].filter((t) => t !== '').sort((a, b) => a.localeCompare(b, 'zh'));
  useKeys({
    '/': () => input.current?.focus(),
    s: () => {
      location.hash = '#/spotcheck';
    },
  });
  const labels: Readonly<Record<SortKey, string>> = {
    department: w('department'),
    fiscalYear: w('year'),
    status: w('status'),
    figures: w('figures'),
    disputed: w('disputed'),
    findings: w('findings'),
    corrected: w('correctedCount'),
  };
  return (
    <main class="documents">
      <section aria-label={w('documents')} class="list">
        <form role="search" aria-label={w('filters')} class="filters" onSubmit={(e) => e.preventDefault()}>
          <input
            ref={input}
            type="search"
            aria-label={w('search')}
            placeholder={w('search')}
            value={search}
            onInput={(e) => setSearch(e.currentTarget.value)}
          />
          <Choice
            label={w('department')}
            value={department}
            options={distinct((d) => d.department)}
            onChange={setDepartment}
          />
          <Choice
            label={w('year')}
            value={year}
            options={distinct((d) => String(d.fiscalYear ?? ''))}
            onChange={setYear}
          />
          <Choice label={w('status')} value={status} options={distinct((d) => d.status)} onChange={setStatus} />
        </form>
        <p class="count" role="status">
          {shown.length} / {data.documents.length + data.pending}
          {data.pending > 0 ? ` · ${w('reading')}…` : ''}
        </p>
        {shown.length === 0 && data.pending === 0 ? <p>{w('noDocuments')}</p> : null}
        <VirtualGrid
          label={w('documents')}
          columns={KEYS.map((key) => ({
            key,
            width: WIDTHS[key],
            sort: sort.key === key ? (sort.down ? 'descending' : 'ascending') : 'none',
            label: (
              <button
                type="button"
                class="sort"
                onClick={() => setSort({ key, down: sort.key === key ? !sort.down : true })}
              >
                {labels[key]}
                <span aria-hidden="true">{sort.key === key ? (sort.down ? ' ▾' : ' ▴') : ''}</span>
              </button>
            ),
          }))}
          count={shown.length}
          rowHeight={44}
          minWidth={640}
          row={Math.min(row, shown.length - 1)}
          onMove={setRow}
          onOpen={(r) => onOpen(shown[r]!.id)}
          cellClass={(_, c) => (c >= 3 ? 'number' : '')}
          cell={(r, c) => cellOf(shown[r]!, KEYS[c]!)}
        />
      </section>
      <Plots documents={shown} />
    </main>
  );

  function cellOf(d: DocumentSummary, key: SortKey): JSX.Element | string {
    if (key === 'department')
      return (
        <a href={`#/d/${d.id}`} class="document" title={d.title || d.name}>
          <bdi class="clip">{d.department || d.name}</bdi>
          <bdi class="clip small">{d.problem ?? (d.extracted ? d.name : `${d.name} · ${w('notExtracted')}`)}</bdi>
        </a>
      );
    if (key === 'status') return isWord(d.status) ? w(d.status) : d.status;
    if (key === 'fiscalYear') return String(d.fiscalYear ?? '');
    const n = VALUE[key](d) as number;
    if (key === 'disputed' && n > 0) return <b class="badge disputed">{n}</b>;
    return d.extracted ? String(n) : '';
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): JSX.Element {
  const w = useWords();
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(e) => onChange(e.currentTarget.value)}>
        <option value="">{w('all')}</option>
        {options.map((o) => (
          <option key={o} value={o}>
            {isWord(o) ? w(o) : o}
          </option>
        ))}
      </select>
    </label>
  );
}
