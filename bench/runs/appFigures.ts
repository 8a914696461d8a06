import type { AppRun, PageRequest } from './appRun.ts';

/** The limits of tasks and frames are meant for a machine on which the fixed piece of work takes this long: two idle cores. */
const FIXED_WORK_MS = 4;

/** Returns by how much this page was slower than it would be on two idle cores; a faster machine counts as one. */
export const slownessOf = ({ fixedWorkMs }: Pick<AppRun, 'fixedWorkMs'>): number =>
  Math.max(1, fixedWorkMs / FIXED_WORK_MS);

/** Returns the time of a mark of the app in the clock of its page; NaN where it was not set. */
export const markOf = ({ marks }: AppRun, name: string): number => marks[`longview:${name}`] ?? NaN;

/** Returns the time from the click on the launch link to a mark. */
export const sinceLaunch = (run: AppRun, name: string): number => run.launchToOriginMs + markOf(run, name);

/** Returns the time from the token response to a mark, or to rest. */
export const sinceToken = (run: AppRun, name: string): number =>
  (name === 'rest' ? run.restMs : markOf(run, name)) - markOf(run, 'token');

/** Returns the requests for the record, in the order in which they were sent. */
export const recordRequests = ({ requests }: AppRun): readonly PageRequest[] =>
  requests
    .filter(({ address }) => /\/fhir\/r4[/?]/.test(address) && !address.includes('/.well-known/'))
    .toSorted((a, b) => a.startMs - b.startMs);

const isOfResults = ({ address }: PageRequest): boolean => /\/fhir\/r4(?:\/Observation\b|\?)/.test(address);

/** Returns when the first answer with results had arrived. */
export const firstAnswerMs = (run: AppRun): number =>
  Math.min(
    ...recordRequests(run)
      .filter(isOfResults)
      .map(({ endMs }) => endMs),
  );

/** Returns what was asked for before any result was there: Patient and the first searches. */
export const firstAddresses = (run: AppRun): readonly string[] =>
  recordRequests(run)
    .filter(({ startMs }) => startMs < firstAnswerMs(run))
    .map(({ address }) => address);

/** Returns every page of results that was asked for, the Patient too. */
export const resultAddresses = (run: AppRun): readonly string[] =>
  recordRequests(run)
    .filter((request) => isOfResults(request) || request.address.includes('/fhir/r4/Patient'))
    .map(({ address }) => address);

/** Returns everything of the record that was asked for before rest. */
export const addressesBeforeRest = (run: AppRun): readonly string[] =>
  recordRequests(run)
    .filter(({ startMs }) => startMs < run.restMs)
    .map(({ address }) => address);

/** Returns the script files that were asked for before rest. */
export const scriptsBeforeRest = ({ requests, restMs }: AppRun): readonly PageRequest[] =>
  requests.filter(({ address, startMs }) => new URL(address).pathname.endsWith('.js') && startMs < restMs);

/**
 * Returns in how many waves the scripts came after the first. Those that the page names itself are the first, and were asked for before
 * `bootMs`: they come one after another from the cache that the launch has filled. Any other belongs to the wave after the last one that had
 * ended before it was asked for.
 */
export function laterWaves(scripts: readonly PageRequest[], bootMs: number): number {
  const waves: { readonly wave: number; readonly endMs: number }[] = [];
  for (const { startMs, endMs } of scripts.toSorted((a, b) => a.startMs - b.startMs)) {
    const before = waves.filter((one) => one.endMs <= startMs).map(({ wave }) => wave);
    waves.push({ wave: startMs < bootMs ? 0 : 1 + Math.max(-1, ...before), endMs });
  }
  return Math.max(0, ...waves.map(({ wave }) => wave));
}

/** Returns the bytes of the app, as they were sent, that had arrived before the first chart: the page, scripts, style, catalog. */
export function bytesBeforeChart(run: AppRun, appOrigin: string): number {
  const own = run.requests.filter(
    ({ address, endMs }) => address.startsWith(`${appOrigin}/assets/`) && endMs < markOf(run, 'first-chart'),
  );
  return own.reduce((sum, { bytes }) => sum + bytes, run.pageBytes);
}

/** Returns the sum of the layout shifts after the first chart. */
export const shiftAfterChart = (run: AppRun): number =>
  run.shifts
    .filter(({ atMs }) => atMs > markOf(run, 'first-chart'))
    .reduce((sum, { value }) => sum + value, 0);

/**
 * Returns the longest task between two moments, as it would be on two idle cores. 0 means that the browser reported none,
 * which it does from 50 ms on.
 */
export const longestTask = (
  run: Pick<AppRun, 'tasks' | 'fixedWorkMs'>,
  fromMs: number,
  toMs: number,
): number =>
  Math.max(
    0,
    ...run.tasks
      .filter(({ atMs, durationMs }) => atMs + durationMs > fromMs && atMs < toMs)
      .map(({ durationMs }) => durationMs),
  ) / slownessOf(run);
