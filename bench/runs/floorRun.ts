import type { Browser } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { clickLaunch } from '../pages/navigation.ts';
import { floorPages, type FloorPlan } from '../floors/floorPages.ts';
import type { BenchServers } from '../servers/benchServers.ts';

/** This is one run of a floor page, in milliseconds. */
export type FloorRun = {
  readonly launchToChart: number;
  readonly tokenToChart: number;
  readonly tokenToAll: number;
};

/** Launches the floor page with this plan for a patient, in a browser context of its own. */
export async function runFloor(
  browser: Browser,
  servers: BenchServers,
  patient: string,
  plan: FloorPlan,
): Promise<FloorRun> {
  servers.serve(floorPages(plan));
  try {
    return await withPage(browser, TAB, async (page) => {
      const clickedMs = await clickLaunch(page, await servers.launchAddress(patient));
      const { originMs, tokenMs, chartMs, allMs } = await page.evaluate(async () => {
        const at = (name: string): number | undefined => performance.getEntriesByName(name)[0]?.startTime;
        while (at('floor:all') === undefined)
          // oxlint-disable-next-line no-await-in-loop -- it waits for the page
          await new Promise((resolve) => setTimeout(resolve, 20));
        return {
          originMs: performance.timeOrigin,
          tokenMs: at('floor:token') ?? NaN,
          chartMs: at('floor:first-chart') ?? NaN,
          allMs: at('floor:all') ?? NaN,
        };
      });
      return {
        launchToChart: originMs + chartMs - clickedMs,
        tokenToChart: chartMs - tokenMs,
        tokenToAll: allMs - tokenMs,
      };
    });
  } finally {
    servers.serve('app');
  }
}
