import type { Browser, Page } from '@playwright/test';
import { floorPages, type FloorPlan } from '../floors/floorPages.ts';
import { PHONE, slowDown, withPage } from '../pages/browser.ts';
import type { BenchServers } from '../servers/benchServers.ts';
import { readRun, type AppRun } from './appRun.ts';

/** A patient's own sign-in on a slow phone, in milliseconds. */
export type PatientRun = {
  /** From the press that gives the consent to the first card, or the curve of the floor, with its frame. */
  readonly consentToCard: number;
  readonly tokenToCard: number;
};

/** Notes the first frame in which a card of "My results" stands. It runs in the page, before its scripts. */
function markFirstCard(): void {
  const look = new MutationObserver(() => {
    if (document.querySelector('main article') === null) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('bench:first-card')));
  });
  look.observe(document, { subtree: true, childList: true });
}

/** Gives the consent and returns when, in milliseconds since 1970. */
async function consent(page: Page): Promise<number> {
  const approve = page.getByRole('button', { name: 'Approve' });
  await approve.waitFor();
  const isBack = page.waitForEvent('framenavigated', (frame) => /\/index\.html\?/.test(frame.url()));
  const pressedMs = await approve.evaluate((button: HTMLElement) => {
    const ms = performance.timeOrigin + performance.now();
    button.click();
    return ms;
  });
  await isBack;
  return pressedMs;
}

/** A patient reads three sentences on the start page before the press. */
const READING_MS = 3000;

/** Signs a patient in on a slow phone, from the start page of the app, and waits for rest. */
export const runPatientApp = (
  browser: Browser,
  servers: BenchServers,
  patient: string,
): Promise<PatientRun & { readonly run: AppRun }> =>
  withPage(browser, PHONE, async (page) => {
    await slowDown(page);
    await page.addInitScript(markFirstCard);
    await servers.awaitPatient(patient);
    await page.goto(`${servers.appOrigin}/index.html`);
    const signIn = page.getByRole('button', { name: /^Sign in to/ });
    await signIn.waitFor();
    // Its reader takes longer than this to read the page.
    await page.waitForTimeout(READING_MS);
    await signIn.click();
    const pressedMs = await consent(page);
    const run = await readRun(page.mainFrame(), pressedMs);
    const cardMs = run.marks['bench:first-card'] ?? Number.NaN;
    const tokenMs = run.marks['longview:token'] ?? Number.NaN;
    return { run, consentToCard: run.launchToOriginMs + cardMs, tokenToCard: cardMs - tokenMs };
  });

/** Does the same with the floor page, which has no start page of its own. */
export async function runPatientFloor(
  browser: Browser,
  servers: BenchServers,
  patient: string,
  plan: FloorPlan,
): Promise<PatientRun> {
  servers.serve(floorPages(plan));
  try {
    return await withPage(browser, PHONE, async (page) => {
      await slowDown(page);
      await servers.awaitPatient(patient);
      const iss = encodeURIComponent(`${servers.ehrOrigin}/fhir/r4`);
      await page.goto(`${servers.appOrigin}/launch.html?iss=${iss}`, { waitUntil: 'commit' });
      const pressedMs = await consent(page);
      await page.waitForFunction(() => performance.getEntriesByName('floor:all').length > 0);
      const { originMs, tokenMs, chartMs } = await page.evaluate(() => {
        const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
        return {
          originMs: performance.timeOrigin,
          tokenMs: at('floor:token'),
          chartMs: at('floor:first-chart'),
        };
      });
      return { consentToCard: originMs + chartMs - pressedMs, tokenToCard: chartMs - tokenMs };
    });
  } finally {
    servers.serve('app');
  }
}
