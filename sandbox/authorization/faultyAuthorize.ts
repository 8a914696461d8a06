import type { KoaContextWithOIDC } from 'oidc-provider';
import { pause } from '../faults/activeFaults.ts';
import type { AuthorizeFault } from '../faults/faults.ts';
import type { Launches } from '../launchRegistry.ts';
import { documentText, policy } from '../pages/htmlDocument.ts';
import { outOfOrder } from '../pages/errorPage.ts';
import { signInPage } from '../pages/signInPage.ts';

type Needs = { readonly appOrigin: string; readonly launches: Launches };

/** What surrounds the authorization endpoint. Its `error` is thrown among the parameters: authorizeParameters.ts. */
export async function faultyAuthorize(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  fault: AuthorizeFault,
  { appOrigin, launches }: Needs,
): Promise<void> {
  await pause(fault.slowMs);
  if (fault.status !== undefined) {
    ctx.status = fault.status;
    page(ctx, outOfOrder);
  } else if (fault.refuseFrames && ctx.method === 'GET' && isEhrLaunch(ctx, launches)) {
    // An EHR launch passes without a page, and a redirect has no frame to refuse.
    page(ctx, documentText(signInPage(ctx.path, new URLSearchParams(ctx.querystring))));
  } else {
    await next();
    const location = String(ctx.res.getHeader('Location') ?? '');
    if (location.startsWith(`${appOrigin}/`)) ctx.set('Location', changed(location, fault));
  }
}

function page(ctx: KoaContextWithOIDC, body: string): void {
  ctx.set('Content-Security-Policy', policy());
  ctx.type = 'html';
  ctx.body = body;
}

function isEhrLaunch(ctx: KoaContextWithOIDC, launches: Launches): boolean {
  const launch = launches.get(String(ctx.query['launch']));
  return launch !== undefined && !launch.once;
}

function changed(location: string, { state, iss, error, errorUri }: AuthorizeFault): string {
  const url = new URL(location);
  if (state === 'wrong') url.searchParams.set('state', 'another-state');
  if (state === 'missing') url.searchParams.delete('state');
  if (iss === 'foreign') url.searchParams.set('iss', 'https://other.example');
  if (iss === 'missing') url.searchParams.delete('iss');
  if (error !== undefined && errorUri !== undefined) url.searchParams.set('error_uri', errorUri);
  return url.href;
}
