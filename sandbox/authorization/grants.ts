import type { Grant, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Launch } from '../launchRegistry.ts';
import { launchOfRequest } from './authorizeParameters.ts';
import { scopeCovers, grantedScopes, IDENTITY_SCOPES, isSmartScope, splitScopes } from './scopes.ts';

/**
 * Holds the launch behind a grant and the scopes granted for it. There is one per authorization, found by the
 * id of the grant.
 */
export type GrantContext = {
  readonly launch: Launch;
  readonly scopes: readonly string[];
  /** An app is told which patient is open if it requested `launch` or `launch/patient`, or may read one patient alone. */
  readonly hasPatientScope: boolean;
};

export type GrantContexts = Map<string, GrantContext>;

/**
 * The launch is the consent. Every authorization gets a new grant and never the browser's last one, because a
 * second launch must not carry the patient or the scopes of the first. Without a launch the consent page
 * follows.
 */
export async function createGrantOfLaunch(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  contexts: GrantContexts,
): Promise<Grant | undefined> {
  const launch = launchOfRequest(ctx);
  const clientId = ctx.oidc.client?.clientId;
  if (!launch || clientId === undefined) return undefined;
  const requestedScopes = splitScopes(ctx.oidc.params?.['requested_scope']);
  const granted = grantedScopes(requestedScopes, launch.scopes);
  const grant = new provider.Grant({ accountId: launch.user, clientId });
  for (const scope of requestedScopes) decideScope(grant, String(ctx.oidc.params?.['aud']), scope, granted);
  await grant.save();
  // Who grants `patient/…` has to establish the patient, and may infer `launch/patient`:
  // https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#apps-that-launch-standalone
  const hasPatientScope =
    requestedScopes.some((scope) => scope === 'launch' || scope === 'launch/patient') ||
    granted.some((scope) => scope.startsWith('patient/'));
  contexts.set(grant.jti, { launch, scopes: granted, hasPatientScope });
  return grant;
}

/**
 * A scope that is not granted is rejected explicitly, because one left unanswered would bring the consent
 * page.
 */
function decideScope(grant: Grant, resource: string, scope: string, granted: readonly string[]): void {
  if (IDENTITY_SCOPES.includes(scope)) {
    if (granted.includes(scope)) grant.addOIDCScope(scope);
    else grant.rejectOIDCScope(scope);
    return;
  }
  if (!isSmartScope(scope)) return;
  if (granted.some((one) => scopeCovers(scope, one))) grant.addResourceScope(resource, scope);
  else grant.rejectResourceScope(resource, scope);
}
