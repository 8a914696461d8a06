/** This file keeps the steps of the window in the browser's history, so that Back undoes them one by one. */
import { pushFragment } from '../navigation/urlFragment.ts';

/** Each entry of the history knows the choices before it. They are as relative as those in the address. */
type ZoomEntry = {
  /** These are the choices of the steps before, the last one at the end. '' is the window that the record opens with. */
  readonly before: readonly string[];
  /** The entry before this one in the history is the step before. */
  readonly isStep: boolean;
};

const MAX_STEPS = 20;
const NAME = 'zoom';

/** The state may be of an older version or of another app. */
function entryIn(state: unknown): ZoomEntry | undefined {
  const zoom: unknown = Object(state)[NAME];
  if (typeof zoom !== 'object' || zoom === null || !('before' in zoom) || !('isStep' in zoom))
    return undefined;
  const { before, isStep } = zoom;
  if (!Array.isArray(before)) return undefined;
  return { before: before.filter((one) => typeof one === 'string'), isStep: isStep === true };
}

/** Returns what the current entry of the history knows of the steps; undefined for one that no zoom has made. */
export const currentZoomEntry = (): ZoomEntry | undefined => entryIn(history.state);

/** An entry with this mark shows the window that its address names, also where that names none. */
export const isEntryMarked = (): boolean => currentZoomEntry() !== undefined;

const stateWith = (entry: ZoomEntry): object => ({ ...Object(history.state), [NAME]: entry });

/** Marks the current entry, which a link has made, or a chosen window has just replaced. */
export function markEntry(before: readonly string[] = currentZoomEntry()?.before ?? []): void {
  if (!isEntryMarked()) history.replaceState(stateWith({ before, isStep: false }), '');
}

/** Makes the new address a step of its own. Going to the window before takes that step off the list again. */
export function pushStep(fragment: string, from: string, to: string): void {
  markEntry();
  const before = currentZoomEntry()?.before ?? [];
  const steps = before.at(-1) === to ? before.slice(0, -1) : [...before, from].slice(-MAX_STEPS);
  pushFragment(fragment, stateWith({ before: steps, isStep: true }));
}

/** Returns the choices before the current one, for an entry that a link makes. */
export const stepsSoFar = (): readonly string[] => currentZoomEntry()?.before ?? [];
