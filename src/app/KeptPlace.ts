import { useSinceAcrossScreens } from '../parts/changes/sinceParameter.ts';
import type { Screen } from '../parts/navigation/urlFragment.ts';
import { useFocusNearRemovedButton } from '../ui/keyboard/useFocusNearRemovedButton.ts';
import { useHeldPeriod } from './useHeldPeriod.ts';
import { useFocusReturn } from './useFocusReturn.ts';

/**
 * Draws nothing, and keeps the reader's place: the focus when a screen comes back or a pressed button goes, the chosen period when a
 * newer result comes, and on the next screen the time since when results count as new.
 */
export function KeptPlace({ screen }: { readonly screen: Screen }): null {
  useFocusReturn(screen);
  useFocusNearRemovedButton();
  useHeldPeriod();
  useSinceAcrossScreens();
  return null;
}
