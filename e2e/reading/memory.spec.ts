import type { CDPSession, Page } from '@playwright/test';
import { launchAddress, waitUntilRead } from '../support/launching.ts';
import { accountOf, expectAllAccounted, setFragment } from '../support/recordScreens.ts';
import { withScaledServers } from './scaledServers.ts';
import { expect, test } from '../support/test.ts';

/**
 * The first limit is for the record alone, the second for the record and what the overview needs to draw it.
 */
const RECORD_BYTES = 130;
const DRAWN_BYTES = 130;

/** A busy machine with two cores needed 105 s for 100,000 Observations. */
const READ_TIMEOUT_MS = 300_000;

/** A page that draws keeps for a moment what it drew before. So often it is looked at again, and so long apart. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 400;

/**
 * Returns the bytes that the page keeps after a garbage collection: its objects and the buffers behind typed
 * arrays. What is on its way only adds to them, so the least of several looks is what it keeps.
 */
async function usedBytes(page: Page, client: CDPSession): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < LOOKS; look += 1) {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await client.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    least = Math.min(least, usedSize + backingStorageSize);
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
  }
  return least;
}

type MemoryUse = { readonly received: number; readonly drawn: number; readonly record: number };

async function memoryUseOf(page: Page, patient: string, sandbox: string): Promise<MemoryUse> {
  await page.goto(await launchAddress({ patient, kind: 'tab' }, sandbox));
  await waitUntilRead(page, 'ready', READ_TIMEOUT_MS);
  // Both measurements include what is fetched or drawn at idle.
  await page.waitForLoadState('networkidle');
  const account = await accountOf(page);
  const { received } = account;
  expectAllAccounted(account, received);
  const client = await page.context().newCDPSession(page);
  const drawn = await usedBytes(page, client);
  // The account screen has no curve, so only the record is left.
  await setFragment(page, '#account');
  await expect(page.getByRole('heading', { name: 'Account of all results' })).toBeVisible();
  return { received, drawn, record: await usedBytes(page, client) };
}

test.describe('a record of 100,000 Observations', () => {
  // A long record is drawn twice (src/app/useIdleRerender.ts), so the one that it is compared with must be long as well.
  const { scaled, sandbox } = withScaledServers('kidney=3000');

  scaled('is held in at most 130 bytes each, ids included, above one of 3,000', async ({ browser }) => {
    test.setTimeout(900_000);
    const held: MemoryUse[] = [];
    for (const patient of ['kidney', 'volume']) {
      const page = await browser.newPage();
      held.push(await memoryUseOf(page, patient, sandbox()));
      await page.close();
    }
    const [small, large] = held as [MemoryUse, MemoryUse];
    const each = (of: 'drawn' | 'record') => (large[of] - small[of]) / (large.received - small.received);
    console.log(
      `${large.received} Observations: ${each('record').toFixed(1)} bytes each, drawn ${each('drawn').toFixed(1)}`,
    );
    expect(small.received).toBeLessThan(4000);
    expect(large.received).toBeGreaterThanOrEqual(100_000);
    expect(each('record')).toBeLessThanOrEqual(RECORD_BYTES);
    expect(each('drawn')).toBeLessThanOrEqual(DRAWN_BYTES);
  });
});
