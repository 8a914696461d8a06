import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { appOrigin, sandboxOrigin, setFaults } from './launching.ts';
import { checkForLeaks } from './leakChecks.ts';
import { testWithPolicy as base } from './policyTest.ts';
import { introspectUnreadTokens, recordTraffic, type Traffic } from './traffic.ts';
import { checkWire } from './wireChecks.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** Where the app and its sandbox stand; a test may bring its own. */
  readonly servers: { readonly appOrigin: string; readonly sandboxOrigin: string };
  /** Everything that the browser sent in this test. What it holds is checked when the test is over. */
  readonly traffic: Traffic;
};

/** Every end-to-end test is also a test of the wire, of what leaks, and of the page's policy: docs/rules.md. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- the form that the test runner wants
  servers: async ({}, use) => use({ appOrigin: appOrigin(), sandboxOrigin: sandboxOrigin() }),
  traffic: [
    // The page is asked for so that it is still there when this looks into it.
    async ({ context, page, servers }, use, { testId }) => {
      // A slow machine may be tried again in CI; what broke the wire or leaked once may not.
      const breach = join(tmpdir(), `longview-breach-${process.ppid}-${testId}`);
      expect(existsSync(breach), 'the try before broke the wire or leaked').toBe(false);
      const traffic = recordTraffic(context, servers.appOrigin);
      await use(traffic);
      await setFaults(undefined);
      await Promise.all(traffic.reading);
      await introspectUnreadTokens(traffic, `${servers.sandboxOrigin}/auth/introspect`);
      try {
        checkWire(traffic, servers);
        await checkForLeaks(context, traffic, servers);
      } catch (error) {
        writeFileSync(breach, '');
        throw error;
      }
      // A request that the page sent as its test ended may still be on its way through a route: nobody looks at that answer.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});
