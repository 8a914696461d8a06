import { useEffect, useRef } from 'react';
import styles from './SearchBox.module.css';

type SearchBoxProps = { readonly query: string; readonly onQuery: (query: string) => void };

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` goes there from anywhere on the screen; Escape empties it. */
export function SearchBox({ query, onQuery }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <label className={styles.search}>
      <input
        ref={input}
        type="search"
        placeholder="Find a result"
        aria-label="Find a result"
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}
