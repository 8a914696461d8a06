import type { Browser, Frame, Page } from '@playwright/test';
import { TAB, withPage } from '../pages/browser.ts';
import { clickLaunch, clickLink } from '../pages/navigation.ts';
import { measureFixedWork, waitForRest } from '../pages/probe.ts';
import type { BenchServers } from '../servers/benchServers.ts';

/** This is a request of the page, in milliseconds of its clock. */
export type PageRequest = {
  readonly address: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly bytes: number;
};

/** This is what one page of the app did from its first script to rest, in milliseconds of its own clock. */
export type AppRun = {
  /** So much time passed from the click on the launch link to the start of this page's clock. */
  readonly launchToOriginMs: number;
  readonly marks: Readonly<Record<string, number>>;
  readonly requests: readonly PageRequest[];
  /** This is the page itself, as it was sent. */
  readonly pageBytes: number;
  readonly shifts: readonly { readonly atMs: number; readonly value: number }[];
  readonly tasks: readonly { readonly atMs: number; readonly durationMs: number }[];
  readonly restMs: number;
  readonly state: string;
  /** A fixed piece of work takes so long in this page. */
  readonly fixedWorkMs: number;
};

type LaunchOf = {
  readonly patient: string;
  readonly kind?: 'tab' | 'frame';
  readonly viewport?: { readonly width: number; readonly height: number };
};

/** Launches the app for a patient in a browser context of its own and waits for rest. `then` may go on with the page. */
export function runApp(
  browser: Browser,
  servers: BenchServers,
  { patient, kind = 'tab', viewport = TAB }: LaunchOf,
): Promise<AppRun> {
  return withPage(browser, viewport, async (page) => {
    const clickedMs = await openApp(page, servers, patient, kind);
    const frame = kind === 'frame' ? await appFrame(page, servers) : page.mainFrame();
    return readRun(frame, clickedMs);
  });
}

/** Opens the app for a patient in this page and returns when the link was clicked. */
export async function openApp(
  page: Page,
  servers: BenchServers,
  patient: string,
  kind: 'tab' | 'frame' = 'tab',
): Promise<number> {
  const address = await servers.launchAddress(patient, kind);
  return kind === 'tab' ? clickLaunch(page, address) : clickLink(page, address);
}

async function appFrame(page: Page, { appOrigin }: BenchServers): Promise<Frame> {
  const found = (): Frame | undefined =>
    page.frames().find((frame) => frame.url().startsWith(`${appOrigin}/index.html`));
  for (let frame = found(); ; frame = found()) {
    if (frame !== undefined) return frame;
    await page.waitForTimeout(20);
  }
}

/** Waits for rest in this frame and returns what its probe has seen. */
export async function readRun(frame: Frame, clickedMs: number): Promise<AppRun> {
  const quietMs = await frame.evaluate(waitForRest);
  const fixedWorkMs = await frame.evaluate(measureFixedWork);
  const seen = await frame.evaluate(() => {
    const sizes = (type: string) => performance.getEntriesByType(type) as PerformanceResourceTiming[];
    return {
      originMs: performance.timeOrigin,
      state: document.documentElement.dataset['state'] ?? '',
      pageBytes: sizes('navigation')[0]?.encodedBodySize ?? 0,
      marks: performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime] as const),
      requests: sizes('resource').map((entry) => ({
        address: entry.name,
        startMs: entry.startTime,
        endMs: entry.startTime + entry.duration,
        bytes: entry.encodedBodySize,
      })),
      shifts: window.benchProbe.shifts,
      tasks: window.benchProbe.tasks,
    };
  });
  const { originMs, marks, ...rest } = seen;
  // The first of each name counts; there are many marks of pages.
  const byName = Object.fromEntries(marks.toReversed());
  return {
    ...rest,
    marks: byName,
    restMs: byName['longview:settled'] ?? quietMs,
    launchToOriginMs: originMs - clickedMs,
    fixedWorkMs,
  };
}
