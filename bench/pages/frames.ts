import type { Page } from '@playwright/test';
import { quantile } from '../report/statistics.ts';

/** This says how the page answered while something was done to it, in milliseconds. */
export type Answering = {
  /** This is the longest time from one frame to the next. */
  readonly longestFrame: number;
  /** Three of four inputs were answered on screen in at most this time. Those within a frame count as 16 ms. */
  readonly inputP75: number;
};

declare global {
  interface Window {
    benchFrames: { readonly startMs: number; longestMs: number; isOver: boolean };
  }
}

/** Notes frames and inputs of the page while `act` does something `inputs` times, and until a third of a second after it. */
export async function watchAnswering(
  page: Page,
  inputs: number,
  act: () => Promise<void>,
): Promise<Answering> {
  await page.evaluate(() => {
    const watch = { startMs: performance.now(), longestMs: 0, isOver: false };
    window.benchFrames = watch;
    let beforeMs = watch.startMs;
    const frame = (nowMs: number): void => {
      watch.longestMs = Math.max(watch.longestMs, nowMs - beforeMs);
      beforeMs = nowMs;
      if (!watch.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame((nowMs) => {
      beforeMs = nowMs;
      requestAnimationFrame(frame);
    });
  });
  await act();
  await page.waitForTimeout(300);
  const { longestMs, durations } = await page.evaluate(() => {
    const watch = window.benchFrames;
    watch.isOver = true;
    const byInput = new Map<string, number>();
    for (const { atMs, durationMs, interaction } of window.benchProbe.inputs) {
      if (atMs < watch.startMs) continue;
      // The events of one press or one move belong together.
      const key = interaction > 0 ? `i${interaction}` : `t${atMs}`;
      byInput.set(key, Math.max(byInput.get(key) ?? 0, durationMs));
    }
    return { longestMs: watch.longestMs, durations: [...byInput.values()] };
  });
  const slowest = durations.toSorted((a, b) => b - a).slice(0, inputs);
  const quick = Array.from({ length: inputs - slowest.length }, () => 16);
  return { longestFrame: longestMs, inputP75: quantile([...slowest, ...quick], 0.75) };
}
