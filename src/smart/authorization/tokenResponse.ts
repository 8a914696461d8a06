import { authorizationTexts } from './authorization.messages.ts';
import type { StoredSession } from '../session/storedSession.ts';
import { unambiguousJson } from '../site/unambiguousJson.ts';
import { fieldOf, textField, textListField } from '../site/untrustedJson.ts';

/** A token endpoint answered like this. */
export type TokenResponse = {
  /** This is the value of the body; undefined when it is not JSON. */
  readonly body: unknown;
  /** This is the body, where it holds a bearer token that may be used. */
  readonly granted: object | undefined;
  /** Says in a few words why there is none. */
  readonly refusal: string;
};

/**
 * Reads the body of a token response. A token is used only where the response says that it is a bearer token, since RFC
 * 6749, section 7.1, forbids to use one of a type that is not understood, and where nothing in the response has two meanings.
 * Some servers write `bearer`, which is the same (section 5.1).
 */
export function tokenResponseOf(text: string): TokenResponse {
  const body = looseJson(text);
  const refusal = refusalOf(body, text);
  return {
    body,
    granted: refusal === '' && typeof body === 'object' ? (body ?? undefined) : undefined,
    refusal,
  };
}

/** A response that is refused is read too: it may hold tokens to revoke. */
function looseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(body: unknown, text: string): string {
  if (typeof body !== 'object' || body === null) return authorizationTexts.tokenNotJson;
  if (unambiguousJson(text) === undefined) return authorizationTexts.tokenTwice;
  // A token goes into a header (RFC 6750, section 2.1).
  if (!/^[\x21-\x7e]+$/.test(textField(body, 'access_token'))) return authorizationTexts.noBearerToken;
  if (!/^bearer$/i.test(textField(body, 'token_type'))) return authorizationTexts.notBearer;
  // RFC 6749, appendix A.17.
  return /^[\x20-\x7e]*$/.test(textField(body, 'refresh_token'))
    ? ''
    : authorizationTexts.refreshTokenCharacters;
}

/** Returns the tokens in a token response, also in one that is refused, to revoke them. */
export const tokensOf = (body: unknown): Pick<StoredSession, 'accessToken' | 'refreshToken'> => ({
  accessToken: textField(body, 'access_token'),
  refreshToken: textField(body, 'refresh_token') || undefined,
});

/** Returns the granted scope; undefined where none is named. RFC 6749 asks for one text, and some servers send a list of texts. */
export function scopeIn(token: object): string | undefined {
  const sent = fieldOf(token, 'scope');
  return typeof sent === 'string' ? sent : textListField(token, 'scope').join(' ') || undefined;
}

/**
 * Returns the patient or the encounter that a token response names; '' when it names none. SMART sends the id alone, and some servers a
 * reference (`"patient": "Patient/1963"`: https://github.com/Koppeltaal/Koppeltaal-2.0-Hackathon-Dev-Guide). The Patient that is read
 * must have the id all the same.
 */
export function namedId(token: object, type: 'Patient' | 'Encounter'): string {
  const sent = textField(token, type.toLowerCase());
  return sent.startsWith(`${type}/`) ? sent.slice(type.length + 1) : sent;
}
