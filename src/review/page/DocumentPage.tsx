import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../document/schema.js';
import type { Box } from '../../pages/page.js';
import { getDocument, getLog, getRules, type Logged, type Opened, type Saying, say } from './api.js';
import { Detail, type Form } from './Detail.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { modelOf, nameOf, nextDoubtful, reviewsOf } from './model.js';
import { PageView } from './PageView.js';
import { DoubtfulPanel, FindingsPanel, HistoryPanel, SheetsPanel } from './panels.js';
import { usePdf } from './usePdf.js';
import type { Word } from './words.js';

const TABS = [
  'doubtful',
  'tables',
  'attachments',
  'narrative',
  'findings',
  'history',
] as const satisfies readonly Word[];
type Tab = (typeof TABS)[number];
const KIND = { tables: 'table', attachments: 'attachment', narrative: 'narrative' } as const;
const TAB_OF = { table: 'tables', attachment: 'attachments', narrative: 'narrative' } as const;
const ZOOMS = [1, 1.25, 1.5, 2, 3];

export function DocumentPage({ id, onBack }: { readonly id: string; readonly onBack: () => void }): JSX.Element {
  const w = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    setOpened(null);
    getDocument(id).then(setOpened, (error: Error) => setProblem(error.message));
  }, [id]);
  useKeys(opened ? {} : { Escape: onBack, b: onBack });
  if (problem) return <main class="notice">{`${w('failure')}: ${problem}`}</main>;
  if (!opened) return <main class="notice">{w('loading')}…</main>;
  return <Open key={id} id={id} opened={opened} onBack={onBack} />;
}

function Open({
  id,
  opened,
  onBack,
}: {
  readonly id: string;
  readonly opened: Opened;
  readonly onBack: () => void;
}): JSX.Element {
  const w = useWords();
  const { document: doc } = opened;
  const model = useMemo(() => modelOf(doc), [doc]);
  const { pdf, missing } = usePdf(id);
  const [logged, setLogged] = useState<Logged>(opened);
  const reviews = useMemo(() => reviewsOf(doc, logged.log), [doc, logged.log]);
  const reviewed = useMemo(() => new Set([...reviews].filter(([, r]) => r.verdict).map(([k]) => k)), [reviews]);
  const [rules, setRules] = useState<Record<string, { zh: string; en: string }>>({});
  const [tab, setTab] = useState<Tab>('doubtful');
  const [sheet, setSheet] = useState<string | null>(null);
  const [chosen, setChosen] = useState(model.doubtful[0] ?? null);
  const [frame, setFrame] = useState<Box | null>(null);
  const [page, setPage] = useState(
    chosen?.figure.page ?? model.sheets.find((s) => s.rows.length > 0)?.rows[0]?.page ?? 1,
  );
  const [hover, setHover] = useState<string | null>(null);
  const [zoom, setZoom] = useState(1);
  const [form, setForm] = useState<Form>(null);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const top = useRef<HTMLElement>(null);
  useLayoutEffect(() => top.current?.focus(), []);
  useEffect(() => {
    void getRules().then(setRules);
    // What another window said shows when this one is looked at again.
    const onFocus = (): void => void getLog(id).then(setLogged, () => undefined);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);

  const choose = (cell: string): void => {
    const item = model.byId.get(cell);
    if (!item) return;
    setChosen(item);
    setPage(item.figure.page);
    setFrame(null);
    setForm(null);
    setMessage('');
    setSheet(item.sheet.id);
  };
  /** From the page: the table that holds the figure is shown. */
  const chooseOnPage = (cell: string): void => {
    choose(cell);
    const item = model.byId.get(cell);
    const listed = tab === 'doubtful' && model.doubtful.some((d) => d.id === cell);
    if (item && !listed) setTab(TAB_OF[item.sheet.kind]);
  };
  const step = (by: 1 | -1): void => {
    const item = nextDoubtful(model, reviews, chosen?.id ?? null, by);
    if (item) choose(item.id);
    if (tab !== 'doubtful') setTab('doubtful');
  };
  const go = (finding: Finding): void => {
    const { cell, page: on, box, table } = finding.place;
    if (cell && model.byId.has(cell)) {
      choose(cell);
      return;
    }
    if (on) setPage(on);
    setChosen(null);
    setFrame(box);
    if (table) setSheet(table);
  };
  const send = async (saying: Saying): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      const { conflict, ...next } = await say(id, logged, saying);
      setLogged(next);
      setMessage(conflict ? w('otherWindow') : w('saved'));
      return !conflict;
    } catch (error) {
      setMessage(`${w('failed')}: ${(error as Error).message}`);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const accept = async (): Promise<void> => {
    if (!chosen || !(await send({ action: 'accept', cell: chosen.id, why: '' }))) return;
    if (tab === 'doubtful') {
      step(1);
      setMessage(w('saved'));
    }
  };
  const save = async (which: 'correct' | 'comment', value: string, why: string): Promise<void> => {
    if (!chosen) return;
    const cell = chosen.id;
    const blank = value.trim() === '' ? null : value;
    const saying: Saying =
      which === 'correct' ? { action: 'correct', cell, value: blank, why } : { action: 'comment', cell, why };
    if (await send(saying)) setForm(null);
  };
  const undo = async (entry?: number): Promise<void> => {
    const own = chosen ? reviews.get(chosen.id) : undefined;
    const last = entry ?? Math.max(own?.verdict?.id ?? 0, ...(own?.comments.map((c) => c.id) ?? []));
    if (last > 0) await send({ action: 'undo', undoes: last });
  };
  const turn = (by: number): void => setPage((n) => Math.min(doc.source.pageCount, Math.max(1, n + by)));
  const zoomBy = (by: number): void =>
    setZoom((z) => ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(z) + by))]!);
  const leave = (): void => (form ? setForm(null) : onBack());
  useKeys({
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    a: () => void accept(),
    c: () => chosen && setForm('correct'),
    m: () => chosen && setForm('comment'),
    u: () => void undo(),
    '[': () => turn(-1),
    ']': () => turn(1),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    b: leave,
    Escape: leave,
    ...Object.fromEntries(TABS.map((t, i) => [String(i + 1), () => setTab(t)])),
  });
  const shared = { model, chosen, hover, reviews, onChoose: choose, onHover: setHover };
  return (
    <main class="document-page" ref={top} tabIndex={-1} aria-label={doc.document.title || opened.name}>
      <section class="left" aria-label={w('resize')}>
        <div class="bar">
          <button type="button" onClick={() => turn(-1)} aria-label={w('previousPage')} disabled={page <= 1}>
            ‹
          </button>
          <span>
            {w('page')} {page} / {doc.source.pageCount}
          </span>
          <button
            type="button"
            onClick={() => turn(1)}
            aria-label={w('nextPage')}
            disabled={page >= doc.source.pageCount}
          >
            ›
          </button>
          <span class="gap" />
          <button type="button" onClick={() => zoomBy(-1)} aria-label={w('zoomOut')}>
            −
          </button>
          <span>{Math.round(zoom * 100)} %</span>
          <button type="button" onClick={() => zoomBy(1)} aria-label={w('zoomIn')}>
            +
          </button>
        </div>
        <PageView
          model={model}
          pdf={pdf}
          noPdf={missing}
          page={page}
          zoom={zoom}
          chosen={chosen}
          hover={hover}
          frame={frame}
          reviewed={reviewed}
          onHover={setHover}
          onChoose={chooseOnPage}
        />
      </section>
      <section class="right" aria-label={w('figures')}>
        <div class="bar tabs" role="tablist" aria-label={w('figures')}>
          {TABS.map((t, i) => (
            <button
              key={t}
              type="button"
              role="tab"
              id={`tab-${t}`}
              aria-selected={t === tab}
              aria-controls="panel"
              onClick={() => setTab(t)}
            >
              <kbd>{i + 1}</kbd> {w(t)}
              {t === 'doubtful'
                ? ` ${model.doubtful.length - model.doubtful.filter((d) => reviewed.has(d.id)).length}`
                : ''}
              {t === 'findings' ? ` ${doc.findings.length}` : ''}
            </button>
          ))}
        </div>
        <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'doubtful' ? <DoubtfulPanel {...shared} /> : null}
          {tab === 'tables' || tab === 'attachments' || tab === 'narrative' ? (
            <SheetsPanel {...shared} kind={KIND[tab]} sheet={sheet} onSheet={setSheet} />
          ) : null}
          {tab === 'findings' ? <FindingsPanel findings={doc.findings} rules={rules} onGo={go} /> : null}
          {tab === 'history' ? <HistoryPanel log={logged.log} onUndo={(n) => void undo(n)} onChoose={choose} /> : null}
        </div>
        <section class="below" aria-label={w('details')} tabIndex={0}>
          <Detail
            model={model}
            pdf={pdf}
            rules={rules}
            item={chosen}
            review={chosen ? reviews.get(chosen.id) : undefined}
            form={form}
            onForm={setForm}
            onAccept={() => void accept()}
            onUndo={() => void undo()}
            onSave={(which, value, why) => void save(which, value, why)}
            onChoose={choose}
          />
        </section>
      </section>
      <p class="toast" role="status" aria-live="polite">
        {message}
      </p>
      <p class="hidden" aria-live="polite">
        {chosen ? `${nameOf(chosen)} ${chosen.figure.raw || w('blank')} ${w(chosen.figure.standing)}` : ''}
      </p>
    </main>
  );
}
