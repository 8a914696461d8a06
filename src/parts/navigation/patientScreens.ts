/** These are the screens of the patient's view and their addresses, which name no person and no result but by its series. */
import { seriesFragment, idInAddress } from './urlFragment.ts';

export const RESULTS_FRAGMENT = '#my-results';
export const CARE_FRAGMENT = '#my-care';
export const GROWTH_FRAGMENT = '#my-growth';
export const MEASUREMENTS_FRAGMENT = '#my-measurements';

export type PatientScreen =
  | { readonly name: 'results' }
  | { readonly name: 'care' }
  | { readonly name: 'growth' }
  | { readonly name: 'measurements' }
  | { readonly name: 'result'; readonly seriesId: string };

/** Returns the screen that a fragment opens; the results where it names none of them. */
export function patientScreenIn(fragment: string): PatientScreen {
  if (fragment === CARE_FRAGMENT) return { name: 'care' };
  if (fragment === GROWTH_FRAGMENT) return { name: 'growth' };
  if (fragment === MEASUREMENTS_FRAGMENT) return { name: 'measurements' };
  const seriesId = new URLSearchParams(fragment.slice(1)).get('series');
  return seriesId ? { name: 'result', seriesId: idInAddress(seriesId) } : { name: 'results' };
}

/** Returns the address of the screen of one result, the same as in the clinician's view. */
export const resultFragment = seriesFragment;
