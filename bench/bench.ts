import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
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
export async function runBench(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, runs: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(MEASURES, name));
  if (unknown.length > 0)
    throw new Error(
      `There is no measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`,
    );
  const runs = Number(values.runs ?? (values.quick ? QUICK_RUNS : RUNS));
  const names = positionals.length > 0 ? positionals : values.quick ? QUICK_MEASURES : Object.keys(MEASURES);
  const servers = await startBenchServers();
  const browser = await launchBrowser(servers);
  try {
    const bench: Bench = { browser, servers, runs, isQuick: values.quick };
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
