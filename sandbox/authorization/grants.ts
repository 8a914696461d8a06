import type { Grant, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { launchOf } from './authorizeParameters.ts';
import type { Contexts } from './contexts.ts';
import { covers, grantedScopes, IDENTITY_SCOPES, isSmart, words } from './scopes.ts';

/**
 * The launch is the consent: a new grant for every authorization, never the browser's last one, because a second
 * launch must not carry the patient or the scopes of the first. Without a launch the consent page comes.
 */
export async function launchGrant(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  contexts: Contexts,
): Promise<Grant | undefined> {
  const launch = launchOf(ctx);
  const clientId = ctx.oidc.client?.clientId;
  if (!launch || clientId === undefined) return undefined;
  const asked = words(ctx.oidc.params?.['asked']);
  const granted = grantedScopes(asked, launch.scopes);
  const grant = new provider.Grant({ accountId: launch.user, clientId });
  for (const scope of asked) answerScope(grant, String(ctx.oidc.params?.['aud']), scope, granted);
  await grant.save();
  const tellsPatient = asked.some((scope) => scope === 'launch' || scope === 'launch/patient');
  contexts.set(grant.jti, { launch, scopes: granted, tellsPatient });
  return grant;
}

/** A scope not granted is rejected in words: one left unanswered would bring the consent page. */
function answerScope(grant: Grant, resource: string, scope: string, granted: readonly string[]): void {
  if (IDENTITY_SCOPES.includes(scope)) {
    if (granted.includes(scope)) grant.addOIDCScope(scope);
    else grant.rejectOIDCScope(scope);
    return;
  }
  if (!isSmart(scope)) return;
  if (granted.some((one) => covers(scope, one))) grant.addResourceScope(resource, scope);
  else grant.rejectResourceScope(resource, scope);
}
