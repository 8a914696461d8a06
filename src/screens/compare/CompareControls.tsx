import { useRef, type ReactNode, type RefObject } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CompareAdd, type AddProps } from './CompareAdd.tsx';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../ui/Kbd.module.css';
import styles from './CompareControls.module.css';
import { useShell } from '../../parts/header/shellContext.ts';
import { SavedViewsMenu } from '../../parts/savedViews/SavedViewsMenu.tsx';

type Chip = { readonly id: string; readonly name: string };

type ChosenProps = {
  readonly chips: readonly Chip[];
  readonly onRemove: (id: string) => void;
};

function Chosen({
  chips,
  onRemove,
  list,
}: ChosenProps & { readonly list: RefObject<HTMLUListElement | null> }) {
  return (
    <ul ref={list} tabIndex={-1} className={styles.chips} aria-label="Results compared">
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
    <Button variant="bare" aria-pressed={isOn} aria-keyshortcuts={shortcut} onClick={onToggle}>
      {label}
      {shortcut && (
        <kbd className={keyStyles.kbd} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </Button>
  );
}

export type CompareControlsProps = ChosenProps &
  AddProps & {
    readonly toggles: readonly ToggleProps[];
    /** Which other stretch of time lies under the strips. */
    readonly second: ReactNode;
    /** From the strips that were put together before, back to the usual ones. */
    readonly onUsual: (() => void) | undefined;
  };

/** Over the strips: the window and how they are drawn, then what is compared. */
export function CompareControls({ toggles, second, chips, onRemove, onUsual, ...add }: CompareControlsProps) {
  const { windowControl } = useShell();
  const list = useRef<HTMLUListElement>(null);
  /** The button that was pressed goes away; what it has changed takes the focus. */
  const thenToList = (change: () => void) => {
    change();
    list.current?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.control}>
      {windowControl}
      <span className={styles.toggles}>
        {toggles.map((toggle) => (
          <Toggle key={toggle.label} {...toggle} />
        ))}
        <SavedViewsMenu />
      </span>
      <div className={styles.compared}>
        <Chosen {...{ chips, list }} onRemove={(id) => thenToList(() => onRemove(id))} />
        <CompareAdd {...add} />
        {onUsual && (
          <Button
            variant="bare"
            title="These are the strips that were last put together here"
            onClick={() => thenToList(onUsual)}
          >
            Usual strips
          </Button>
        )}
        {second}
      </div>
    </div>
  );
}
