import { useContext, useLayoutEffect, useRef } from 'react';
import { isShortcutAllowed, shortcutKey } from './shortcutGuard.ts';
import { SingleKeys } from './singleKeyShortcuts.ts';

/**
 * A key is a letter such as "a", or two in sequence such as "g o". An action that returns false found nothing
 * to do, so the key is not taken.
 */
type LetterKeys = Readonly<Record<string, () => unknown>>;
type Bound = { readonly current: { readonly keys: LetterKeys; readonly isOn: boolean } };

const SEQUENCE_MS = 1500;
const bound: Bound[] = [];
let begun = { key: '', atMs: 0 };

const boundOf = (isKey: (key: string) => boolean) =>
  bound
    .flatMap(({ current: { keys, isOn } }) => (isOn ? Object.entries(keys) : []))
    .findLast(([key]) => isKey(key));

/**
 * One listener serves all components, because the second key of a sequence must not be taken for a first one
 * elsewhere.
 */
function press(event: KeyboardEvent): void {
  if (event.key.length !== 1 || !isShortcutAllowed(event)) return;
  const key = shortcutKey(event);
  if (event.repeat && /[a-z]/.test(key)) return;
  const two = performance.now() - begun.atMs <= SEQUENCE_MS ? `${begun.key} ${key}` : '';
  begun = { key: '', atMs: 0 };
  const found = boundOf((one) => one === two) ?? boundOf((one) => one === key);
  if (found) {
    if (found[1]() !== false) event.preventDefault();
  } else if (boundOf((one) => one.startsWith(`${key} `))) {
    begun = { key, atMs: performance.now() };
    event.preventDefault();
  }
}

/** Binds single letters and signs on this screen, unless the reader switched them off. */
export function useShortcuts(keys: LetterKeys, isOn = true): void {
  const isAllowed = useContext(SingleKeys).isOn && isOn;
  const now = useRef({ keys, isOn: isAllowed });
  // A key counts from the moment that its screen stands. A later effect would miss one that is pressed before it.
  useLayoutEffect(() => {
    now.current = { keys, isOn: isAllowed };
  });
  useLayoutEffect(() => {
    bound.push(now);
    // Adding the same listener again has no effect.
    addEventListener('keydown', press);
    return () => {
      bound.splice(bound.indexOf(now), 1);
      if (bound.length === 0) removeEventListener('keydown', press);
    };
  }, []);
}
