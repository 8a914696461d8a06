import { identityTexts } from './identity.messages.ts';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { sendRequest } from '../../network/serverRequest.ts';
import type { Session } from '../session/session.ts';
import { fhirBaseOf } from '../site/fhirBase.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

/** A verified id_token names this user. */
export type Identity = {
  /** The reference of `fhirUser` looks like `Practitioner/123`. It is undefined when it belongs to another server. */
  readonly reference: string | undefined;
  /** The text is the `name` claim, else the type of the user. */
  readonly text: string;
};

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];
const LEEWAY_SECONDS = 60;
const TIME_LIMIT_MS = 8000;

/**
 * Verifies the id_token by the rules of OpenID Connect (client-rules.md row 63): signature, issuer, audience, expiry, time of
 * issue and nonce. Rejects when anything is wrong. https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#steps-for-using-an-id-token
 */
export async function verifiedIdentity(session: Session): Promise<Identity> {
  const { idToken } = session.stored();
  if (idToken === undefined) throw new TypeError('the token answer held no id_token');
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(await fetchKeys(session)), {
    issuer: session.endpoints.issuer,
    audience: session.site.clientId,
    algorithms: ALGORITHMS,
    clockTolerance: LEEWAY_SECONDS,
    // The token is judged at the time when it came: after a reload it may have expired, and was still right.
    currentDate: new Date(session.openedAtMs),
    requiredClaims: ['sub', 'iat', 'exp', 'fhirUser'],
  });
  const { aud, azp, iat = 0, nonce } = payload;
  if (session.nonce === undefined || nonce !== session.nonce) throw new TypeError('nonce');
  if (Array.isArray(aud) && aud.length > 1 && azp !== session.site.clientId) throw new TypeError('azp');
  if (iat > session.openedAtMs / 1000 + LEEWAY_SECONDS) throw new TypeError('iat');
  return identityFromClaims(payload, session.iss);
}

/** Reads the keys of the authorization server. */
async function fetchKeys({ endpoints, site }: Session): Promise<JSONWebKeySet> {
  if (endpoints.jwks === '' || !site.authOrigins.includes(new URL(endpoints.jwks).origin))
    throw new TypeError('discovery names no jwks_uri');
  const response = await sendRequest(endpoints.jwks, {
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  const set: unknown = await response.json();
  const keys = fieldOf(set, 'keys');
  if (!response.ok || !Array.isArray(keys)) throw new TypeError('the jwks_uri gave no keys');
  return { keys };
}

/** `fhirUser` may name these types: https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html */
const USER_TYPES = ['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson', 'Person'];

/**
 * Returns the user that the claims name. `fhirUser` is absolute or relative to the FHIR base; a user of another server is
 * not read from this one (client-rules.md row 65).
 */
export function identityFromClaims(claims: object, iss: string): Identity {
  const base = new URL(fhirBaseOf(iss)).href;
  const sent = textField(claims, 'fhirUser');
  const href = URL.canParse(sent, base) ? new URL(sent, base).href : '';
  const path = href.startsWith(base) ? href.slice(base.length) : '';
  const [type = '', id = ''] = path.split('/');
  const isOurs = USER_TYPES.includes(type) && /^[A-Za-z0-9.-]{1,64}$/.test(id) && !/^\.+$/.test(id);
  const foreignType = /\/([A-Z][A-Za-z]+)\/[^/]+$/.exec(href)?.[1];
  const foreignText =
    foreignType === undefined
      ? identityTexts('userOfOtherServer')
      : identityTexts('typeOfOtherServer', { type: foreignType });
  return {
    reference: isOurs ? `${type}/${id}` : undefined,
    text: nameIn(claims) || (isOurs ? type : foreignText),
  };
}

/** Returns the name of the user without characters that turn the text around them, or break its line. */
const nameIn = (claims: object): string =>
  textField(claims, 'name')
    .slice(0, 100)
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
