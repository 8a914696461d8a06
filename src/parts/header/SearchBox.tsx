import { useEffect, useLayoutEffect, useRef } from 'react';
import { isShortcutAllowed } from '../../ui/keyboard/shortcutGuard.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../ui/Kbd.module.css';
import { headerTexts } from './header.messages.ts';
import styles from './SearchBox.module.css';

type SearchBoxProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onEnter?: (() => void) | undefined;
  /** The box takes the focus when it appears, because the reader began to type before it was there. */
  readonly isFocused?: boolean;
  readonly label?: string;
};

/** The caret goes behind the last letter, however many there are. */
const END_OF_TEXT = Number.MAX_SAFE_INTEGER;

/** Focuses on `/` from anywhere on the screen, is emptied by Escape, and opens the first match on Enter. */
export function SearchBox({
  query,
  onQuery,
  onEnter,
  isFocused = false,
  label = headerTexts('findResult'),
}: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const shortcut = useShortcut('/');
  useLayoutEffect(() => {
    if (!isFocused) return;
    input.current?.focus();
    input.current?.setSelectionRange(END_OF_TEXT, END_OF_TEXT);
  }, [isFocused]);
  // This key works before the other shortcuts are loaded, so that a search need not wait for them.
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== shortcut || !isShortcutAllowed(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, [shortcut]);
  return (
    <label className={styles.search}>
      <input
        ref={input}
        type="search"
        placeholder={headerTexts('findResult')}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape' && query !== '') onQuery('');
          if (key === 'Enter') onEnter?.();
        }}
      />
      {shortcut && (
        <kbd className={keyStyles.kbd} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </label>
  );
}
