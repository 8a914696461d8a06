import type { KeyObject } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import { refuseFramingHeaders } from '../pages/htmlDocument.ts';
import { outOfOrderHtml } from '../pages/errorPage.ts';
import type { LaunchRegistry } from '../launchRegistry.ts';
import { OAUTH_ROUTES } from './providerConfiguration.ts';
import { faultyAuthorize } from './faultyAuthorize.ts';
import { faultyToken, grantTypeOf } from './faultyToken.ts';

type Dependencies = {
  readonly faults: ActiveFaults;
  readonly appOrigin: string;
  readonly launchRegistry: LaunchRegistry;
  readonly signingKey: KeyObject;
};

type Middleware = (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void>;

/** Applies the faults to everything under /auth that the library answers. */
export const faultyEndpoints =
  (dependencies: Dependencies): Middleware =>
  async (ctx, next) => {
    await handleEndpoint(ctx, next, dependencies);
    if (dependencies.faults.current.authorize?.refuseFrames) {
      ctx.set({ ...refuseFramingHeaders(String(ctx.res.getHeader('Content-Security-Policy') ?? '')) });
    }
  };

async function handleEndpoint(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  dependencies: Dependencies,
): Promise<void> {
  const { faults, appOrigin, signingKey } = dependencies;
  const { authorize, jwks, revocation } = faults.current;
  switch (ctx.path) {
    case OAUTH_ROUTES.authorization:
      return faultyAuthorize(ctx, next, authorize ?? {}, dependencies);
    case OAUTH_ROUTES.token:
      await next();
      if (ctx.method === 'POST')
        await faultyToken(ctx, faults.tokenFault(grantTypeOf(ctx)) ?? {}, signingKey);
      return;
    case OAUTH_ROUTES.jwks:
      await delay(jwks?.slowMs);
      return respondWithStatus(ctx, next, jwks?.status, '*');
    case OAUTH_ROUTES.revocation:
      return respondWithStatus(ctx, next, revocation?.status, appOrigin);
    default:
      return next();
  }
}

/** A status that the fault sets must be readable across origins, as the real answer is. */
async function respondWithStatus(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  status: number | undefined,
  allowedOrigin: string,
): Promise<void> {
  if (status === undefined) return next();
  ctx.set('Access-Control-Allow-Origin', allowedOrigin);
  ctx.status = status;
  ctx.type = 'html';
  ctx.body = outOfOrderHtml;
}
