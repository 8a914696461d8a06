import type { Page } from '@playwright/test';

/** Goes to an address as a click on a link does, and returns when, in milliseconds since 1970. */
export const clickLink = (page: Page, address: string): Promise<number> =>
  page.evaluate((href) => {
    const clickedMs = performance.timeOrigin + performance.now();
    location.href = href;
    return clickedMs;
  }, address);

/** Goes to a launch link, waits until the sign-in has led back to `index.html`, and returns when the link was clicked. */
export async function clickLaunch(page: Page, address: string): Promise<number> {
  const isBack = page.waitForEvent('framenavigated', (frame) => /\/index\.html\?/.test(frame.url()));
  const clickedMs = await clickLink(page, address);
  await isBack;
  return clickedMs;
}
