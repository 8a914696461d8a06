import type { BrowserContext, Page } from '@playwright/test';
import { appOrigin, waitUntilRead } from './launching.ts';

/** Opens a copy of a window, as "Duplicate tab" does: it has the same storage and the same history entry. */
export async function duplicateTab(page: Page, context: BrowserContext): Promise<Page> {
  const copy = await page.evaluate(() => ({
    storage: { ...sessionStorage },
    state: history.state as object,
  }));
  const duplicate = await context.newPage();
  await duplicate.addInitScript(({ storage, state }) => {
    if (sessionStorage.length > 0 || location.pathname !== '/index.html' || window.name === 'copied') return;
    window.name = 'copied';
    for (const [key, value] of Object.entries(storage)) sessionStorage.setItem(key, String(value));
    history.replaceState(state, '');
  }, copy);
  await duplicate.goto(`${appOrigin()}/index.html`);
  await waitUntilRead(duplicate);
  return duplicate;
}
