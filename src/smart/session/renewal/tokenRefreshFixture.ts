/** This file opens sessions at a token endpoint that a test controls, with the clock of the test. */
import { afterEach, beforeEach, vi } from 'vitest';
import { openSession, sessionKey, type Session } from '../session.ts';
import type { Site } from '../../site/site.ts';
import { granted, siteOf } from '../../../testing/sessionFixture.ts';
import { enterWindow } from '../../../testing/browserWindowFixture.ts';
import { jsonAnswer, startTokenServer, networkTime } from '../../../testing/tokenServerFixture.ts';
import { TestLocks } from '../../../testing/webLocksFixture.ts';
import { readWindowItem } from '../windowStorage.ts';

/** The token endpoint answers with this unless a test says otherwise. */
export const renewedTokens = { access_token: 'second', token_type: 'Bearer', expires_in: 600 };

type RefreshPage = {
  readonly site: Site;
  readonly server: Awaited<ReturnType<typeof startTokenServer>>;
  readonly locks: TestLocks;
  readonly refresh: (session: Session) => Promise<boolean>;
};

/** Loads the modules anew, as a page load does. */
export async function loadRefresh(): Promise<RefreshPage['refresh']> {
  vi.resetModules();
  return (await import('./tokenRefresh.ts')).refreshTokens;
}

/** Opens a page and its token endpoint before each test. The fields can be read while a test runs. */
export function setUpTokenRefresh(): RefreshPage {
  let site: Site;
  let server: RefreshPage['server'];
  let locks: TestLocks;
  let refresh: RefreshPage['refresh'];
  beforeEach(async () => {
    server = await startTokenServer(jsonAnswer(renewedTokens));
    site = siteOf({ authOrigins: [server.origin, 'https://fhir.general.example'] });
    locks = new TestLocks();
    enterWindow(locks);
    refresh = await loadRefresh();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    // The time limits follow the clock of the test too.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const ending = new AbortController();
      setTimeout(() => ending.abort(new DOMException('too late', 'TimeoutError')), ms);
      return ending.signal;
    });
  });
  afterEach(() => {
    server.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  return {
    get site() {
      return site;
    },
    get server() {
      return server;
    },
    get locks() {
      return locks;
    },
    get refresh() {
      return refresh;
    },
  };
}

/** Opens a session whose access token lasts two minutes. */
export function openRenewable({ site, server }: RefreshPage, more: object = {}): Session {
  const { endpoints, ...rest } = granted('p1', 120_000);
  return openSession(site, {
    ...rest,
    refreshToken: 'r1',
    endpoints: { ...endpoints, token: `${server.origin}/token?p=one` },
    ...more,
  });
}

/** Returns what the storage of the window holds of a session. */
export const storedRecord = (session: Session): unknown => readWindowItem(sessionKey(session.sid));

/** Runs the clock of the test, with time for the network between its steps. */
export async function passTime(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    await networkTime();
    await vi.advanceTimersByTimeAsync(100);
  }
}
