import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { CompareAdd, type AddProps } from './CompareAdd.tsx';
import { useShortcut } from './singleKeys.ts';
import styles from './CompareControls.module.css';

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
    /** The views by name. */
    readonly views?: ReactNode;
    readonly toggles: readonly ToggleProps[];
    /** From the strips that were put together before, back to the usual ones. */
    readonly onUsual: (() => void) | undefined;
  };

/** Over the strips: the window and how they are drawn, then what is compared. */
export function CompareControls({
  windowControl,
  views,
  toggles,
  chips,
  onRemove,
  onUsual,
  ...add
}: CompareControlsProps) {
  return (
    <div className={styles.control}>
      {windowControl}
      <span className={styles.toggles}>
        {toggles.map((toggle) => (
          <Toggle key={toggle.label} {...toggle} />
        ))}
        {views}
      </span>
      <div className={styles.compared}>
        <Chosen chips={chips} onRemove={onRemove} />
        <CompareAdd {...add} />
        {onUsual && (
          <Button look="bare" title="These are the strips that were last put together here" onClick={onUsual}>
            Usual strips
          </Button>
        )}
      </div>
    </div>
  );
}
