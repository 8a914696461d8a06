import type { Page } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { measureFixedWork, waitForRest } from '../pages/probe.ts';
import type { Row } from '../report/row.ts';
import { longestTask } from '../runs/appFigures.ts';
import { openApp } from '../runs/appRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import type { Bench, Measure } from './measure.ts';

const SCREENS = {
  'a result': '#series=k',
  'a comparison': '#compare=bp-sys,k,creat',
  'the grid': '#results=',
} as const;

/** Measures the longest task on opening each screen from the overview at rest. */
export const screens: Measure = async (bench) => {
  bench.servers.wire.roundTripMs = 50;
  const { visit } = await interleaved(bench, { visit: () => visitScreens(bench) });
  return Object.keys(SCREENS).map((name): Row => ({
    name: `Longest task on opening ${name}, scaled`,
    unit: 'ms',
    goal: { kind: 'atMost', value: 50 },
    ours: visit.map((one) => one[name] ?? NaN),
  }));
};

const visitScreens = ({ browser, servers }: Bench): Promise<Record<string, number>> =>
  withPage(browser, TAB, async (page) => {
    await openApp(page, servers, 'kidney');
    await page.evaluate(waitForRest);
    const longest: Record<string, number> = {};
    for (const [name, fragment] of Object.entries(SCREENS)) {
      longest[name] = await longestOnOpening(page, fragment);
      await goTo(page, '#');
    }
    return longest;
  });

async function goTo(page: Page, fragment: string): Promise<number> {
  const startMs = await page.evaluate((hash) => {
    location.hash = hash;
    return performance.now();
  }, fragment);
  await page.evaluate(waitForRest);
  return startMs;
}

async function longestOnOpening(page: Page, fragment: string): Promise<number> {
  const startMs = await goTo(page, fragment);
  const tasks = await page.evaluate(() => window.benchProbe.tasks);
  return longestTask({ tasks, fixedWorkMs: await page.evaluate(measureFixedWork) }, startMs, Infinity);
}
