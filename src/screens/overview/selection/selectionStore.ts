/** The address holds which tests are selected, so each mark and the bar read it there. This file changes it. */
import { useMemo, useSyncExternalStore } from 'react';
import { fragmentNow, replaceFragment, useInFragment } from '../../../parts/navigation/urlFragment.ts';
import { MAX_STRIPS } from '../../../parts/screenUrls/compareUrl.ts';
import { selectedId, selectedIn, withSelected } from '../../../parts/screenUrls/selectedTests.ts';

/** This is what the last press did with a test, to be said. */
export type SelectionStep = { readonly did: 'added' | 'removed' | 'full' | 'cleared'; readonly id: string };

let lastStep: SelectionStep | undefined;
const listeners = new Set<() => void>();

function note(step: SelectionStep): void {
  lastStep = step;
  for (const listener of listeners) listener();
}

const subscribeToSteps = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // Another visit of the screen begins with nothing to say.
    if (listeners.size === 0) lastStep = undefined;
  };
};

export const useSelectionStep = (): SelectionStep | undefined =>
  useSyncExternalStore(subscribeToSteps, () => lastStep);

/** Selects a test or takes it out of the selection. One more than Compare shows is refused and said. */
export function toggleSelected(seriesId: string): void {
  const id = selectedId(seriesId);
  const ids = selectedIn(fragmentNow());
  if (ids.includes(id)) {
    replaceFragment(
      withSelected(
        fragmentNow(),
        ids.filter((other) => other !== id),
      ),
    );
    note({ did: 'removed', id });
  } else if (ids.length >= MAX_STRIPS) note({ did: 'full', id });
  else {
    replaceFragment(withSelected(fragmentNow(), [...ids, id]));
    note({ did: 'added', id });
  }
}

export function clearSelection(): void {
  replaceFragment(withSelected(fragmentNow(), []));
  note({ did: 'cleared', id: '' });
}

/** A mark is drawn anew only when its own test was selected or not. */
export const useIsSelected = (seriesId: string): boolean =>
  useInFragment((fragment) => selectedIn(fragment).includes(selectedId(seriesId)));

export function useSelectedIds(): readonly string[] {
  const fragment = useInFragment((whole) => withSelected('', selectedIn(whole)));
  return useMemo(() => selectedIn(fragment), [fragment]);
}
