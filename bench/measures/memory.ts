import type { CDPSession, Page } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { waitForRest } from '../pages/probe.ts';
import { openApp } from '../runs/appRun.ts';
import type { Bench, Measure } from './measure.ts';

const TEN_PATIENTS = 'kidney healthy thyroid child pregnancy deceased chemo icu odd kidney'.split(' ');

/** This is a record of few results that has, as the long one, tests of many kinds and calculated values. */
const FEW = { patient: 'kidney', count: 741 };
/** The ids of this record are as long as those of a large vendor. */
const MANY = { patient: 'volume', count: 100_000 };

/** This is an hour with a refresh each minute. In the first third of it the browser still compiles code that is used again and again. */
const REFRESHES = 60;
const EARLY_REFRESHES = 20;

/** Measures what the page holds for each result, and whether it grows when ten patients follow one another in one window. */
export const memory: Measure = async (bench) => {
  bench.servers.wire.roundTripMs = 0;
  const [base, held] = [await heldBytes(bench, FEW.patient), await heldBytes(bench, MANY.patient)];
  const [first, last] = await tenPatients(bench);
  const [early, late] = await hourOfIntensiveCare(bench);
  return [
    {
      name: 'Memory for each of 100,000 results',
      unit: 'bytes',
      goal: { kind: 'atMost', value: 130 },
      ours: [(held - base) / (MANY.count - FEW.count)],
    },
    {
      name: 'Memory after ten patients in one window, against the first',
      unit: 'MB',
      goal: { kind: 'ratio', value: 1.1 },
      floor: [first / 1e6],
      ours: [last / 1e6],
    },
    {
      name: `Memory in intensive care after ${REFRESHES} refreshes, against ${EARLY_REFRESHES}`,
      unit: 'MB',
      goal: { kind: 'ratio', value: 1.1 },
      floor: [early / 1e6],
      ours: [late / 1e6],
    },
  ];
};

/** Returns the bytes that the page uses after a collection of garbage: its objects and the buffers of typed arrays. */
async function usedBytes(page: Page): Promise<number> {
  // The bench does not count what it keeps in the page itself.
  await page.evaluate(() => {
    performance.clearResourceTimings();
    for (const list of [window.benchProbe.shifts, window.benchProbe.tasks, window.benchProbe.inputs])
      list.splice(0);
  });
  const client: CDPSession = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i += 1) await client.send('HeapProfiler.collectGarbage');
  const used = (await client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await client.detach();
  return used.usedSize + (used.backingStorageSize ?? 0);
}

const heldBytes = ({ browser, servers }: Bench, patient: string): Promise<number> =>
  withPage(browser, TAB, async (page) => {
    await openApp(page, servers, patient);
    await page.evaluate(waitForRest);
    // The account screen has no curve, so only the record is left.
    await page.evaluate(() => void (location.hash = '#account'));
    await page.evaluate(waitForRest);
    return usedBytes(page);
  });

/** Opens ten patients one after another in one window and returns what it holds after the first and after the last. */
const tenPatients = ({ browser, servers }: Bench): Promise<readonly [number, number]> =>
  withPage(browser, TAB, async (page) => {
    const held: number[] = [];
    for (const patient of TEN_PATIENTS) {
      await openApp(page, servers, patient);
      await page.evaluate(waitForRest);
      held.push(await usedBytes(page));
    }
    // The first and the last are the same patient.
    return [held[0] ?? NaN, held.at(-1) ?? NaN];
  });

/** Reads the record of intensive care anew as often as in an hour and returns what the page holds early and in the end. */
const hourOfIntensiveCare = ({ browser, servers }: Bench): Promise<readonly [number, number]> =>
  withPage(browser, TAB, async (page) => {
    await openApp(page, servers, 'icu');
    await page.evaluate(waitForRest);
    let earlyBytes = NaN;
    for (let i = 1; i <= REFRESHES; i += 1) {
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      await page.evaluate(waitForRest);
      if (i === EARLY_REFRESHES) earlyBytes = await usedBytes(page);
    }
    return [earlyBytes, await usedBytes(page)];
  });
