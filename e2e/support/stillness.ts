import type { Frame, Page } from '@playwright/test';
import { appOrigin } from './launching.ts';

/** This is one movement of the page, in the measure of the Layout Instability API, with what moved. */
type LayoutShift = {
  readonly startTime: number;
  readonly value: number;
  readonly moved: readonly string[];
};

declare global {
  interface Window {
    stillness?: { readonly shifts: LayoutShift[]; readonly changes: string[] };
  }
}

/**
 * Notes each layout shift of every page that is opened from now on, and what changes in the document after `longview:settled`,
 * the clock excepted. Chromium reports layout shifts; https://wicg.github.io/layout-instability/.
 */
export async function watchStillness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const nameOf = (node: Node | null | undefined): string => {
      const element = node instanceof Element ? node : node?.parentElement;
      const text = element?.textContent?.trim().slice(0, 40) ?? '';
      return element
        ? `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${text}`
        : 'removed';
    };
    const shifts: LayoutShift[] = [];
    const changes: string[] = [];
    Object.assign(globalThis, { stillness: { shifts, changes } });
    type Shift = PerformanceEntry & {
      value: number;
      sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const { startTime, value, sources } = entry;
        const moved = sources.map(
          ({ node, previousRect: was, currentRect: is }) =>
            `${nameOf(node)}: ${was.x},${was.y} ${was.width}x${was.height} to ${is.x},${is.y} ${is.width}x${is.height}`,
        );
        shifts.push({ startTime, value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('longview:settled').length === 0) return;
      new MutationObserver((records) => {
        const seen = new Map<Node, Set<string>>();
        for (const { target, type, attributeName: name, oldValue } of records) {
          // Ages and the seconds of a notice go on with the clock.
          if (type === 'characterData') continue;
          if (type === 'attributes' && name !== null && target instanceof Element) {
            // React takes the name of a field away and gives it back. What is as it was before has not changed.
            const names = seen.get(target) ?? new Set();
            seen.set(target, names);
            if (names.has(name)) continue;
            names.add(name);
            if (target.getAttribute(name) === oldValue) continue;
          }
          changes.push(`${type} ${name ?? ''}: ${nameOf(target)}`);
        }
      }).observe(document.body, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeOldValue: true,
        characterData: true,
      });
    }).observe({ type: 'mark', buffered: true });
  });
}

/** Returns the frame of the app, which is the page itself unless it was launched in a frame of the EHR. */
const appFrameOf = (page: Page): Frame => {
  const frame = page
    .frames()
    .find((one) => one.url().startsWith(appOrigin()) && !one.url().includes('/launch.html'));
  if (!frame) throw new Error('The app is not open.');
  return frame;
};

export type Stillness = {
  /** This is what moved between the first chart and the end of the watching. */
  readonly shifts: readonly LayoutShift[];
  readonly total: number;
  /** This moved or changed after the mark `longview:settled`. */
  readonly afterSettled: readonly string[];
  readonly settledMarks: number;
};

const WATCHED_MS = 2000;

/** Waits until the screen says that it has settled, watches it for two seconds more, and returns what moved. */
export async function stillnessOf(page: Page): Promise<Stillness> {
  await page.waitForFunction(
    (origin) =>
      location.origin === origin ||
      [...document.querySelectorAll('iframe')].some((one) => one.title === 'Longview'),
    appOrigin(),
  );
  await appIsOpen(page);
  await appFrameOf(page).waitForFunction(
    () => performance.getEntriesByName('longview:settled').length > 0,
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(WATCHED_MS);
  return appFrameOf(page).evaluate(() => {
    const at = (name: string): number => performance.getEntriesByName(`longview:${name}`)[0]?.startTime ?? 0;
    const { shifts = [], changes = [] } = window.stillness ?? {};
    const after = shifts.filter(({ startTime }) => startTime >= at('first-chart'));
    return {
      shifts: after,
      total: after.reduce((sum, { value }) => sum + value, 0),
      afterSettled: [
        ...changes,
        ...shifts.filter(({ startTime }) => startTime > at('settled')).flatMap(({ moved }) => moved),
      ],
      settledMarks: performance.getEntriesByName('longview:settled').length,
    };
  });
}

async function appIsOpen(page: Page): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await appFrameOf(page).waitForFunction(() => document.documentElement.dataset['state'] !== undefined);
      return;
    } catch {
      // oxlint-disable-next-line no-await-in-loop -- the launch goes through several pages
      await page.waitForTimeout(100);
    }
  }
}
