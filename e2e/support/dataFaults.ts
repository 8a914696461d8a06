import { expect, type Page } from '@playwright/test';
import { launchAddress, setFaults, waitForState, type Faults } from './launching.ts';
import { pointsByLoinc, rawObservations, type RawObservation } from './rawObservations.ts';
import { accountOf, shownSeries } from './recordScreens.ts';
import { sandboxApi } from './sandboxApi.ts';
import { loincOf } from './serverComparison.ts';

/** The pages are so small that the search for laboratory results and the one for everything have several. */
const PAGE_SIZES = {
  kidney: 100,
  /** This story is quick to read. Most faults need no larger one. */
  healthy: 1,
} as const;

type PagedPatient = keyof typeof PAGE_SIZES;

const CATEGORIES =
  'vital-signs laboratory social-history survey exam procedure therapy activity imaging'.split(' ');

/** Returns how many results there are and how many requests it takes to read each page once. */
export async function expectedSizes(patient: PagedPatient) {
  const held: SentObservation[] = await rawObservations(patient);
  const ofCategory = (wanted: string): number =>
    held.filter(({ category = [] }) =>
      category.some(({ coding = [] }) => coding.some(({ code }) => code === wanted)),
    ).length;
  const searches = [...CATEGORIES.map(ofCategory), held.length];
  const pages = searches.map((results) => Math.max(1, Math.ceil(results / PAGE_SIZES[patient])));
  return {
    all: held.length,
    laboratory: ofCategory('laboratory'),
    requests: pages.reduce((sum, one) => sum + one, 0),
  };
}

/** The tests read the Observations that the browser received from the responses themselves. */
type ArrivedObservations = {
  /** Returns each id and version once. */
  observations(): Promise<RawObservation[]>;
  /** Returns the newest version of each id. */
  newest(): Promise<RawObservation[]>;
};

type SentObservation = RawObservation & {
  resourceType?: string;
  meta?: { versionId?: string };
  category?: { coding?: { code?: string }[] }[];
};
type SentBundle = { entry?: { resource?: SentObservation }[] };

/** Sets the faults, clears the log of the sandbox and opens the app on a patient. */
export async function openWithFaults(
  page: Page,
  fhir: Faults,
  patient: PagedPatient = 'healthy',
): Promise<ArrivedObservations> {
  await setFaults({ pageSize: PAGE_SIZES[patient], fhir: { type: 'Observation', ...fhir } });
  await sandboxApi('requests', { method: 'DELETE' });
  await keepBodies(page);
  await page.goto(await launchAddress({ patient, kind: 'tab' }));
  const observations = async (): Promise<SentObservation[]> => {
    const entries = (await bodiesOf(page)).flatMap((text) => bundleIn(text)?.entry ?? []);
    const results = entries.flatMap(({ resource }) =>
      resource?.resourceType === 'Observation' ? resource : [],
    );
    return [...new Map(results.map((one) => [`${one.id} ${versionOf(one)}`, one])).values()];
  };
  return {
    observations,
    async newest() {
      const byAge = (await observations()).toSorted((a, b) => versionOf(a) - versionOf(b));
      return [...new Map(byAge.map((one) => [one.id, one])).values()];
    },
  };
}

/** Keeps the body of each page of Observations that arrived whole. */
const keepBodies = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const arrivedBodies: string[] = [];
    const { fetch: plain } = globalThis;
    globalThis.fetch = async (...asked) => {
      const response = await plain(...asked);
      if (response.ok && /\/fhir\/r4(\/Observation)?\?/.test(response.url)) {
        const keep = (text: string): unknown => arrivedBodies.push(text);
        response
          .clone()
          .text()
          .then(keep, () => {}); // A body that breaks off belongs to the fault.
      }
      return response;
    };
    Object.assign(globalThis, { arrivedBodies });
  });

const bodiesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'arrivedBodies') as string[]);

function bundleIn(text: string): SentBundle | undefined {
  try {
    return JSON.parse(text) as SentBundle;
  } catch {
    return undefined; // A body that is no JSON belongs to the fault.
  }
}

const versionOf = ({ meta }: SentObservation): number => Number(meta?.versionId);

/** Expects that the reading is over and that nothing on the screen says otherwise. */
export async function expectReadingEnded(page: Page, state: 'ready' | 'partial'): Promise<void> {
  await waitForState(page, [state], 40_000);
  await expect(page.locator('html')).toHaveAttribute('data-state', state);
  await expect(page.getByText(/loading|Trying again in/i)).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Expects every number that arrived on the screen, and no result that claims to be the latest. */
export async function expectArrivedResultsShown(page: Page, arrived: ArrivedObservations): Promise<void> {
  const observations = await arrived.observations();
  const raw = pointsByLoinc(observations);
  const shown = await shownSeries(page);
  expect(shown.map(({ id, count }) => ({ id, count }))).toEqual(
    shown.map((series) => ({ id: series.id, count: raw.get(loincOf(series))?.length ?? 0 })),
  );
  const codes = new Set(shown.map(loincOf));
  expect([...raw.keys()].filter((code) => !codes.has(code))).toEqual([]);
  const { received, drawn, listed, withdrawn, excluded, duplicate } = await accountOf(page);
  expect(received).toBe(observations.length);
  expect(drawn + listed + withdrawn + excluded + duplicate).toBe(received);
  expect(shown.filter(({ latest }) => latest !== undefined)).toEqual([]);
}

type Logged = { readonly path: string; readonly status: number };

/** Returns the requests for Observations in the log of the sandbox. */
async function requestsMade(): Promise<Logged[]> {
  const all = (await (await sandboxApi('requests')).json()) as Logged[];
  return all.filter(({ path }) => /^(\/Observation)?\?/.test(path));
}

/** Expects no storm: at most `most` requests for results and at most `mostOfOne` for the same address. */
export async function expectAtMostRequests(most: number, mostOfOne = 4): Promise<void> {
  const paths = (await requestsMade()).map(({ path }) => path);
  const often = new Map<string, number>();
  for (const path of paths) often.set(path, (often.get(path) ?? 0) + 1);
  expect(paths.length, 'requests for results').toBeLessThanOrEqual(most);
  expect(Math.max(0, ...often.values()), 'requests for one address').toBeLessThanOrEqual(mostOfOne);
}

/** The clock of the waiting times ticks every second. The test lets it tick ten times as often. */
export const shortenTimeouts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { setInterval: plain } = globalThis;
    globalThis.setInterval = ((handler: () => void, ms?: number, ...more: unknown[]) =>
      plain(handler, ms === 1000 ? 100 : ms, ...more)) as typeof setInterval;
  });
