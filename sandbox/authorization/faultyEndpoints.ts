import type { KeyObject } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { pause, type FaultBoard } from '../faults/activeFaults.ts';
import { refusingFrames } from '../pages/htmlDocument.ts';
import { outOfOrder } from '../pages/errorPage.ts';
import type { Launches } from '../launchRegistry.ts';
import { ROUTES } from './providerConfiguration.ts';
import { faultyAuthorize } from './faultyAuthorize.ts';
import { faultyToken, grantTypeOf } from './faultyToken.ts';

type Needs = {
  readonly faults: FaultBoard;
  readonly appOrigin: string;
  readonly launches: Launches;
  readonly key: KeyObject;
};

type Middleware = (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void>;

/** The faults of everything under /auth that the library answers, set around it. */
export const faultyEndpoints =
  (needs: Needs): Middleware =>
  async (ctx, next) => {
    await answered(ctx, next, needs);
    if (needs.faults.current.authorize?.refuseFrames) {
      ctx.set({ ...refusingFrames(String(ctx.res.getHeader('Content-Security-Policy') ?? '')) });
    }
  };

async function answered(ctx: KoaContextWithOIDC, next: () => Promise<void>, needs: Needs): Promise<void> {
  const { faults, appOrigin, key } = needs;
  const { authorize, jwks, revocation } = faults.current;
  switch (ctx.path) {
    case ROUTES.authorization:
      return faultyAuthorize(ctx, next, authorize ?? {}, needs);
    case ROUTES.token:
      await next();
      if (ctx.method === 'POST') await faultyToken(ctx, faults.tokenFault(grantTypeOf(ctx)) ?? {}, key);
      return;
    case ROUTES.jwks:
      await pause(jwks?.slowMs);
      return answeredWith(ctx, next, jwks?.status, '*');
    case ROUTES.revocation:
      return answeredWith(ctx, next, revocation?.status, appOrigin);
    default:
      return next();
  }
}

/** A status of our own is readable across origins as the real answer is. */
async function answeredWith(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
  status: number | undefined,
  readableFor: string,
): Promise<void> {
  if (status === undefined) return next();
  ctx.set('Access-Control-Allow-Origin', readableFor);
  ctx.status = status;
  ctx.type = 'html';
  ctx.body = outOfOrder;
}
