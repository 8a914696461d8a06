import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { closeKeptContext, keptContext, keptPage } from './keptPage.ts';
import { appOrigin, sandboxOrigin, setFaults } from './launching.ts';
import { checkForLeaks } from './leakChecks.ts';
import { testWithPolicy as base } from './policyTest.ts';
import { introspectUnreadTokens, recordTraffic, type Traffic } from './traffic.ts';
import { checkWire } from './wireChecks.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** A test may start its own servers. */
  readonly servers: { readonly appOrigin: string; readonly sandboxOrigin: string };
  /** The traffic holds everything that the browser sent in this test, and is checked after the test. */
  readonly traffic: Traffic;
};

/**
 * Every end-to-end test also checks its requests, looks for leaks and expects no policy violation
 * (docs/client-rules.md).
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
  servers: async ({}, use) => use({ appOrigin: appOrigin(), sandboxOrigin: sandboxOrigin() }),
  traffic: [
    // The fixture requests the page so that the page still exists when the fixture looks at it.
    async ({ context, page, servers }, use, { testId }) => {
      // CI may retry a test on a slow machine, but not one that sent a wrong request or leaked.
      const breach = join(tmpdir(), `longview-breach-${process.ppid}-${testId}`);
      expect(existsSync(breach), 'the try before broke the wire or leaked').toBe(false);
      await closeKeptContext(context);
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
      // A request that the page sent at the end of its test may still be in a route. Its error does not
      // matter.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});

/**
 * A test of this kind gets the page that the test before it in its file had, if both have the same options, and `openInTab` shows the
 * same patient in it without a launch. e2e/README.md says which tests may have it.
 */
export const keptTest = test.extend({
  context: async ({ browser, hasTouch, isMobile, locale, timezoneId }, use, { file }) =>
    use(await keptContext(JSON.stringify({ file, hasTouch, isMobile, locale, timezoneId }), browser)),
  page: async ({ context, viewport, colorScheme, forcedColors, reducedMotion }, use) => {
    const page = await keptPage(context);
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ media: 'screen', colorScheme, forcedColors, reducedMotion });
    await use(page);
  },
});
