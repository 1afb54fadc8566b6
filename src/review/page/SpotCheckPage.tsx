import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Statement } from '../../spotcheck/statement.js';
import { drawSpotCheck, getSpotCheck, judge, type ShownItem, type ShownSpotCheck } from './api.js';
import { Crop } from './Crop.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { usePdf } from './usePdf.js';

/** The spot-check: one figure after the other, and what the verdicts prove. */
export function SpotCheckPage({ onBack }: { readonly onBack: () => void }): JSX.Element {
  const w = useWords();
  const [shown, setShown] = useState<ShownSpotCheck | null>(null);
  const [index, setIndex] = useState(0);
  const [problem, setProblem] = useState('');
  const take = (next: ShownSpotCheck): void => {
    setShown(next);
    setProblem('');
  };
  const first = (next: ShownSpotCheck): void => {
    take(next);
    setIndex(Math.max(0, next.check?.items.findIndex((i) => i.verdict === null) ?? 0));
  };
  useEffect(() => {
    getSpotCheck().then(first, (error: Error) => setProblem(error.message));
  }, []);
  const check = shown?.check;
  const item = check?.items[index];
  const move = (by: number): void => setIndex((i) => Math.min((check?.items.length ?? 1) - 1, Math.max(0, i + by)));
  const send = async (said: { seen?: string; verdict?: ShownItem['verdict'] }): Promise<void> => {
    if (!check || !item) return;
    try {
      const next = await judge({ drawn: check.drawn, index, ...said });
      take(next);
      // A figure that was judged by comparing stays in view, so that the eye sees what it was compared with.
      if (said.verdict) move(1);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const verdict = (v: NonNullable<ShownItem['verdict']>): void => {
    if (item && !item.hidden) void send({ verdict: v });
  };
  useKeys({
    y: () => verdict('right'),
    x: () => verdict('wrong'),
    '?': () => undefined,
    z: () => verdict('unclear'),
    n: () => move(1),
    p: () => move(-1),
    b: onBack,
    Escape: onBack,
  });
  return (
    <main class="spotcheck">
      {problem ? (
        <p class="notice" role="alert">
          {problem}
        </p>
      ) : null}
      {item && check ? (
        <section class="judging" aria-label={w('spotcheck')}>
          <p class="count">
            {index + 1} / {check.items.length} · {check.items.filter((i) => i.verdict !== null).length} {w('judged')}
          </p>
          <ItemView
            key={`${check.drawn} ${index}`}
            item={item}
            blind={check.blind}
            onSeen={(seen) => void send({ seen })}
            onVerdict={verdict}
          />
          <div class="buttons">
            <button type="button" onClick={() => move(-1)} disabled={index === 0}>
              {w('previous')} <kbd>p</kbd>
            </button>
            <button type="button" onClick={() => move(1)} disabled={index === check.items.length - 1}>
              {w('next')} <kbd>n</kbd>
            </button>
          </div>
        </section>
      ) : null}
      <aside>
        {shown?.statement ? <StatementView statement={shown.statement} /> : null}
        <DrawForm again={check !== null && check !== undefined} onDrawn={first} onProblem={setProblem} />
      </aside>
    </main>
  );
}

interface ItemProps {
  readonly item: ShownItem;
  readonly blind: boolean;
  readonly onSeen: (seen: string) => void;
  readonly onVerdict: (verdict: NonNullable<ShownItem['verdict']>) => void;
}

function ItemView({ item, blind, onSeen, onVerdict }: ItemProps): JSX.Element {
  const w = useWords();
  const { pdf, missing } = usePdf(item.id);
  const [seen, setSeen] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const right = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (item.hidden) input.current?.focus();
    else right.current?.focus();
  }, [item.hidden]);
  return (
    <>
      <h2>
        <bdi>{item.label}</bdi>
      </h2>
      <p class="small">
        <bdi>{item.document}</bdi> · {w('page')} {item.page}
      </p>
      {pdf ? (
        <Crop pdf={pdf} page={item.page} box={item.box} label={w('asPrinted')} width={720} height={230} scale={2.2} />
      ) : null}
      {missing ? <p class="notice">{w('noPdf')}</p> : null}
      {item.hidden ? (
        <form
          class="say"
          onSubmit={(e) => {
            e.preventDefault();
            onSeen(seen);
          }}
        >
          <label>
            {w('whatDoYouRead')}
            <input ref={input} value={seen} onInput={(e) => setSeen(e.currentTarget.value)} autocomplete="off" />
          </label>
          <button type="submit" class="primary">
            {w('compare')} <kbd>Enter</kbd>
          </button>
        </form>
      ) : (
        <>
          <p class="value" role="status">
            {w('itWasRead')} <b class="read-value">{item.read ?? w('blank')}</b>
            {blind && item.seen !== undefined ? (
              <>
                {' · '}
                {w('youRead')} <b>{item.seen || w('blank')}</b>
              </>
            ) : null}
            {item.verdict ? <span class={`badge ${item.verdict}`}>{w(item.verdict)}</span> : null}
          </p>
          <div class="buttons">
            <button
              ref={right}
              type="button"
              aria-pressed={item.verdict === 'right'}
              onClick={() => onVerdict('right')}
            >
              {w('right')} <kbd>y</kbd>
            </button>
            <button type="button" aria-pressed={item.verdict === 'wrong'} onClick={() => onVerdict('wrong')}>
              {w('wrong')} <kbd>x</kbd>
            </button>
            <button type="button" aria-pressed={item.verdict === 'unclear'} onClick={() => onVerdict('unclear')}>
              {w('unclear')} <kbd>z</kbd>
            </button>
          </div>
        </>
      )}
    </>
  );
}

const percent = (rate: number): string => `${(rate * 100).toFixed(rate < 0.1 ? 2 : 1)} %`;

function StatementView({ statement }: { readonly statement: Statement }): JSX.Element {
  const w = useWords();
  const base = (s: string): string => {
    const [name, scan] = s.split(' ');
    const known = name === 'confirmed' || name === 'unconfirmed' || name === 'disputed' || name === 'blank';
    return `${known ? w(name) : s}${scan ? ` ${scan}` : ''}`;
  };
  return (
    <section aria-label={w('summary')}>
      <table class="statement">
        <thead>
          <tr>
            <th scope="col">{w('stratum')}</th>
            <th scope="col">{w('population')}</th>
            <th scope="col">{w('judged')}</th>
            <th scope="col">{w('right')}</th>
            <th scope="col">{w('errorRate')}</th>
          </tr>
        </thead>
        <tbody>
          {statement.strata.map((s) => (
            <tr key={s.stratum}>
              <th scope="row">{base(s.stratum)}</th>
              <td>{s.population}</td>
              <td>
                {s.judged} / {s.drawn}
              </td>
              <td>{s.right}</td>
              <td>
                {s.judged === 0
                  ? w('nothingProved')
                  : `${s.judged === s.population ? w('exactly') : w('below')} ${percent(s.below)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">
        {statement.right} {w('rightOf')} {statement.judged}
        {statement.judged > 0 ? `; ${w('allFigures')} ${percent(statement.below)}` : ''}
      </p>
    </section>
  );
}

interface DrawProps {
  readonly again: boolean;
  readonly onDrawn: (next: ShownSpotCheck) => void;
  readonly onProblem: (problem: string) => void;
}

function DrawForm({ again, onDrawn, onProblem }: DrawProps): JSX.Element {
  const w = useWords();
  const [sample, setSample] = useState('60');
  const [blind, setBlind] = useState(true);
  const [seed, setSeed] = useState('');
  const [busy, setBusy] = useState(false);
  return (
    <form
      class="draw"
      onSubmit={(e) => {
        e.preventDefault();
        setBusy(true);
        drawSpotCheck({ sample: Number(sample), blind, ...(seed ? { seed } : {}) })
          .then(onDrawn, (error: Error) => onProblem(error.message))
          .finally(() => setBusy(false));
      }}
    >
      <label>
        {w('sample')}
        <input
          type="number"
          min={1}
          max={10000}
          required
          value={sample}
          onInput={(e) => setSample(e.currentTarget.value)}
        />
      </label>
      <label>
        {w('seed')}
        <input value={seed} onInput={(e) => setSeed(e.currentTarget.value)} autocomplete="off" />
      </label>
      <label class="check">
        <input type="checkbox" checked={blind} onChange={(e) => setBlind(e.currentTarget.checked)} /> {w('blind')}
      </label>
      <button type="submit" class={again ? '' : 'primary'} disabled={busy}>
        {busy ? `${w('drawing')}…` : again ? w('drawAgain') : w('draw')}
      </button>
    </form>
  );
}
