import type { Page } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { watchAnswering, type Answering } from '../pages/frames.ts';
import { measureFixedWork, waitForRest } from '../pages/probe.ts';
import type { Row } from '../report/row.ts';
import { slownessOf } from '../runs/appFigures.ts';
import { openApp } from '../runs/appRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import type { Bench, Measure } from './measure.ts';

const THROTTLE = 4;
const TILES = 24;
/** It is tall enough that 24 tiles are seen at once. Everything else is done in a usual window. */
const TALL = { width: 1366, height: 2000 };

type Session = Readonly<Record<string, Answering>>;

/** Measures what a hand does on a main thread that is four times slower: hover, type, open, zoom, scroll. */
export const interaction: Measure = async (bench) => {
  bench.servers.wire.roundTripMs = 0;
  const { session } = await interleaved(bench, { session: () => runSession(bench) });
  const names = Object.keys(session[0] ?? {});
  return names.flatMap((name): Row[] => [
    {
      name: `${name}: input p75 at 4 × slower, scaled`,
      unit: 'ms',
      goal: { kind: 'atMost', value: 100 },
      ours: session.map((one) => one[name]?.inputP75 ?? NaN),
    },
    {
      name: `${name}: longest frame at 4 × slower, scaled`,
      unit: 'ms',
      goal: { kind: 'atMost', value: 50 },
      ours: session.map((one) => one[name]?.longestFrame ?? NaN),
    },
  ]);
};

const runSession = ({ browser, servers }: Bench): Promise<Session> =>
  withPage(browser, TALL, async (page) => {
    await openApp(page, servers, 'kidney');
    await page.evaluate(waitForRest);
    const slowness = slownessOf({ fixedWorkMs: await page.evaluate(measureFixedWork) });
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const session: Record<string, Answering> = {};
    for (const { name, inputs, act } of ACTS) {
      const { longestFrame, inputP75 } = await watchAnswering(page, inputs, () => act(page));
      session[name] = { longestFrame: longestFrame / slowness, inputP75: inputP75 / slowness };
      await page.setViewportSize(TAB);
      await page.evaluate(waitForRest);
    }
    return session;
  });

type Act = { readonly name: string; readonly inputs: number; readonly act: (page: Page) => Promise<void> };

const WORD = 'potassium';
const SCROLLS = 20;

const ACTS: readonly Act[] = [
  { name: 'Hover over 24 tiles', inputs: TILES * 5, act: hoverOverTiles },
  {
    name: 'Typing in the search',
    inputs: WORD.length + 1,
    act: async (page) => {
      const search = page.getByRole('combobox', { name: /^Search/ }).first();
      await search.click();
      await search.pressSequentially(WORD, { delay: 120 });
    },
  },
  {
    name: 'Opening a result',
    inputs: 1,
    act: async (page) => {
      await page.locator('main [data-series="k"]').first().click();
      await page.locator('main [role="slider"] [data-mark]').first().waitFor();
    },
  },
  {
    name: 'Zoom',
    inputs: 4,
    act: async (page) => {
      for (const name of ['Zoom in', 'Earlier', 'Zoom in', 'Zoom out']) {
        await page.getByRole('button', { name, exact: true }).click();
        await page.waitForTimeout(250);
      }
    },
  },
  {
    name: 'Opening the grid',
    inputs: 1,
    act: async (page) => {
      await page.getByRole('link', { name: 'Results', exact: true }).click();
      await page.getByRole('grid').waitFor();
    },
  },
  {
    name: 'Scrolling the grid',
    inputs: SCROLLS,
    act: async (page) => {
      await page.mouse.move(TAB.width / 2, TAB.height / 2);
      for (let i = 0; i < SCROLLS; i += 1) {
        await page.mouse.wheel(i % 4 === 3 ? -400 : 0, 60);
        await page.waitForTimeout(50);
      }
      const isScrolled = await page
        .getByRole('grid')
        .evaluate((grid) => (grid.parentElement?.scrollTop ?? 0) > 0);
      if (!isScrolled) throw new Error('The grid did not scroll.');
    },
  },
];

async function hoverOverTiles(page: Page): Promise<void> {
  const boxes = await page
    .locator('main a[data-series]')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().toJSON() as DOMRect));
  const seen = boxes.filter(({ y, width }) => y > 0 && y < 1950 && width > 100).slice(0, TILES);
  if (seen.length < TILES) throw new Error(`Only ${seen.length} tiles are seen.`);
  for (const { x, y, width, height } of seen) {
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) await page.mouse.move(x + width * part, y + height * 0.6);
  }
}
