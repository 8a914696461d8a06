import { useMemo, type ReactNode, type RefObject } from 'react';
import type { Series } from '../../../clinical/series/series.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { tileEntriesOf } from '../../../parts/results/tileLayout.ts';
import { MAX_STRIPS } from '../../../parts/screenUrls/compareUrl.ts';
import { compareSelected, selectedId, withSelected } from '../../../parts/screenUrls/selectedTests.ts';
import { Button } from '../../../ui/Button.tsx';
import { useRootAttribute } from '../../../ui/useRootAttribute.ts';
import { useShortcut } from '../../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../../ui/Kbd.module.css';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { selectionTexts } from './selection.messages.ts';
import { clearSelection, useSelectedIds, useSelectionStep, type SelectionStep } from './selectionStore.ts';
import { useTileSelection } from './useTileSelection.ts';
import styles from './CompareBar.module.css';

const key = (part: ReactNode, i: number) => (
  <kbd key={i} className={keyStyles.kbd}>
    {part}
  </kbd>
);

/** What only keys can do is a part of its own, because a finger alone cannot do it. */
const keys = (part: ReactNode, i: number) => (
  <span key={i} className={styles.keys}>
    {part}
  </span>
);

/** Says how tests are selected. */
function Hint() {
  const shortcut = useShortcut('x');
  return (
    <p className={styles.hint}>
      {shortcut
        ? selectionTexts.rich('hint', { key, keys })
        : selectionTexts.rich('hintWithoutKey', { keys })}
    </p>
  );
}

const NO_SERIES: readonly Series[] = [];

/** Returns the names of tests by the ids of their strips in the address. Nobody needs them while none is selected. */
function useNames(series: readonly Series[], isNeeded: boolean): ReadonlyMap<string, string> {
  return useMemo(
    () =>
      new Map(
        isNeeded ? tileEntriesOf(series, []).map(({ id, name }) => [selectedId(id), name] as const) : [],
      ),
    [series, isNeeded],
  );
}

/** Says what a press did, for readers who do not see the marks. */
function spokenStep(step: SelectionStep | undefined, name: string, count: number): string {
  if (!step || step.did === 'full') return '';
  if (step.did === 'cleared') return selectionTexts('cleared');
  return [
    selectionTexts(step.did, { name }),
    selectionTexts('counted', { count, shown: countText(count) }),
  ].join(' ');
}

type SelectedProps = {
  readonly ids: readonly string[];
  readonly namesText: string;
  /** A refusal is said in the place of the names. */
  readonly isRefusing: boolean;
};

/** Names the selected tests, and compares them or clears the selection. */
function Selected({ ids, namesText, isRefusing }: SelectedProps) {
  const openKeys = useShortcut('g t');
  const count = ids.length;
  return (
    <>
      {count > 1 && (
        <a className={styles.compare} href={compareSelected(withSelected('', ids))}>
          {selectionTexts('compare', { count, shown: countText(count) })}
          {openKeys && (
            <kbd className={keyStyles.kbd} aria-hidden="true">
              {openKeys}
            </kbd>
          )}
        </a>
      )}
      {!isRefusing && (
        <p className={styles.names} dir="auto">
          {count === 1 ? selectionTexts('oneSelected', { name: namesText }) : namesText}
        </p>
      )}
      <Button variant="bare" onClick={clearSelection}>
        {selectionTexts('clear')}
        {/* oxlint-disable-next-line longview/texts-in-catalogs -- the name of a key */}
        <kbd className={keyStyles.kbd}>Esc</kbd>
      </Button>
    </>
  );
}

type CompareBarProps = {
  /** Contains every test that can be selected. */
  readonly container: RefObject<HTMLElement | null>;
};

/**
 * Stands below the results with a room of its own, and as long as tests are selected also at the foot of the window, so that
 * nothing moves when the first one is selected.
 */
export function CompareBar({ container }: CompareBarProps) {
  const { series = NO_SERIES } = useRecord().record ?? {};
  const ids = useSelectedIds();
  const step = useSelectionStep();
  const names = useNames(series, ids.length > 0 || step !== undefined);
  useTileSelection(container, ids);
  const nameOf = (id: string): string => names.get(id) ?? selectionTexts('namedOnly');
  const count = ids.length;
  useRootAttribute('data-comparing', count > 0);
  const isRefusing = step?.did === 'full' && count >= MAX_STRIPS;
  return (
    <section className={styles.bar} aria-label={selectionTexts('bar')}>
      {count === 0 && series.length > 1 && <Hint />}
      {count > 0 && <Selected {...{ ids, isRefusing }} namesText={ids.map(nameOf).join(', ')} />}
      <div className={styles.full} aria-live="polite">
        {isRefusing && selectionTexts('full', { max: String(MAX_STRIPS), name: nameOf(step.id) })}
        <VisuallyHidden>{spokenStep(step, step ? nameOf(step.id) : '', count)}</VisuallyHidden>
      </div>
    </section>
  );
}
