import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isLaunchError } from '../errors/LaunchError.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { enterWindow } from '../../testing/browserWindowFixture.ts';
import { startTokenServer } from '../../testing/tokenServerFixture.ts';
import { readDiscovery } from './discovery.ts';
import * as discoveryTexts from './discovery.messages.ts';

let server: Awaited<ReturnType<typeof startTokenServer>>;
beforeEach(async () => {
  enterWindow();
  server = await startTokenServer(() => {});
});
afterEach(() => {
  server.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ['half of a document', '{"issuer":"https://auth.general.ex'],
  ['a space', ' '],
  ['a whole document whose end is not said', '{"issuer":"https://auth.general.example"}'],
])(
  'row 5: %s and then no more is no answer (E04), and not settings that are wrong (E03)',
  async (_, sent) => {
    const late = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    server.answerWith((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(sent);
      setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), 50);
    });
    const here = siteOf({ iss: `${server.origin}/r4` });
    const error: unknown = await readDiscovery(here, here.iss).catch((reason: unknown) => reason);
    expect(isLaunchError(error) && error.code).toBe('E04');
    expect(error).toMatchObject({ facts: { reason: discoveryTexts.notCompleteInTime } });
  },
);
