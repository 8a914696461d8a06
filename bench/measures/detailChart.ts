import type { Page } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { measureFixedWork, waitForRest } from '../pages/probe.ts';
import { quantile } from '../report/statistics.ts';
import { slownessOf } from '../runs/appFigures.ts';
import { openApp } from '../runs/appRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import { DETAIL_SIZES, potassiumPatient } from '../servers/patients.ts';
import type { Bench, Measure } from './measure.ts';

type DetailRun = { readonly mount: number; readonly hoverP95: number };

/** Compares the detail chart of 100,000 results with that of 200: mount and hover. */
export const detailChart: Measure = async (bench) => {
  bench.servers.wire.roundTripMs = 0;
  const [small, large] = DETAIL_SIZES;
  const { few, many } = await interleaved(bench, {
    few: () => runDetail(bench, small),
    many: () => runDetail(bench, large),
  });
  return [
    {
      name: 'Mount of a detail chart, 100,000 against 200 points',
      unit: 'ms',
      goal: { kind: 'ratio', value: 2.5 },
      floor: few.map(({ mount }) => mount),
      ours: many.map(({ mount }) => mount),
    },
    {
      name: 'Hover over a detail chart of 100,000 points, p95 to the next frame, scaled',
      unit: 'ms',
      goal: { kind: 'atMost', value: 25 },
      floor: few.map(({ hoverP95 }) => hoverP95),
      ours: many.map(({ hoverP95 }) => hoverP95),
    },
  ];
};

const runDetail = ({ browser, servers }: Bench, count: number): Promise<DetailRun> =>
  withPage(browser, TAB, async (page) => {
    await openApp(page, servers, potassiumPatient(count));
    await page.evaluate(waitForRest);
    // The first time loads the code of the chart.
    await mountChart(page);
    await page.evaluate(waitForRest);
    await page.evaluate(() => void (location.hash = '#'));
    await page.evaluate(waitForRest);
    const mount = await mountChart(page);
    await page.evaluate(waitForRest);
    const slowness = slownessOf({ fixedWorkMs: await page.evaluate(measureFixedWork) });
    return { mount, hoverP95: quantile(await hoverOver(page), 0.95) / slowness };
  });

/** Opens the chart with the whole record in its window and returns how long it took until a frame showed its marks. */
const mountChart = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const startMs = performance.now();
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    location.hash = '#series=k&window=all';
    // oxlint-disable-next-line no-await-in-loop -- it waits for the page
    while (document.querySelector('main [role="slider"] [data-mark]') === null) await frame();
    await frame();
    return performance.now() - startMs;
  });

/** Moves a pointer over the chart, one step a frame, and returns the times from each move to the next frame. */
const hoverOver = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const chart = document.querySelector('main [role="slider"]');
    const box = chart?.getBoundingClientRect();
    if (!chart || !box) return [];
    const times: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      await frame();
      const startMs = performance.now();
      const at = { clientX: box.x + box.width * (0.1 + i * 0.013), clientY: box.y + box.height / 2 };
      const target = document.elementFromPoint(at.clientX, at.clientY) ?? chart;
      for (const type of ['pointermove', 'mousemove'])
        target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, pointerType: 'mouse' }));
      await frame();
      times.push(performance.now() - startMs);
    }
    return times;
  });
