import type { OpenedByLaunch } from '../../smart/session/session.ts';
import { knownSites, PLACES } from '../../smart/site/places.ts';

/**
 * Sweeps what earlier sessions and sign-ins left in storage, apart from `own`, the session of this page. The first chart needs
 * none of this, so it is loaded later.
 */
export function sweepLeftovers(own?: OpenedByLaunch): void {
  // Without the list of places, sessions of its sites would count as foreign.
  if (document.querySelector('link[data-places]') !== null && document.getElementById(PLACES) === null)
    return;
  void import('../../smart/session/sweepStorage.ts')
    .then(({ sweepStorage }) => sweepStorage(knownSites(), own))
    .catch(() => undefined); // the code could not be loaded, so the next start sweeps
}
