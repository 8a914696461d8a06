/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist and its options forgive no typing error */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { MAX_STRIPS } from '../../parts/screenUrls/compareUrl.ts';
import { offersFor, offersText, type Offer } from './compareOffers.ts';
import styles from './CompareAdd.module.css';

export type AddProps = {
  readonly offers: readonly Offer[];
  readonly isFull: boolean;
  /** Every page is read: what is not found is not there. */
  readonly isComplete: boolean;
  readonly onAdd: (id: string) => void;
};

const CLOSED = { isOpen: false, at: -1 };

/** The text, the list below it, and which of its lines Enter takes. */
function useCombobox({ offers, isFull, isComplete, onAdd }: AddProps) {
  const [text, setText] = useState('');
  const [list, setList] = useState(CLOSED);
  const found = offersFor(offers, text);
  const free = isFull ? [] : found.free;
  const at = Math.min(list.at, free.length - 1);
  const add = (offer: Offer | undefined) => {
    if (!offer) return;
    onAdd(offer.id);
    // What else was found stays, so that Enter adds one after the other.
    if (free.length > 1 && text !== '') return;
    setText('');
    setList(CLOSED);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      setText('');
      setList(CLOSED);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (list.isOpen) add(free[at]);
    } else if (way !== undefined) {
      event.preventDefault();
      const next = list.isOpen ? at + way : 0;
      setList({ isOpen: true, at: Math.max(0, Math.min(free.length - 1, next)) });
    }
  };
  return {
    text,
    free,
    at,
    isOpen: list.isOpen,
    said: list.isOpen ? offersText(found, text, isFull, isComplete) : '',
    add,
    onKeyDown,
    onOpen: () => setList((now) => (now.isOpen ? now : { isOpen: true, at: -1 })),
    onClose: () => setList(CLOSED),
    onText: (next: string) => {
      setText(next);
      setList({ isOpen: true, at: next.trim() === '' ? -1 : 0 });
    },
  };
}

type OptionProps = {
  readonly id: string;
  readonly offer: Offer;
  readonly isActive: boolean;
  readonly onAdd: () => void;
};

function Option({ id, offer, isActive, onAdd }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above hears the keys
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      dir="auto"
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onAdd}
    >
      {offer.label}
    </div>
  );
}

/** A field that finds as the search box does, and its list: a press, or Enter, adds a strip. */
export function CompareAdd(props: AddProps) {
  const id = useId();
  const { text, free, at, isOpen, said, add, ...does } = useCombobox(props);
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <div className={styles.add}>
      <input
        type="text"
        role="combobox"
        placeholder={props.isFull ? `${MAX_STRIPS} at most` : '+ Add'}
        aria-label="Add a result"
        aria-autocomplete="list"
        aria-expanded={isOpen && free.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && at >= 0 ? optionId(at) : undefined}
        aria-describedby={`${id}-said`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => does.onText(event.target.value)}
        onKeyDown={does.onKeyDown}
        onClick={does.onOpen}
        onBlur={does.onClose}
      />
      <div className={isOpen ? styles.popup : styles.closed}>
        <output id={`${id}-said`}>{said}</output>
        <div id={`${id}-list`} role="listbox" aria-label="Results that can be added">
          {isOpen &&
            free.map((offer, index) => (
              <Option
                key={offer.id}
                id={optionId(index)}
                offer={offer}
                isActive={index === at}
                onAdd={() => add(offer)}
              />
            ))}
        </div>
      </div>
    </div>
  );
}
