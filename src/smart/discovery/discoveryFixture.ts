/** This file starts a server that answers with a discovery document, in the window of a browser. It is for tests. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { Site } from '../site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { jsonAnswer, startTokenServer } from '../../testing/tokenServerFixture.ts';

export const AUTHORIZATION_ORIGIN = 'https://auth.general.example';

export const discoveryDocument = {
  issuer: AUTHORIZATION_ORIGIN,
  authorization_endpoint: `${AUTHORIZATION_ORIGIN}/authorize`,
  token_endpoint: `${AUTHORIZATION_ORIGIN}/token`,
  code_challenge_methods_supported: ['S256'],
};

type DiscoveryServer = {
  readonly server: Awaited<ReturnType<typeof startTokenServer>>;
  /** The FHIR server of this site is the server. */
  readonly site: Site;
};

/** Starts the server before each test and closes it afterwards. The fields can be read while a test runs. */
export function setUpDiscoveryServer(): DiscoveryServer {
  let server: DiscoveryServer['server'];
  let site: Site;
  beforeEach(async () => {
    enterWindow();
    server = await startTokenServer(jsonAnswer(discoveryDocument));
    site = siteOf({ iss: `${server.origin}/r4`, authOrigins: [AUTHORIZATION_ORIGIN] });
  });
  afterEach(() => {
    server.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return {
    get server() {
      return server;
    },
    get site() {
      return site;
    },
  };
}
