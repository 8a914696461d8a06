import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../build/browser.ts';
import { HOSTS, type BenchServers } from '../servers/benchServers.ts';
import { installProbe } from './probe.ts';

type Size = { readonly width: number; readonly height: number };
export const TAB: Size = { width: 1366, height: 850 };
export const PHONE: Size = { width: 400, height: 800 };

/** Starts Chromium so that it finds both hosts on this machine and trusts their certificate, which it then also caches by. */
export function launchBrowser({ keyHash }: BenchServers): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-features=MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      `--host-resolver-rules=${Object.values(HOSTS)
        .map((host) => `MAP ${host} 127.0.0.1`)
        .join(', ')}`,
      `--ignore-certificate-errors-spki-list=${keyHash}`,
    ],
  });
}

/**
 * Makes a page as slow as a phone of little money on 3G: a processor that is four times slower, 1.6 Mbit/s down and 0.75 up. The delay is the
 * wire's own, so that a new connection costs what it does.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
}

/** Opens a page in a context of its own, without cache and connections of an earlier run, and closes both in the end. */
export async function withPage<T>(
  browser: Browser,
  viewport: Size,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    await page.addInitScript(installProbe);
    return await act(page);
  } finally {
    await context.close();
  }
}
