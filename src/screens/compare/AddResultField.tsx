/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist and its options forgive no typing error */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { matchAddableResults, addableMatchesText, type AddableResult } from './addableResults.ts';
import { useAnchoredPopover } from '../../ui/layout/useAnchoredPopover.ts';
import styles from './AddResultField.module.css';
import { compareTexts } from './compare.messages.ts';

export type AddResultProps = {
  readonly results: readonly AddableResult[];
  readonly isFull: boolean;
  /** Every page was read, so a result that is not found does not exist. */
  readonly isComplete: boolean;
  readonly onAdd: (id: string) => void;
};

type AddableList = {
  readonly isOpen: boolean;
  /** The arrow keys have reached this result, which may stand elsewhere when more is read. Without it, the first may be active. */
  readonly activeId?: string | undefined;
  readonly isFirstActive?: boolean;
};

const CLOSED_LIST: AddableList = { isOpen: false };

/** Holds the typed text, the list of matches, and which of them Enter adds. */
function useCombobox({ results, isFull, isComplete, onAdd }: AddResultProps) {
  const [text, setText] = useState('');
  const [list, setList] = useState(CLOSED_LIST);
  const matches = matchAddableResults(results, text);
  const addable = isFull ? [] : matches.addable;
  const reached = addable.findIndex(({ id }) => id === list.activeId);
  const first = list.isFirstActive ? 0 : -1;
  const activeIndex = reached < 0 ? Math.min(first, addable.length - 1) : reached;
  const add = (result: AddableResult | undefined) => {
    if (!result) return;
    onAdd(result.id);
    setText('');
    setList(CLOSED_LIST);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      setText('');
      setList(CLOSED_LIST);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (list.isOpen) add(addable[activeIndex]);
    } else if (step !== undefined) {
      event.preventDefault();
      const next = list.isOpen ? activeIndex + step : 0;
      const index = Math.max(0, Math.min(addable.length - 1, next));
      setList({ isOpen: true, isFirstActive: true, activeId: addable[index]?.id });
    }
  };
  return {
    text,
    addable,
    activeIndex,
    isOpen: list.isOpen,
    statusText: list.isOpen ? addableMatchesText(matches, text, isFull, isComplete) : '',
    add,
    onKeyDown,
    onOpen: () => setList((now) => (now.isOpen ? now : { isOpen: true })),
    onClose: () => setList(CLOSED_LIST),
    onText: (next: string) => {
      setText(next);
      setList({ isOpen: true, isFirstActive: next.trim() !== '' });
    },
  };
}

type OptionProps = {
  readonly id: string;
  readonly result: AddableResult;
  readonly isActive: boolean;
  readonly onAdd: () => void;
};

function Option({ id, result, isActive, onAdd }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above hears the keys
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      dir="auto"
      // This keeps the focus in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onAdd}
    >
      {result.label}
    </div>
  );
}

/** Draws a combobox that finds results as the search box does. A click or Enter adds a strip. */
export function AddResultField(props: AddResultProps) {
  const id = useId();
  const { text, addable, activeIndex, isOpen, statusText, add, ...handlers } = useCombobox(props);
  const optionId = (index: number) => `${id}-${index}`;
  const { anchor, popover } = useAnchoredPopover<HTMLInputElement, HTMLDivElement>(isOpen);
  const choose = (result: AddableResult) => {
    add(result);
    anchor.current?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.add}>
      <input
        ref={anchor}
        type="text"
        role="combobox"
        placeholder={props.isFull ? compareTexts('full', { max: String(MAX_STRIPS) }) : compareTexts('add')}
        aria-label={compareTexts('addResult')}
        aria-autocomplete="list"
        aria-expanded={isOpen && addable.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && activeIndex >= 0 ? optionId(activeIndex) : undefined}
        aria-describedby={`${id}-status`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => handlers.onText(event.target.value)}
        onKeyDown={handlers.onKeyDown}
        onClick={handlers.onOpen}
        onBlur={handlers.onClose}
      />
      <div ref={popover} popover="manual" className={isOpen ? styles.popup : styles.closed}>
        <output id={`${id}-status`}>{statusText}</output>
        <div id={`${id}-list`} role="listbox" aria-label={compareTexts('addable')}>
          {isOpen &&
            addable.map((result, index) => (
              <Option
                key={result.id}
                id={optionId(index)}
                result={result}
                isActive={index === activeIndex}
                onAdd={() => choose(result)}
              />
            ))}
        </div>
      </div>
    </div>
  );
}
