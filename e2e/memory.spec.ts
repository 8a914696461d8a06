import type { CDPSession, Page } from '@playwright/test';
import { accountOf, openInTab } from './ehr.ts';
import { expect, test } from './test.ts';

const BYTES_AN_OBSERVATION = 130;

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

async function heldWith(page: Page, patient: string): Promise<number> {
  await openInTab(page, patient);
  // Whatever is fetched or drawn at idle is part of both.
  await page.waitForLoadState('networkidle');
  return heldBytes(await page.context().newCDPSession(page));
}

test('100,000 Observations are held in at most 130 bytes each, ids included, above a small record', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const held: number[] = [];
  const received: number[] = [];
  // A screen with as many tiles, so that what is left is the record.
  for (const patient of ['kidney', 'volume']) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time: the machine is measured
    const page = await browser.newPage();
    // oxlint-disable-next-line no-await-in-loop
    held.push(await heldWith(page, patient));
    // oxlint-disable-next-line no-await-in-loop
    received.push((await accountOf(page)).received);
    // oxlint-disable-next-line no-await-in-loop
    await page.close();
  }
  const [small = 0, large = 0] = held;
  const [few = 0, many = 0] = received;
  const bytes = (large - small) / (many - few);
  console.log(`${many} Observations: ${bytes.toFixed(1)} bytes each`);
  expect(many).toBeGreaterThanOrEqual(100_000);
  expect(bytes).toBeLessThanOrEqual(BYTES_AN_OBSERVATION);
});
