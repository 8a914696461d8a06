import { cpSync, readdirSync, renameSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openInTab, waitUntilRead } from '../support/launching.ts';
import { buildFolder } from '../support/servers.ts';
import { expect, test } from '../support/test.ts';
import sirv from 'sirv';
import { listenOnLocalhost } from '../../build/freePort.ts';

/** Serves the files below `assets/` from a copy, so that a test can take one of them away. */
async function servedFromCopy(page: Page) {
  const folder = mkdtempSync(join(tmpdir(), 'longview-copy-'));
  cpSync(join(buildFolder(), 'assets'), join(folder, 'assets'), { recursive: true });
  const files = sirv(folder, { dev: true });
  const copy = await listenOnLocalhost((request, response) => files(request, response), 0);
  await page.route('**/assets/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await fetch(`http://localhost:${copy.port}${pathname}`);
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      body,
    });
  });
  const [chunk = ''] = readdirSync(join(folder, 'assets')).filter((name) => /^detail-[\w-]+\.js$/.test(name));
  const [here, away] = [join(folder, 'assets', chunk), join(folder, chunk)];
  return {
    takeAway: () => renameSync(here, away),
    putBack: () => renameSync(away, here),
    close: async () => {
      await copy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('a chunk that is gone says that Longview was updated; the reload keeps view and session', async ({
  page,
}) => {
  const copy = await servedFromCopy(page);
  copy.takeAway();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await openInTab(page, 'kidney');
  await page.locator('[data-series="k"]').click();
  const notice = page.getByRole('alert').filter({ hasText: 'Longview was updated' });
  await expect(notice.getByRole('button')).toHaveText(['Reload']);
  const address = page.url();
  expect(address).toContain('#');
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/auth/')) tokens.push(request.url());
  });

  // The file is still missing: the notice comes back, and the page does not reload by itself.
  loads = 0;
  await notice.getByRole('button').click();
  await expect.poll(() => loads).toBe(1);
  await expect(notice).toBeVisible({ timeout: 60_000 });
  expect(loads).toBe(1);

  copy.putBack();
  await notice.getByRole('button').click();
  await waitUntilRead(page);
  await expect(page.getByRole('heading', { name: /^Potassium/ }).first()).toBeVisible();
  expect(page.url()).toBe(address);
  expect(tokens).toEqual([]);
  await copy.close();
});
