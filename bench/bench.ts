import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { readArgumentsAndWords, runCommand, UsageError } from '../build/commands/arguments.ts';
import { detailChart } from './measures/detailChart.ts';
import { firstLoad } from './measures/firstLoad.ts';
import { growth } from './measures/growth.ts';
import { interaction } from './measures/interaction.ts';
import { layoutShift } from './measures/layoutShift.ts';
import type { Bench, Measure } from './measures/measure.ts';
import { memory } from './measures/memory.ts';
import { screens } from './measures/screens.ts';
import { slowPhone } from './measures/slowPhone.ts';
import { launchBrowser } from './pages/browser.ts';
import { verdictOf, type Row } from './report/row.ts';
import { tableOf } from './report/table.ts';
import { startBenchServers } from './servers/benchServers.ts';

const MEASURES: Readonly<Record<string, Measure>> = {
  firstLoad,
  layoutShift,
  growth,
  screens,
  interaction,
  detailChart,
  memory,
  slowPhone,
};
/** These measure loading alone, which takes about two minutes. */
const QUICK_MEASURES = ['firstLoad', 'layoutShift', 'growth'];
const RUNS = 5;
const QUICK_RUNS = 3;

/** `npm run bench` measures everything, or what is named, and prints one table. docs/performance.md says what each row means. */
export const runBench = (args: readonly string[]): Promise<void> =>
  runCommand(() => measureAll(benchOrder(args)));

const OPTIONS = {
  quick: { type: 'boolean', help: `${QUICK_MEASURES.join(', ')} alone, ${QUICK_RUNS} runs of each` },
  runs: { type: 'string', help: `how often each is measured; ${RUNS} without it` },
} as const;

type BenchOrder = { readonly names: readonly string[]; readonly runs: number; readonly isQuick: boolean };

/**
 * Returns what is to be measured.
 * @throws {UsageError} for a measure that there is not, or a number of runs that is none
 */
export function benchOrder(args: readonly string[]): BenchOrder {
  const { values, words } = readArgumentsAndWords('npm run bench', args, OPTIONS);
  const unknown = words.filter((name) => !Object.hasOwn(MEASURES, name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`,
    );
  const isQuick = values.quick === true;
  const { runs = String(isQuick ? QUICK_RUNS : RUNS) } = values;
  if (!/^[1-9]\d{0,2}$/.test(runs))
    throw new UsageError(`--runs=${runs}: expected how often each is measured, a number from 1 to 999.`);
  const names = words.length > 0 ? words : isQuick ? QUICK_MEASURES : Object.keys(MEASURES);
  return { names, runs: Number(runs), isQuick };
}

async function measureAll({ names, runs, isQuick }: BenchOrder): Promise<void> {
  const servers = await startBenchServers();
  const browser = await launchBrowser(servers);
  try {
    const bench: Bench = { browser, servers, runs, isQuick };
    const { rows, failures } = await measured(bench, names);
    const machine = machineText(browser.version(), runs);
    console.log(`\n${tableOf(rows)}\n\n${machine}`);
    saveResults({ machine, rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })), failures });
    if (failures.length > 0 || rows.some((row) => verdictOf(row) === 'not measured')) process.exitCode = 1;
  } finally {
    await browser.close();
    await servers.close();
  }
}

async function measured(bench: Bench, names: readonly string[]) {
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const name of names) {
    const startMs = performance.now();
    try {
      const own = await (MEASURES[name]?.(bench) ?? []);
      rows.push(...own);
      for (const { name: row, ours, floor = [] } of own) console.log(`${row}: ${listText(ours, floor)}`);
    } catch (error) {
      failures.push(`${name}: ${String(error)}`);
      console.error(`${name} could not be measured:`, error);
    }
    console.log(`(${name}: ${((performance.now() - startMs) / 1000).toFixed(0)} s)`);
  }
  return { rows, failures };
}

/** All runs stand on the screen, so that one can see how far apart they are. */
const listText = (ours: readonly number[], floor: readonly number[]): string =>
  [floor, ours]
    .map((values) => values.map((value) => Number(value.toPrecision(4))).join(' '))
    .filter((text) => text !== '')
    .join(' → ');

const machineText = (browser: string, runs: number): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}, ` +
  `headless Chromium ${browser}, Node ${process.version}, ${runs} runs of each, ${new Date().toISOString()}`;

function saveResults(results: object): void {
  mkdirSync('bench/results', { recursive: true });
  const name = new Date().toISOString().replaceAll(/[:.]/g, '-');
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
}
