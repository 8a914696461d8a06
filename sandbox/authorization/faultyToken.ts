import type { KeyObject } from 'node:crypto';
import type { KoaContextWithOIDC, Provider as OidcProvider } from 'oidc-provider';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import { delay } from '../faults/delay.ts';
import type { TokenFault } from '../faults/faults.ts';
import { outOfOrderHtml } from '../pages/errorPage.ts';
import { faultyIdToken } from './faultyIdToken.ts';
import { oidcErrors, Provider } from './oidcLibrary.ts';

export const grantTypeOf = (ctx: KoaContextWithOIDC | undefined): unknown => ctx?.oidc?.body?.['grant_type'];

/**
 * Stops a token request that a fault refuses, where the library looks for the user. The code is used up by
 * then but a refresh token is not, so it is valid again once the fault is cleared.
 */
export function rejectTokenRequest(ctx: KoaContextWithOIDC, faults: ActiveFaults): void {
  if (ctx.oidc.route !== 'token') return;
  const { error, status, html } = faults.tokenFault(grantTypeOf(ctx)) ?? {};
  if (error !== undefined || status !== undefined || html)
    throw new oidcErrors.InvalidRequest('a fault is on');
}

/** Changes the library's answer after the token request has taken effect. */
export async function faultyToken(ctx: KoaContextWithOIDC, fault: TokenFault, key: KeyObject): Promise<void> {
  await delay(fault.slowMs);
  if (fault.noCors) ctx.remove('Access-Control-Allow-Origin');
  if (fault.drop) {
    ctx.respond = false;
    ctx.req.socket.destroy();
  } else if (fault.html || fault.status !== undefined) {
    ctx.status = fault.status ?? 200;
    ctx.type = 'html';
    ctx.body = outOfOrderHtml;
  } else if (fault.error !== undefined) {
    ctx.status = fault.error === 'invalid_client' ? 401 : 400;
    ctx.body = {
      error: fault.error,
      ...(fault.description !== undefined && { error_description: fault.description }),
    };
  } else if (ctx.status === 200) {
    ctx.body = changedTokenResponse(Object(ctx.body), fault, grantTypeOf(ctx), key);
  }
}

function changedTokenResponse(
  { ...answer }: Record<string, unknown>,
  fault: TokenFault,
  grantType: unknown,
  key: KeyObject,
): object {
  const { id_token: idToken } = answer;
  if (fault.idToken !== undefined && typeof idToken === 'string') {
    answer['id_token'] = faultyIdToken(idToken, fault.idToken, key);
  }
  if (fault.keepRefreshToken && grantType === 'refresh_token') delete answer['refresh_token'];
  Object.assign(answer, fault.set);
  for (const name of fault.without ?? []) delete answer[name];
  return answer;
}

/** Gives codes and tokens endings that a careless client breaks. They get their text when they are saved. */
export function addOddSuffixes({ AuthorizationCode, AccessToken }: OidcProvider, faults: ActiveFaults): void {
  appendToIds(AuthorizationCode, () => (faults.current.authorize?.oddCode ? '+/=&%' : ''));
  appendToIds(AccessToken, () =>
    faults.tokenFault(grantTypeOf(Provider.ctx))?.oddToken ? '.opaque.token' : '',
  );
}

function appendToIds({ prototype }: { readonly prototype: object }, suffix: () => string): void {
  const generateTokenId: unknown = Reflect.get(prototype, 'generateTokenId');
  if (typeof generateTokenId !== 'function')
    throw new Error('The library names its codes and tokens in another way now.');
  // The library's own function is called too, because it also settles the format of the token.
  Object.defineProperty(prototype, 'generateTokenId', {
    value(this: unknown) {
      return String(Reflect.apply(generateTokenId, this, [])) + suffix();
    },
  });
}
