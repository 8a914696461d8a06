import { memo, useId, type CSSProperties } from 'react';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import keyStyles from '../../ui/Kbd.module.css';
import { headerTexts } from './header.messages.ts';
import type { SearchListProps } from './searchList.ts';
import { useShell } from './shellContext.ts';
import { useSearchField, type ListPosition, type SearchFieldOptions } from './useSearchField.ts';
import styles from './SearchBox.module.css';

const placeStyle = (place: ListPosition): CSSProperties & Record<`--${string}`, string> => ({
  '--banner-bottom': `${place.bannerBottomPx}px`,
  '--field-bottom': `${place.fieldBottomPx}px`,
  '--field-to-right': `${place.fieldToRightPx}px`,
});

const KeyHint = ({ text }: { readonly text: string }) => (
  <kbd className={keyStyles.kbd} aria-hidden="true">
    {text}
  </kbd>
);

/** Hangs below the field, over the screen. */
function Popup(props: SearchListProps) {
  const { SearchList } = useShell();
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a press in the list leaves the focus in the field
    <div className={styles.popup} onMouseDown={(event) => event.preventDefault()}>
      <LazyBoundary>
        <SearchList {...props} />
      </LazyBoundary>
    </div>
  );
}

/**
 * Finds tests, panels, drugs, events, screens and actions from any screen. Escape gives back the screen as it was. The browser
 * keeps nothing that is typed here. It is not drawn again with the record, since React sets every attribute of a field each time.
 */
export const SearchBox = memo(function SearchBox(props: SearchFieldOptions) {
  const field = useSearchField(props);
  const { input, box, query, shortcut, isOpen, listPosition, activeId, listProps } = field;
  const { open, onKeyDown, onFocus, onBlur, onText } = field;
  const listId = useId();
  return (
    <div
      ref={box}
      className={isOpen ? `${styles.box} ${styles.open}` : styles.box}
      style={listPosition && placeStyle(listPosition)}
      onBlur={onBlur}
    >
      <label className={styles.search}>
        <input
          ref={input}
          data-search=""
          type="text"
          inputMode="search"
          enterKeyHint="go"
          role="combobox"
          placeholder={headerTexts('search')}
          aria-label={headerTexts('searchLabel')}
          aria-keyshortcuts={shortcut && `${shortcut} Control+K Meta+K`}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? activeId : undefined}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onText(event.target.value)}
          onFocus={onFocus}
          onClick={open}
          onKeyDown={onKeyDown}
        />
        {shortcut && !isOpen && <KeyHint text={shortcut} />}
      </label>
      {isOpen && <Popup listId={listId} {...listProps} />}
    </div>
  );
});
