import type { CDPSession, Page } from '@playwright/test';
import { openInTab } from '../support/launching.ts';
import { accountOf, setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

/** Of the record alone, and with what the overview keeps to draw it. */
const RECORD_BYTES = 130;
const DRAWN_BYTES = 150;

/** What the page holds, after what nobody holds any more is gone: objects, and the numbers behind typed arrays. */
async function heldBytes(client: CDPSession): Promise<number> {
  for (let i = 0; i < 2; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the second collection frees what the first has finalized
    await client.send('HeapProfiler.collectGarbage');
  }
  const { usedSize, backingStorageSize = 0 } = (await client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}

type Held = { readonly received: number; readonly drawn: number; readonly record: number };

async function heldWith(page: Page, patient: string): Promise<Held> {
  await openInTab(page, patient);
  // Whatever is fetched or drawn at idle is part of both.
  await page.waitForLoadState('networkidle');
  const { received } = await accountOf(page);
  const client = await page.context().newCDPSession(page);
  const drawn = await heldBytes(client);
  // Without a curve on the screen what is left is the record.
  await setFragment(page, '#account');
  await expect(page.getByRole('heading', { name: 'Account of all results' })).toBeVisible();
  return { received, drawn, record: await heldBytes(client) };
}

test('100,000 Observations are held in at most 130 bytes each, ids included, above a small record', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const held: Held[] = [];
  for (const patient of ['kidney', 'volume']) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time: the machine is measured
    const page = await browser.newPage();
    // oxlint-disable-next-line no-await-in-loop
    held.push(await heldWith(page, patient));
    // oxlint-disable-next-line no-await-in-loop
    await page.close();
  }
  const [small, large] = held as [Held, Held];
  const each = (of: 'drawn' | 'record') => (large[of] - small[of]) / (large.received - small.received);
  console.log(
    `${large.received} Observations: ${each('record').toFixed(1)} bytes each, drawn ${each('drawn').toFixed(1)}`,
  );
  expect(large.received).toBeGreaterThanOrEqual(100_000);
  expect(each('record')).toBeLessThanOrEqual(RECORD_BYTES);
  expect(each('drawn')).toBeLessThanOrEqual(DRAWN_BYTES);
});
