/** This file begins sign-ins against a token endpoint of this machine and exchanges the codes of their answers. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { openAnswer, refusalOfAnswer } from './signInAnswerFixture.ts';
import { enterWindow } from './browserWindowFixture.ts';
import { siteOf } from './sessionFixture.ts';
import { jsonAnswer, startTokenServer } from './tokenServerFixture.ts';
import { createAuthorizationRequest } from '../smart/authorization/authorize.ts';
import { rememberDiscovery } from '../smart/discovery/rememberedDiscovery.ts';
import { errorText } from '../smart/errors/errorText.ts';
import type { LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';

export const GRANTED_SCOPE = 'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs';
/** The token endpoint answers like this unless a test says otherwise. */
export const GRANTED_TOKEN = {
  access_token: 'secret-token',
  token_type: 'Bearer',
  expires_in: 600,
  scope: GRANTED_SCOPE,
  patient: 'p1',
};
export const REDIRECT_URI = 'https://longview.example/index.html';

/** Returns the keys of sessionStorage that begin with a prefix. */
export const keysOf = (prefix: string): string[] =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));

/** Returns all that a person reads without opening the details. */
export const shownText = (error: LaunchError): string => {
  const { heading, text, action } = errorText(error);
  return [heading, text, action?.label].join(' ');
};

const addressOf = (answer: Record<string, string>): string =>
  `${REDIRECT_URI}?${new URLSearchParams(answer).toString()}`;

/** Starts a token endpoint and a site for each test of a file. `server` and `site` are those of the running test. */
export function setUpCodeExchange() {
  let server: Awaited<ReturnType<typeof startTokenServer>>;
  let site = siteOf();
  beforeEach(async () => {
    enterWindow();
    server = await startTokenServer(jsonAnswer(GRANTED_TOKEN));
    site = siteOf({ iss: `${server.origin}/r4`, redirectUri: REDIRECT_URI, authOrigins: [server.origin] });
  });
  afterEach(() => {
    server.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return {
    server: () => server,
    site: () => site,
    /** Begins a sign-in and returns its state and challenge. An EHR launches it, unless it stands alone. */
    begun: async ({ launch = 'xyz', isAlone = false, announces = false, where = site } = {}) => {
      const document = {
        issuer: server.origin,
        authorization_endpoint: `${server.origin}/authorize`,
        token_endpoint: `${server.origin}/token`,
        code_challenge_methods_supported: ['S256'],
        capabilities: ['permission-v2'],
        authorization_response_iss_parameter_supported: announces,
      };
      rememberDiscovery(where.iss, { document, readAtMs: Date.now() });
      const { parameters } = await createAuthorizationRequest({
        site: where,
        iss: where.iss,
        ...(!isAlone && { launch }),
      });
      return { state: parameters.get('state') ?? '', challenge: parameters.get('code_challenge') };
    },
    /** Exchanges the code of a response, which arrives on a new page. */
    exchanged: (answer: Record<string, string>, sites = [site]): Promise<Session> =>
      openAnswer(addressOf(answer), sites),
    /** Returns the error of a response that must lead to no session. */
    failure: async (answer: Record<string, string>, sites = [site]): Promise<LaunchError> => {
      const error = await refusalOfAnswer(addressOf(answer), sites);
      expect(keysOf('longview.session.')).toEqual([]);
      expect(localStorage).toHaveLength(0); // settings that led to no session are not remembered
      return error;
    },
  };
}
