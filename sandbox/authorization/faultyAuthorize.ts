import type { KoaContextWithOIDC } from 'oidc-provider';
import { delay } from '../faults/delay.ts';
import type { AuthorizeFault } from '../faults/faults.ts';
import type { LaunchRegistry } from '../launchRegistry.ts';
import { renderDocument, contentSecurityPolicy } from '../pages/htmlDocument.ts';
import { outOfOrderHtml } from '../pages/errorPage.ts';
import { signInPage } from '../pages/signInPage.ts';

type Dependencies = { readonly appOrigin: string; readonly launchRegistry: LaunchRegistry };

/**
 * Surrounds the authorization endpoint with its fault. The fault's `error` is thrown by the check of the
 * parameters (authorizeParameters.ts).
 */
export async function faultyAuthorize(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  fault: AuthorizeFault,
  { appOrigin, launchRegistry }: Dependencies,
): Promise<void> {
  await delay(fault.slowMs);
  if (fault.status !== undefined) {
    ctx.status = fault.status;
    sendPage(ctx, outOfOrderHtml);
  } else if (fault.refuseFrames && ctx.method === 'GET' && isEhrLaunch(ctx, launchRegistry)) {
    // An EHR launch passes without a page, and a redirect has no frame that could be refused.
    sendPage(ctx, renderDocument(signInPage(ctx.path, new URLSearchParams(ctx.querystring))));
  } else {
    await next();
    const location = String(ctx.res.getHeader('Location') ?? '');
    if (location.startsWith(`${appOrigin}/`)) ctx.set('Location', changedRedirect(location, fault));
  }
}

function sendPage(ctx: KoaContextWithOIDC, body: string): void {
  ctx.set('Content-Security-Policy', contentSecurityPolicy());
  ctx.type = 'html';
  ctx.body = body;
}

function isEhrLaunch(ctx: KoaContextWithOIDC, launchRegistry: LaunchRegistry): boolean {
  const launch = launchRegistry.get(String(ctx.query['launch']));
  return launch !== undefined && !launch.isConsent;
}

function changedRedirect(location: string, { state, iss, error, errorUri }: AuthorizeFault): string {
  const url = new URL(location);
  if (state === 'wrong') url.searchParams.set('state', 'another-state');
  if (state === 'missing') url.searchParams.delete('state');
  if (iss === 'foreign') url.searchParams.set('iss', 'https://other.example');
  if (iss === 'missing') url.searchParams.delete('iss');
  if (error !== undefined && errorUri !== undefined) url.searchParams.set('error_uri', errorUri);
  return url.href;
}
