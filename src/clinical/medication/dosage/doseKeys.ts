/** Compares the doses of several steps. */
import type { DoseStep } from '../../events/careEvent.ts';
import { doseKey } from '../stepTimes.ts';

type Steps = readonly DoseStep[];

/** Returns the doses of steps, each once, in a form that can be compared. */
export const doseKeys = (steps: Steps): ReadonlySet<string> => new Set(steps.map(doseKey));
/** Returns whether each of some doses is among others. */
export const areAllIn = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((key) => all.has(key));
