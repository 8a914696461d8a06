import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button } from '../../ui/Button.tsx';
import { AddResultField, type AddResultProps } from './AddResultField.tsx';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../ui/Kbd.module.css';
import styles from './CompareControls.module.css';
import { useRootAttribute } from '../../ui/useRootAttribute.ts';
import { useShell } from '../../parts/header/shellContext.ts';
import { SavedViewsMenu } from '../../parts/savedViews/SavedViewsMenu.tsx';
import { compareTexts } from './compare.messages.ts';

type ComparedResult = { readonly id: string; readonly name: string };

type ComparedResultsProps = {
  /** This is the medication that the comparison was opened with. */
  readonly drug?: { readonly name: string; readonly onRemove: () => void } | undefined;
  readonly compared: readonly ComparedResult[];
  readonly onRemove: (id: string) => void;
};

function ComparedResults({
  drug,
  compared,
  onRemove,
  listRef,
}: ComparedResultsProps & { readonly listRef: RefObject<HTMLUListElement | null> }) {
  return (
    <ul ref={listRef} tabIndex={-1} className={styles.chips} aria-label={compareTexts('compared')}>
      {drug && (
        <li data-drug="">
          <bdi>{drug.name}</bdi>
          <button
            type="button"
            aria-label={compareTexts('remove', { name: drug.name })}
            onClick={drug.onRemove}
          >
            ×
          </button>
        </li>
      )}
      {compared.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          {compared.length > 1 && (
            <button type="button" aria-label={compareTexts('remove', { name })} onClick={() => onRemove(id)}>
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
  /** This is the shortcut key. */
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

/**
 * A pointer that hovers finds the buttons that move a strip on the strip. Where nothing hovers they would stand in every strip, so
 * this button shows them while the reader changes the order.
 */
function ReorderToggle() {
  const [isOn, setIsOn] = useState(false);
  useRootAttribute('data-reordering', isOn);
  return (
    <span className={styles.reorder}>
      <Toggle label={compareTexts('reorder')} isOn={isOn} onToggle={() => setIsOn(!isOn)} />
    </span>
  );
}

export type CompareControlsProps = ComparedResultsProps &
  AddResultProps & {
    readonly toggles: readonly ToggleProps[];
    /** Chooses the comparison period. */
    readonly comparisonChoice: ReactNode;
    /** It is undefined if the default strips are shown. */
    readonly onRestoreDefault: (() => void) | undefined;
  };

/** Draws the controls above the strips: the window and the drawing in one line, what is compared in the next. */
export function CompareControls({
  toggles,
  comparisonChoice,
  drug,
  compared,
  onRemove,
  onRestoreDefault,
  ...addResultProps
}: CompareControlsProps) {
  const { windowControl } = useShell();
  const listRef = useRef<HTMLUListElement>(null);
  // The pressed button disappears, so the list that it changed takes the focus.
  const changeAndFocusList = (change: () => void) => {
    change();
    listRef.current?.focus({ preventScroll: true });
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
        <ComparedResults
          {...{ compared, listRef }}
          drug={drug && { ...drug, onRemove: () => changeAndFocusList(drug.onRemove) }}
          onRemove={(id) => changeAndFocusList(() => onRemove(id))}
        />
        <AddResultField {...addResultProps} />
        {compared.length > 1 && <ReorderToggle />}
        {onRestoreDefault && (
          <Button
            variant="bare"
            data-tooltip={compareTexts('defaultStripsHint')}
            onClick={() => changeAndFocusList(onRestoreDefault)}
          >
            {compareTexts('defaultStrips')}
          </Button>
        )}
        {comparisonChoice}
      </div>
    </div>
  );
}
