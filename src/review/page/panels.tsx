import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CorrectionLog } from '../../corrections/log.js';
import type { Finding } from '../../document/schema.js';
import type { Sheet } from '../../document/sheets.js';
import { Badge } from './Badge.js';
import { useLanguage, useWords } from './language.js';
import { columnsOf, type Item, type Model, type Review } from './model.js';
import { VirtualGrid } from './VirtualGrid.js';

interface Shared {
  readonly model: Model;
  readonly chosen: Item | null;
  readonly hover: string | null;
  readonly reviews: ReadonlyMap<string, Review>;
  readonly onChoose: (id: string) => void;
  readonly onHover: (id: string | null) => void;
}

/** What a person said of a figure, in one mark. */
export function Mark({ review }: { readonly review: Review | undefined }): JSX.Element | null {
  const w = useWords();
  if (!review) return null;
  const { verdict, comments } = review;
  const text = verdict?.action === 'correct' ? `→ ${verdict.value ?? w('blank')}` : verdict ? '✓' : '';
  return (
    <span class="said">
      {text}
      {comments.length > 0 ? ' ✎' : ''}
    </span>
  );
}

/** The figures in doubt: disputed first. */
export function DoubtfulPanel(p: Shared): JSX.Element {
  const w = useWords();
  const { doubtful } = p.model;
  if (doubtful.length === 0) return <p class="notice">{w('nothingDoubtful')}</p>;
  return (
    <VirtualGrid
      label={w('doubtful')}
      columns={[
        { key: 'standing', label: w('status'), width: '76px' },
        { key: 'where', label: w('columns'), width: 'minmax(240px, 1fr)' },
        { key: 'value', label: w('asPrinted'), width: '150px' },
        { key: 'page', label: w('page'), width: '44px' },
      ]}
      count={doubtful.length}
      rowHeight={40}
      row={doubtful.findIndex((i) => i.id === p.chosen?.id)}
      onMove={(r) => p.onChoose(doubtful[r]!.id)}
      onHover={(r) => p.onHover(r < 0 ? null : doubtful[r]!.id)}
      cellClass={(_, c) => (c >= 2 ? 'number' : '')}
      cell={(r, c) => {
        const item = doubtful[r]!;
        if (c === 0) return <Badge kind={item.figure.standing} />;
        if (c === 3) return String(item.figure.page);
        if (c === 2)
          return (
            <>
              <bdi class="clip">{item.figure.raw || w('blank')}</bdi> <Mark review={p.reviews.get(item.id)} />
            </>
          );
        return (
          <div class="two">
            <bdi class="clip">{[item.row.label, item.columnName].filter((t) => t !== '').join(' · ')}</bdi>
            <bdi class="clip small">{item.sheet.title}</bdi>
          </div>
        );
      }}
    />
  );
}

interface SheetsProps extends Shared {
  readonly kind: Sheet['kind'];
  readonly sheet: string | null;
  readonly onSheet: (id: string) => void;
}

/** Tables, forms or statements as they were extracted. */
export function SheetsPanel(p: SheetsProps): JSX.Element {
  const w = useWords();
  const sheets = p.model.sheets.filter((s) => s.kind === p.kind && (s.kind === 'table' || s.rows.length > 0));
  const sheet = sheets.find((s) => s.id === p.sheet) ?? sheets[0];
  if (!sheet) return <p class="notice">{w('nothingHere')}</p>;
  const columns = columnsOf(p.model, sheet);
  const row = p.chosen?.sheet.id === sheet.id ? p.chosen.rowIndex : -1;
  const column = p.chosen?.sheet.id === sheet.id ? columns.findIndex((c) => c.key === p.chosen!.column) + 1 : 0;
  const hovered = p.hover ? p.model.byId.get(p.hover) : undefined;
  const glance = hovered?.sheet.id === sheet.id && hovered.id !== p.chosen?.id ? hovered.rowIndex : -1;
  const at = (r: number, c: number): string | undefined =>
    sheet.rows[r]?.figures[columns[Math.max(0, c - 1)]?.key ?? '']?.id;
  const firstIn = (r: number): string | undefined => Object.values(sheet.rows[r]?.figures ?? {})[0]?.id;
  return (
    <>
      {sheets.length > 1 ? (
        <label class="choice wide">
          <span class="hidden">{p.kind === 'table' ? w('tables') : w('attachments')}</span>
          <select value={sheet.id} onChange={(e) => p.onSheet(e.currentTarget.value)}>
            {sheets.map((s) => (
              <option key={s.id} value={s.id}>
                {sheetName(s)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p class="count">
        <Badge kind={sheet.status} /> {sheet.unit ?? ''}
      </p>
      <VirtualGrid
        label={sheetName(sheet)}
        columns={[
          { key: '', label: w('columns'), width: 'minmax(170px, 1.6fr)' },
          ...columns.map((c) => ({
            key: c.key,
            label: <bdi class="clip">{c.label || w('figures')}</bdi>,
            width: 'minmax(88px, 1fr)',
          })),
        ]}
        count={sheet.rows.length}
        rowHeight={30}
        minWidth={170 + 92 * columns.length}
        row={row}
        column={column}
        glance={glance}
        onMove={(r, c) => {
          const id = at(r, c) ?? firstIn(r);
          if (id) p.onChoose(id);
        }}
        onHover={(r, c) => p.onHover(r < 0 || !c ? null : (at(r, c) ?? null))}
        cellClass={(r, c) => {
          if (c === 0) return 'label';
          const f = sheet.rows[r]!.figures[columns[c - 1]!.key];
          if (!f) return '';
          return `number ${f.standing} ${f.id === p.hover ? 'hovered' : ''} ${p.reviews.has(f.id) ? 'stack' : ''}`;
        }}
        cell={(r, c) => {
          const line = sheet.rows[r]!;
          if (c === 0) return <bdi class="clip">{line.label}</bdi>;
          const f = line.figures[columns[c - 1]!.key];
          if (!f) return '';
          return (
            <>
              <bdi class="clip">{f.raw}</bdi>
              {f.raw !== '' || f.standing === 'disputed' ? <span class="hidden">{w(f.standing)}</span> : null}
              <Mark review={p.reviews.get(f.id)} />
            </>
          );
        }}
      />
    </>
  );
}

function sheetName(sheet: Sheet): string {
  if (sheet.kind !== 'attachment') return sheet.title;
  const [, n, group] = sheet.id.split('/');
  const subject = group === 'header' ? (sheet.rows[0]?.figures['subject']?.value ?? '') : '';
  return `${n}. ${sheet.title} ${subject} (${group})`.slice(0, 120);
}

const SEVERITIES = ['error', 'warning', 'info'];

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly rules: Readonly<Record<string, { zh: string; en: string }>>;
  readonly onGo: (finding: Finding) => void;
}

/** The findings of the document; choosing one goes to its place. */
export function FindingsPanel({ findings, rules, onGo }: FindingsProps): JSX.Element {
  const w = useWords();
  const language = useLanguage();
  const [row, setRow] = useState(-1);
  const sorted = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (sorted.length === 0) return <p class="notice">{w('nothingHere')}</p>;
  return (
    <VirtualGrid
      label={w('findings')}
      columns={[
        { key: 'severity', label: w('status'), width: '76px' },
        { key: 'message', label: w('findings'), width: 'minmax(200px, 1fr)' },
        { key: 'page', label: w('page'), width: '44px' },
      ]}
      count={sorted.length}
      rowHeight={84}
      row={row}
      onMove={(r) => {
        setRow(r);
        onGo(sorted[r]!);
      }}
      cell={(r, c) => {
        const f = sorted[r]!;
        if (c === 0) return <Badge kind={f.severity} />;
        if (c === 2) return String(f.place.page ?? '');
        return (
          <div class="message">
            {language === 'zh' && rules[f.rule] ? <b>{rules[f.rule]!.zh}</b> : null}
            <bdi title={f.message}>{f.message}</bdi>
            {f.expected === null && f.actual === null ? null : (
              <span class="small">
                {w('expected')} <bdi>{f.expected ?? '—'}</bdi> · {w('printed')} <bdi>{f.actual ?? '—'}</bdi>
              </span>
            )}
          </div>
        );
      }}
    />
  );
}

interface HistoryProps {
  readonly log: CorrectionLog;
  readonly onUndo: (id: number) => void;
  readonly onChoose: (cell: string) => void;
}

/** Everything that people said, latest first. */
export function HistoryPanel({ log, onUndo, onChoose }: HistoryProps): JSX.Element {
  const w = useWords();
  const undone = new Set(log.entries.flatMap((e) => (e.action === 'undo' ? [e.undoes] : [])));
  const entries = log.entries.filter((e) => e.action !== 'undo').reverse();
  if (entries.length === 0) return <p class="notice">{w('nothingHere')}</p>;
  return (
    <ol class="history" aria-label={w('history')}>
      {entries.map((e) => (
        <li key={e.id} class={undone.has(e.id) ? 'undone' : ''}>
          <p>
            <b>{e.action === 'correct' ? w('correct') : e.action === 'accept' ? w('accept') : w('comment')}</b>{' '}
            <button type="button" class="link" onClick={() => onChoose(e.target.cell)}>
              <bdi>{e.target.label || e.target.cell}</bdi>
            </button>
          </p>
          <p>
            <bdi>{e.read ?? w('blank')}</bdi>
            {e.action === 'correct' ? (
              <>
                {' → '}
                <b>
                  <bdi>{e.value ?? w('blank')}</bdi>
                </b>
              </>
            ) : null}
            {e.why ? (
              <>
                {' · '}
                <bdi>{e.why}</bdi>
              </>
            ) : null}
          </p>
          <p class="small">
            <bdi>{e.who}</bdi> · {new Date(e.when).toLocaleString()} {undone.has(e.id) ? `· ${w('undone')}` : null}
            {undone.has(e.id) ? null : (
              <button type="button" class="quiet" onClick={() => onUndo(e.id)}>
                {w('undo')}
              </button>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
