import { useLayoutEffect, useRef } from 'preact/hooks';

/** Single keys can be switched off: they get in the way of speech input. */
export const keysAreOn = (): boolean => localStorage.getItem('juesuan.keys') !== 'off';
export const switchKeys = (on: boolean): void => localStorage.setItem('juesuan.keys', on ? 'on' : 'off');

/** Keys that work wherever the focus is, text fields aside. Escape works in text fields, too. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  current.current = keys;
  // As soon as it is shown, not after the paint: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('dialog[open]')) return;
      const { tagName } = event.target as HTMLElement;
      const typing = tagName === 'INPUT' || tagName === 'TEXTAREA' || tagName === 'SELECT';
      if (typing && event.key !== 'Escape') return;
      if (event.key !== 'Escape' && !keysAreOn()) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
