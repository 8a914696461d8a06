import type { Row } from '../report/row.ts';
import { median } from '../report/statistics.ts';
import { firstAddresses, longestTask, markOf, resultAddresses, sinceToken } from '../runs/appFigures.ts';
import { runApp, type AppRun } from '../runs/appRun.ts';
import { runFloor, type FloorRun } from '../runs/floorRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import { grownPatient, SIZES } from '../servers/patients.ts';
import type { Bench, Measure } from './measure.ts';

type SizeRuns = {
  readonly count: number;
  readonly app: readonly AppRun[];
  readonly first: readonly FloorRun[];
  readonly pages: readonly FloorRun[];
  readonly links: readonly FloorRun[];
};

/** Measures first chart, whole record and the longest task for 200 to 100,000 results, and how they grow. */
export const growth: Measure = async (bench) => {
  bench.servers.wire.roundTripMs = 50;
  const counts = bench.isQuick ? [200, 20_000] : SIZES;
  const sizes: SizeRuns[] = [];
  for (const count of counts) sizes.push(await runsOf(bench, count));
  return [...firstChartRows(sizes), ...sizes.flatMap(wholeRecordRows), ...growthRows(sizes)];
};

async function runsOf(bench: Bench, count: number): Promise<SizeRuns> {
  const { browser, servers } = bench;
  const patient = grownPatient(count);
  let app: AppRun | undefined;
  const floor =
    (addresses: (run: AppRun) => readonly string[], isDrawing: boolean, isFollowing = false) =>
    () =>
      runFloor(browser, servers, patient, {
        addresses: app === undefined ? [] : addresses(app),
        isFollowing,
        isDrawing,
      });
  // Returns the largest pages that the app asks this EHR for, one after the other.
  const oneByOne = (): readonly string[] => [
    `${servers.ehrOrigin}/fhir/r4/Observation?patient=${patient}&_count=1000`,
  ];
  const runs = await interleaved(bench, {
    app: async () => (app = await runApp(browser, servers, { patient })),
    first: floor(firstAddresses, true),
    pages: floor(resultAddresses, false),
    links: floor(oneByOne, false, true),
  });
  return { count, ...runs };
}

const countText = (count: number): string => count.toLocaleString('en-US');

const toChart = ({ app }: SizeRuns): readonly number[] => app.map((run) => sinceToken(run, 'first-chart'));
const toComplete = ({ app }: SizeRuns): readonly number[] => app.map((run) => sinceToken(run, 'complete'));
const longest = ({ app }: SizeRuns): readonly number[] =>
  app.map((run) => longestTask(run, markOf(run, 'boot'), run.restMs));

/** The smallest record is the floor of the largest: how much there is must not delay the first chart. */
function firstChartRows(sizes: readonly SizeRuns[]): readonly Row[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  return [
    {
      name: `Token response to first chart, ${countText(largest.count)} against ${countText(smallest.count)} results`,
      unit: 'ms',
      goal: { kind: 'ratio', value: 1.15 },
      floor: toChart(smallest),
      ours: toChart(largest),
    },
  ];
}

const wholeRecordRows = (size: SizeRuns): readonly Row[] => [
  {
    name: `First chart of ${countText(size.count)} results`,
    unit: 'ms',
    goal: { kind: 'none' },
    floor: size.first.map(({ tokenToChart }) => tokenToChart),
    ours: toChart(size),
  },
  {
    name: `Whole record of ${countText(size.count)} against the same pages at once`,
    unit: 'ms',
    goal: { kind: 'ratio', value: 1.15 },
    floor: size.pages.map(({ tokenToAll }) => tokenToAll),
    ours: toComplete(size),
  },
  {
    name: `Whole record of ${countText(size.count)} against next links one by one`,
    unit: 'ms',
    goal: size.count >= 20_000 ? { kind: 'ratio', value: 0.3 } : { kind: 'none' },
    floor: size.links.map(({ tokenToAll }) => tokenToAll),
    ours: toComplete(size),
  },
  {
    name: `Longest task while ${countText(size.count)} results arrive, scaled`,
    unit: 'ms',
    goal: { kind: 'atMost', value: 50 },
    ours: longest(size),
  },
];

/** The cost of one more result must not grow, so the floor is the ratio of the numbers of results. */
function growthRows(sizes: readonly SizeRuns[]): readonly Row[] {
  return sizes.slice(1).flatMap((larger, i): Row[] => {
    const smaller = sizes[i];
    if (smaller === undefined) return [];
    const grows = (what: string, times: (size: SizeRuns) => readonly number[]): Row => ({
      name: `Growth of ${what}, ${countText(smaller.count)} to ${countText(larger.count)}`,
      unit: '×',
      goal: { kind: 'ratio', value: 1 },
      floor: [larger.count / smaller.count],
      ours: [median(times(larger)) / median(times(smaller))],
    });
    return [grows('first chart', toChart), grows('whole record', toComplete)];
  });
}
