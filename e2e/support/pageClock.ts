import type { Page } from '@playwright/test';

/**
 * Sets the clock of the page forward, so that a test need not wait for the end of a session. The app counts by the later
 * of its two clocks (decision 47), and takes less than a minute for no jump of the device's clock.
 */
export const moveClockForward = (page: Page, byMs: number): Promise<void> =>
  page.evaluate((aheadMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + aheadMs;
  }, byMs);
