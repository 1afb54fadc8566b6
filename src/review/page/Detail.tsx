import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Check } from '../../document/schema.js';
import { Badge } from './Badge.js';
import { Crop } from './Crop.js';
import { useLanguage, useWords } from './language.js';
import type { Item, Model, Review } from './model.js';
import { reason } from './words.js';

export type Form = 'correct' | 'comment' | null;

interface Props {
  readonly model: Model;
  readonly pdf: PDFDocumentProxy | null;
  readonly rules: Readonly<Record<string, { zh: string; en: string }>>;
  readonly item: Item | null;
  readonly review: Review | undefined;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
  readonly onAccept: () => void;
  readonly onUndo: () => void;
  readonly onSave: (form: 'correct' | 'comment', value: string, why: string) => void;
  readonly onChoose: (id: string) => void;
}

/** Why a figure has its standing: its crop, both readings, the identities with their figures; and what to do about it. */
export function Detail(p: Props): JSX.Element {
  const w = useWords();
  const language = useLanguage();
  const { item, review } = p;
  if (!item) return <p class="notice">{w('choose')}</p>;
  const { of } = item.figure;
  const second = 'secondReading' in of ? of.secondReading : null;
  const verdict = review?.verdict;
  return (
    <div class="detail">
      <header>
        <h2>
          <bdi>{[item.row.label, item.columnName].filter((t) => t !== '').join(' · ') || item.sheet.title}</bdi>
        </h2>
        <p class="value">
          <bdi>{item.figure.raw || w('blank')}</bdi> <Badge kind={item.figure.standing} />
          {verdict ? (
            <span class="verdict">
              {verdict.action === 'correct' ? (
                <>
                  {w('corrected')} <b>{verdict.value ?? w('blank')}</b>
                </>
              ) : (
                w('accepted')
              )}{' '}
              <bdi class="small">{verdict.who}</bdi>
            </span>
          ) : null}
        </p>
      </header>
      <div class="buttons">
        <button type="button" onClick={p.onAccept}>
          {w('accept')} <kbd>a</kbd>
        </button>
        <button type="button" onClick={() => p.onForm('correct')}>
          {w('correct')} <kbd>c</kbd>
        </button>
        <button type="button" onClick={() => p.onForm('comment')}>
          {w('comment')} <kbd>m</kbd>
        </button>
        <button type="button" onClick={p.onUndo} disabled={!verdict && !review?.comments.length}>
          {w('undo')} <kbd>u</kbd>
        </button>
      </div>
      {p.form ? <SayForm key={`${p.form} ${item.id}`} {...p} form={p.form} item={item} /> : null}
      <div class="columns">
        <div>
          {p.pdf ? (
            <Crop
              pdf={p.pdf}
              page={item.figure.page}
              box={item.figure.box}
              label={w('asPrinted')}
              width={300}
              height={92}
              scale={2.4}
            />
          ) : null}
          <dl>
            <dt>{w('firstReading')}</dt>
            <dd>
              <bdi>{item.figure.raw || w('blank')}</bdi> <span class="small">{of.reader}</span>
            </dd>
            <dt>{w('secondReading')}</dt>
            <dd>{second === null ? w('notTaken') : <bdi>{second || w('blank')}</bdi>}</dd>
            <dt>{w('why')}</dt>
            <dd>
              <ul>
                {of.why.map((t) => (
                  <li key={t}>
                    <bdi>{reason(language, t)}</bdi>
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
          {review?.comments.map((c) => (
            <p key={c.id} class="comment">
              ✎ <bdi>{c.why}</bdi> <bdi class="small">{c.who}</bdi>
            </p>
          ))}
        </div>
        <div>
          <h3>{w('identities')}</h3>
          {of.checks.length === 0 ? <p>{w('noIdentity')}</p> : null}
          {of.checks.map((id) => {
            const check = p.model.checks.get(id);
            return check ? <Identity key={id} {...p} check={check} own={item.id} /> : null;
          })}
        </div>
      </div>
    </div>
  );
}

function SayForm(p: Props & { readonly form: 'correct' | 'comment'; readonly item: Item }): JSX.Element {
  const w = useWords();
  const first = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(
    p.review?.verdict?.action === 'correct' ? (p.review.verdict.value ?? '') : p.item.figure.raw,
  );
  const [why, setWhy] = useState('');
  // Before the next key is pressed: a value typed at once must not be taken for single keys.
  useLayoutEffect(() => first.current?.select(), []);
  return (
    <form
      class="say"
      onSubmit={(e) => {
        e.preventDefault();
        p.onSave(p.form, value, why);
      }}
    >
      {p.form === 'correct' ? (
        <label>
          {w('newValue')}
          <input ref={first} value={value} onInput={(e) => setValue(e.currentTarget.value)} autocomplete="off" />
        </label>
      ) : null}
      <label>
        {p.form === 'correct' ? w('why') : w('comment')}
        <input
          ref={p.form === 'comment' ? first : null}
          value={why}
          required={p.form === 'comment'}
          onInput={(e) => setWhy(e.currentTarget.value)}
          autocomplete="off"
        />
      </label>
      <button type="submit" class="primary">
        {w('save')} <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={() => p.onForm(null)}>
        {w('cancel')} <kbd>Esc</kbd>
      </button>
    </form>
  );
}

/** Figures of an identity that are shown before the rest is asked for. */
const SHOWN = 7;

function Identity(p: Props & { readonly check: Check; readonly own: string }): JSX.Element {
  const w = useWords();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const { check } = p;
  const title = p.rules[check.rule]?.[language] ?? '';
  const cells = all ? check.cells : check.cells.slice(0, SHOWN);
  return (
    <div class={`identity ${check.outcome}`}>
      <p>
        <b title={title}>{check.rule}</b> <Badge kind={check.outcome} /> <bdi>{check.why}</bdi>
      </p>
      {check.expected !== null ? (
        <p class="small">
          {w('expected')} <b>{check.expected}</b> · {w('printed')} <b>{check.actual}</b> · {w('difference')}{' '}
          {check.difference} · {w('allowed')} {check.tolerance}
        </p>
      ) : null}
      <ul>
        {cells.map((id) => {
          const item = p.model.byId.get(id);
          if (!item) return null;
          return (
            <li key={id} class={id === p.own ? 'own' : ''}>
              <button type="button" class="link" onClick={() => p.onChoose(id)}>
                <bdi class="clip">{[item.row.label, item.columnName].filter((t) => t !== '').join(' · ')}</bdi>
              </button>
              <bdi class="number">{item.figure.raw || w('blank')}</bdi>
            </li>
          );
        })}
      </ul>
      {check.cells.length > cells.length ? (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {check.cells.length - cells.length} {w('more')}
        </button>
      ) : null}
    </div>
  );
}
