/**
 * This file keeps the time since when results count as new. It is view state in the fragment:
 * `#results=new&since=30d`.
 */
import { useEffect, useState } from 'react';
import { sinceIdOf, type SinceId } from '../../clinical/change/sinceChoices.ts';
import {
  INSPECTOR_FRAGMENT,
  replaceFragment,
  useFragment,
  useInFragment,
  withParameter,
} from '../navigation/urlFragment.ts';

const NAME = 'since';

/** Returns the choice that a fragment names, or undefined without one. A choice is never a date. */
export const sinceIn = (fragment: string): SinceId | undefined =>
  sinceIdOf(new URLSearchParams(fragment.slice(1)).get(NAME));

export const withSince = (fragment: string, id: SinceId | undefined): string =>
  withParameter(fragment, NAME, id ?? '');

/** Reads and writes the choice, which is the same for the changes and for the results by date. */
export const useSinceChoice = () =>
  [useInFragment(sinceIn), (id: SinceId): void => replaceFragment(withSince(location.hash, id))] as const;

/** Carries the choice to the next screen, as the window is carried. Links between screens do not name it. */
export function useSinceAcrossScreens(): void {
  const fragment = useFragment();
  const chosen = sinceIn(fragment);
  const [lastChosen, setLastChosen] = useState(chosen);
  if (chosen !== undefined && chosen !== lastChosen) setLastChosen(chosen);
  useEffect(() => {
    if (lastChosen !== undefined && chosen === undefined && fragment !== INSPECTOR_FRAGMENT)
      replaceFragment(withSince(location.hash, lastChosen));
  }, [lastChosen, chosen, fragment]);
}
