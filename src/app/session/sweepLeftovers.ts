import { inlinedSites } from '../../smart/site/site.ts';

/**
 * Sweeps what earlier sessions and sign-ins left in storage, apart from the session that this page shows. The first chart
 * needs none of this, so it is loaded later.
 */
export const sweepLeftovers = (shownSid?: string): void =>
  void import('../../smart/session/sweepStorage.ts')
    .then(({ sweepStorage }) => sweepStorage(inlinedSites(), shownSid))
    .catch(() => undefined); // the code could not be loaded, so the next start sweeps
