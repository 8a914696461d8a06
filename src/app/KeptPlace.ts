import type { Screen } from '../parts/navigation/urlFragment.ts';
import { useHeldPeriod } from './useHeldPeriod.ts';
import { useFocusReturn } from './useFocusReturn.ts';

/** Draws nothing, and keeps the reader's place: the focus when a screen comes back, and the chosen period when a newer result comes. */
export function KeptPlace({ screen }: { readonly screen: Screen }): null {
  useFocusReturn(screen);
  useHeldPeriod();
  return null;
}
