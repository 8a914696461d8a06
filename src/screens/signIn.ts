import { LaunchError } from '../smart/LaunchError.ts';
import type { Site } from '../smart/site.ts';

/** Starts a standalone sign-in at a site. The handshake is loaded only now: a running session never needs it. */
export async function signInTo(site: Site): Promise<void> {
  const { authorizationAddress } = await import('../smart/authorize.ts').catch(() => {
    throw new LaunchError('E04', site.label);
  });
  const to = await authorizationAddress({ site, iss: site.iss });
  location.replace(to);
}
