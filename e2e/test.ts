import { appOrigin, sandboxOrigin, setFaults } from './ehr.ts';
import { sweep } from './leakSweep.ts';
import { recordTraffic, type Traffic } from './traffic.ts';
import { test as base } from './violations.ts';
import { checkWire } from './wireChecks.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** Everything that the browser sent in this test. What it holds is checked when the test is over. */
  readonly traffic: Traffic;
};

/** Every end-to-end test is also a test of the wire, of what leaks, and of the page's policy: docs/rules.md. */
export const test = base.extend<Fixtures>({
  traffic: [
    // The page is asked for so that it is still there when this looks into it.
    async ({ context, page: _page }, use) => {
      const traffic = recordTraffic(context, appOrigin());
      await use(traffic);
      await setFaults(undefined);
      await Promise.all(traffic.reading);
      const servers = { appOrigin: appOrigin(), sandboxOrigin: sandboxOrigin() };
      checkWire(traffic, servers);
      await sweep(context, traffic, servers);
    },
    { auto: true },
  ],
});
