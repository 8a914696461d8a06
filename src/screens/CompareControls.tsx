import { useId, useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { MOST_STRIPS } from './compareFragment.ts';
import type { Offer } from './compareStrips.ts';
import { useShortcut } from './singleKeys.ts';
import styles from './Compare.module.css';

type Chip = { readonly id: string; readonly name: string };

type ChosenProps = {
  readonly chips: readonly Chip[];
  readonly onRemove: (id: string) => void;
};

function Chosen({ chips, onRemove }: ChosenProps) {
  return (
    <ul className={styles.chips} aria-label="Results compared">
      {chips.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          {chips.length > 1 && (
            <button type="button" aria-label={`Remove ${name}`} onClick={() => onRemove(id)}>
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

type AddProps = {
  readonly offers: readonly Offer[];
  readonly isFull: boolean;
  readonly onAdd: (id: string) => void;
};

const found = (offers: readonly Offer[], text: string) => {
  const words = text.trim().toLowerCase();
  if (words === '') return undefined;
  const labels = offers.map(({ label }) => label.toLowerCase());
  const at = labels.findIndex((label) => label.startsWith(words));
  return offers[at >= 0 ? at : labels.findIndex((label) => label.includes(words))];
};

/** A field with the browser's own list: a choice from it, or Enter on what was typed, adds a strip. */
function Add({ offers, isFull, onAdd }: AddProps) {
  const list = useId();
  const [text, setText] = useState('');
  const add = (offer: Offer | undefined) => {
    if (!offer) return;
    onAdd(offer.id);
    setText('');
  };
  const isUnknown = text.trim() !== '' && !found(offers, text);
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add(found(offers, text));
      }}
    >
      <input
        type="text"
        list={list}
        placeholder={isFull ? `${MOST_STRIPS} at most` : '+ Add'}
        aria-label="Add a result"
        autoComplete="off"
        spellCheck={false}
        disabled={isFull || offers.length === 0}
        value={text}
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          add(offers.find(({ label }) => label === value));
        }}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      <datalist id={list}>
        {offers.map(({ id, label }) => (
          <option key={id} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <output className={styles.unknown}>{isUnknown ? 'no such result in this record' : ''}</output>
    </form>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  /** The letter that does the same. */
  readonly letter?: string;
};

function Toggle({ label, isOn, onToggle, letter }: ToggleProps) {
  const shortcut = useShortcut(letter);
  return (
    <Button look="bare" aria-pressed={isOn} aria-keyshortcuts={shortcut} onClick={onToggle}>
      {label}
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    </Button>
  );
}

export type CompareControlsProps = ChosenProps &
  AddProps & {
    readonly windowControl: ReactNode;
    readonly toggles: readonly ToggleProps[];
  };

/** The one row over the strips: the window, what is compared, how it is drawn. */
export function CompareControls({ windowControl, toggles, chips, onRemove, ...add }: CompareControlsProps) {
  return (
    <div className={styles.control}>
      {windowControl}
      <Chosen chips={chips} onRemove={onRemove} />
      <Add {...add} />
      <span className={styles.toggles}>
        {toggles.map((toggle) => (
          <Toggle key={toggle.label} {...toggle} />
        ))}
      </span>
    </div>
  );
}
