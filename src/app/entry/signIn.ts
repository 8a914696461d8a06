import { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Site } from '../../smart/site/site.ts';

/**
 * Starts a standalone sign-in at a site. The handshake is loaded only now, because a running session never
 * needs it.
 */
export async function signInTo(site: Site, iss = site.iss): Promise<void> {
  if (site.open === true) {
    // Nobody signs in there, and the start page asks for the patient.
    history.replaceState(null, '', location.pathname);
    location.reload();
    return;
  }
  if (site.signIn === 'window' && window.parent !== window) {
    // In a frame, the launch page opens the window that this sign-in page needs.
    location.replace(`./launch.html?${new URLSearchParams({ iss }).toString()}`);
    return;
  }
  const { createAuthorizationRequest, redirectToAuthorization } =
    await import('../../smart/authorization/authorize.ts').catch(() => {
      throw new LaunchError('E04', { site });
    });
  redirectToAuthorization(await createAuthorizationRequest({ site, iss }));
}
