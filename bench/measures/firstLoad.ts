import type { Row } from '../report/row.ts';
import {
  addressesBeforeRest,
  bytesBeforeChart,
  firstAddresses,
  firstAnswerMs,
  laterWaves,
  longestTask,
  markOf,
  recordRequests,
  scriptsBeforeRest,
  shiftAfterChart,
  sinceLaunch,
  sinceToken,
} from '../runs/appFigures.ts';
import { runApp, type AppRun } from '../runs/appRun.ts';
import { runFloor, type FloorRun } from '../runs/floorRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import type { Bench, Measure } from './measure.ts';

/** Most launches open a patient like this one: a few years of results, medication and visits. */
const PATIENT = 'kidney';

type Runs = {
  readonly app: readonly AppRun[];
  readonly first: readonly FloorRun[];
  readonly all: readonly FloorRun[];
};

/** Measures launch, first chart and the overview at rest, at round trips of 50, 150 and 0 ms. */
export const firstLoad: Measure = async (bench) => {
  const rows: Row[] = [];
  for (const roundTripMs of bench.isQuick ? [50, 150] : [50, 150, 0]) {
    const runs = await runsAt(bench, roundTripMs);
    rows.push(...timeRows(runs, roundTripMs));
    if (roundTripMs === 50)
      rows.push(...weightRows(runs.app, bench.servers.appOrigin), ...stageRows(runs.app));
  }
  return rows;
};

function runsAt(bench: Bench, roundTripMs: number): Promise<Runs> {
  const { browser, servers } = bench;
  let app: AppRun | undefined;
  const floor = (addresses: (run: AppRun) => readonly string[], isDrawing: boolean) => () =>
    runFloor(browser, servers, PATIENT, {
      addresses: app === undefined ? [] : addresses(app),
      isFollowing: false,
      isDrawing,
    });
  servers.wire.roundTripMs = roundTripMs;
  return interleaved(bench, {
    app: async () => (app = await runApp(browser, servers, { patient: PATIENT })),
    first: floor(firstAddresses, true),
    all: floor(addressesBeforeRest, false),
  });
}

const timeRows = ({ app, first, all }: Runs, roundTripMs: number): readonly Row[] => [
  {
    name: `Launch to first chart, ${roundTripMs} ms round trip`,
    unit: 'ms',
    goal: roundTripMs === 0 ? { kind: 'none' } : { kind: 'ratio', value: 1.1 },
    floor: first.map(({ launchToChart }) => launchToChart),
    ours: app.map((run) => sinceLaunch(run, 'first-chart')),
  },
  {
    name: `Token response to first tile, ${roundTripMs} ms round trip`,
    unit: 'ms',
    goal: roundTripMs === 0 ? { kind: 'none' } : { kind: 'ratio', value: 1.25 },
    floor: first.map(({ tokenToChart }) => tokenToChart),
    ours: app.map((run) => sinceToken(run, 'first-chart')),
  },
  {
    name: `Token response to overview at rest, ${roundTripMs} ms round trip`,
    unit: 'ms',
    goal: roundTripMs === 0 ? { kind: 'none' } : { kind: 'ratio', value: 1.25, plusMs: 200 },
    floor: all.map(({ tokenToAll }) => tokenToAll),
    ours: app.map((run) => sinceToken(run, 'rest')),
  },
];

const weightRows = (app: readonly AppRun[], appOrigin: string): readonly Row[] => [
  {
    name: 'Script files before rest',
    unit: '',
    goal: { kind: 'atMost', value: 12 },
    ours: app.map((run) => scriptsBeforeRest(run).length),
  },
  {
    name: 'Waves of scripts after the first, before rest',
    unit: '',
    goal: { kind: 'atMost', value: 1 },
    ours: app.map((run) => laterWaves(scriptsBeforeRest(run), markOf(run, 'boot'))),
  },
  {
    name: 'Requests for the record before rest',
    unit: '',
    goal: { kind: 'none' },
    ours: app.map((run) => addressesBeforeRest(run).length),
  },
  {
    name: 'Bytes of the app before the first chart, gzip',
    unit: 'kB',
    goal: { kind: 'atMost', value: 140 },
    ours: app.map((run) => bytesBeforeChart(run, appOrigin) / 1000),
  },
  {
    name: 'Layout shift from first chart to rest, tab',
    unit: '',
    goal: { kind: 'atMost', value: 0.02 },
    ours: app.map(shiftAfterChart),
  },
  {
    name: 'Longest task from boot to rest, scaled',
    unit: 'ms',
    goal: { kind: 'atMost', value: 50 },
    ours: app.map((run) => longestTask(run, markOf(run, 'boot'), run.restMs)),
  },
];

/** Says where the time goes between the token response and rest. */
function stageRows(app: readonly AppRun[]): readonly Row[] {
  const stage = (name: string, from: (run: AppRun) => number, to: (run: AppRun) => number): Row => ({
    name: `Stage: ${name}`,
    unit: 'ms',
    goal: { kind: 'none' },
    ours: app.map((run) => to(run) - from(run)),
  });
  const token = (run: AppRun): number => markOf(run, 'token');
  const firstRequest = (run: AppRun): number => recordRequests(run)[0]?.startMs ?? NaN;
  const firstChart = (run: AppRun): number => markOf(run, 'first-chart');
  const complete = (run: AppRun): number => markOf(run, 'complete');
  return [
    stage('boot to token response', (run) => markOf(run, 'boot'), token),
    stage('token response to first request', token, firstRequest),
    stage('first request to first answer with results', firstRequest, firstAnswerMs),
    stage('first answer to first chart', firstAnswerMs, firstChart),
    stage('first chart to all results read', firstChart, complete),
    stage('all results read to rest', complete, ({ restMs }) => restMs),
  ];
}
