import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keysAreOn, switchKeys } from './keys.js';
import { useWords } from './language.js';
import type { Word } from './words.js';

const KEYS: readonly (readonly [string, Word])[] = [
  ['n / p', 'keyMove'],
  ['a', 'accept'],
  ['c', 'correct'],
  ['m', 'comment'],
  ['u', 'undo'],
  ['1 … 6', 'keyTabs'],
  ['[ / ]', 'keyPages'],
  ['+ / -', 'keyZoom'],
  ['↑ ↓ ← →', 'keyArrows'],
  ['b / Esc', 'keyBack'],
  ['/', 'keySearch'],
  ['Enter', 'keyOpen'],
  ['s', 'keySpot'],
  ['y / x / z', 'keyJudge'],
];

export function Help({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const w = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(keysAreOn());
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{w('help')}</h2>
      <dl class="keys">
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{w(text)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(e) => {
            switchKeys(e.currentTarget.checked);
            setOn(e.currentTarget.checked);
          }}
        />{' '}
        {w('keysOn')}
      </label>
      <form
        method="dialog"
        onSubmit={(e) => {
          e.preventDefault();
          dialog.current?.close();
        }}
      >
        <button type="submit" class="primary">
          {w('close')} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  );
}
