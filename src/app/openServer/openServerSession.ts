import { scopesFor } from '../../smart/authorization/scopesFor.ts';
import { NO_TOKEN } from '../../smart/session/noToken.ts';
import { openSession } from '../../smart/session/session.ts';
import type { Site } from '../../smart/site/site.ts';

/**
 * Opens the record of a patient on a server without a sign-in: a session as any other, without a token, an endpoint or an
 * expiry. The page is then loaded again and takes it up like a session after a reload, so that nothing else has to know of such
 * servers. Throws E14 where the browser's storage is blocked.
 */
export function openServerSession(site: Site, patientId: string): void {
  const nowMs = Date.now();
  const scope = scopesFor({ ...site, scopes: 'v2' }, 'standalone', { capabilities: [], scopesSupported: [] });
  openSession(site, {
    kind: 'standalone',
    iss: site.iss,
    patientId,
    encounterId: undefined,
    banner: 'full',
    intent: undefined,
    tenant: undefined,
    fhirContext: [],
    styleUrl: undefined,
    requestedScope: scope,
    scope,
    isScopeSent: false,
    missingGrants: { denied: [], partial: [] },
    endpoints: { issuer: '', token: '', revocation: '', jwks: '', management: '' },
    openedAtMs: nowMs,
    activeAtMs: nowMs,
    nonce: undefined,
    transferNonce: undefined,
    accessToken: NO_TOKEN,
    refreshToken: undefined,
    expiresAtMs: undefined,
    renewAtMs: undefined,
    idToken: undefined,
    // Who tries a server out is no patient there.
    audience: site.audience ?? 'clinician',
  });
}
