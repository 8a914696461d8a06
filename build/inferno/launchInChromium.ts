import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { UnfinishedRunError, type LaunchKind } from './runSuite.ts';

/** These states of the page are final (docs/contract.md, section 3). */
const FINAL = ['ready', 'partial', 'ended', 'error'];

/** Returns a launch in a Chromium that accepts the certificate of this run, and no window of a person's own. */
export const launchInChromium =
  (patienceMs: number) =>
  async (address: string, kind: LaunchKind): Promise<void> => {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new UnfinishedRunError('there is no Chromium to launch in');
    // A Chromium of root does not start with its sandbox.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args });
    try {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      page.setDefaultTimeout(patienceMs);
      await page.goto(address);
      if (kind === 'standalone') await page.getByRole('button', { name: 'Sign in to Inferno' }).click();
      await expectRecord(page, patienceMs);
    } catch (error) {
      if (error instanceof UnfinishedRunError) throw error;
      throw new UnfinishedRunError(`the ${kind} launch did not arrive: ${String(error)}`, { cause: error });
    } finally {
      await browser.close();
    }
  };

async function expectRecord(page: Page, timeout: number): Promise<void> {
  await page.waitForFunction(
    (final) =>
      final.includes(document.documentElement.dataset['state'] ?? '') &&
      (document.querySelector('[data-patient-banner]') ?? document.querySelector('[role="alert"]')) !== null,
    FINAL,
    { timeout },
  );
  const alert = page.locator('[role="alert"][data-error]').first();
  const state = await page.locator('html').getAttribute('data-state');
  if (state === 'ready' || state === 'partial') return;
  const code = await alert.getAttribute('data-error').catch(() => null);
  const text = ((await alert.textContent().catch(() => '')) ?? '').trim().slice(0, 300);
  throw new UnfinishedRunError(`Longview stopped with ${code ?? state}: ${text}`);
}
