import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { FhirResource } from 'fhir/r4';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Faults } from '../../sandbox/faults/faults.ts';
import { personResources, populationIds } from '../../sandbox/bulk/population.ts';
import { fhirJson } from '../../sandbox/decimals.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { adam, APP_ORIGIN, postJson, setFaults } from '../../sandbox/testSandbox.ts';
import { importByArguments, type CohortParts } from '../commands/cohort.ts';
import type { ImportResult } from './importCohort.ts';
import { writeNewKey } from './privateKey.ts';

/** Few people are enough for what goes wrong. */
export const SMALL_POPULATION = { seed: 7, count: 6 };
/** So many people fill several files of one type. */
export const THOUSAND_PEOPLE = { seed: 18, count: 1000 };

export let sandbox: Sandbox;
export let folder: string;
/** This is everything that the imports of a test have said. */
export let said: string[] = [];

/** Starts a sandbox with such a population for the tests of a file, and registers the client "cohort" with a new key. */
export function useSandbox(population = SMALL_POPULATION): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'longview-cohort-'));
    sandbox = await startSandbox({
      port: 0,
      appOrigin: APP_ORIGIN,
      stories: [adam],
      population,
      cohortFolder: join(folder, 'out'),
    });
    await registerKey(await writeNewKey(keyFile()));
  });
  afterEach(async () => {
    await setFaults(sandbox);
    await fetch(`${sandbox.origin}/api/backend-requests`, { method: 'DELETE' });
    rmSync(outputFolder(), { recursive: true, force: true });
    said = [];
  });
  afterAll(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

export const keyFile = (): string => join(folder, 'client.key.json');
export const publicKeyFile = (): string => join(folder, 'client.key.jwks.json');
export const outputFolder = (): string => join(folder, 'out');

/** Registers the public keys of a file. */
export async function registerKey(file: string, clientId = 'cohort'): Promise<void> {
  const jwks: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const response = await postJson(`${sandbox.origin}/api/backend-clients`, { clientId, jwks });
  if (response.status !== 204) throw new Error(await response.text());
}

/** Nobody waits in a test. The waits are kept to be looked at, and the clock goes on by them. */
export function testParts(signal?: AbortSignal): CohortParts & { readonly waitsMs: number[] } {
  const waitsMs: number[] = [];
  let passedMs = 0;
  return {
    waitsMs,
    screen: { isTerminal: false, write: (text) => void said.push(text) },
    clock: {
      now: () => Date.now() + passedMs,
      wait: async (ms) => {
        signal?.throwIfAborted();
        waitsMs.push(ms);
        passedMs += ms;
      },
    },
    signal,
  };
}

type Import = { readonly server?: string; readonly key?: string; readonly group?: string };

/** Returns the arguments by which the client "cohort" imports a Group of the sandbox, or all people where none is named. */
export const importArguments = ({
  server = sandbox.fhirBase,
  key = keyFile(),
  group,
}: Import = {}): readonly string[] =>
  ['--server', server, '--client-id', 'cohort', '--key', key, '--out', outputFolder()].concat(
    group === undefined ? [] : ['--group', group],
  );

/** Imports the population of the sandbox with these arguments besides. */
export const importPopulation = (more: readonly string[] = [], parts = testParts()): Promise<ImportResult> =>
  importByArguments([...importArguments({ group: 'population' }), ...more], parts);

export const withBulk = (bulk: NonNullable<Faults['bulk']>): Promise<void> => setFaults(sandbox, { bulk });

export type SeenRequests = {
  readonly token: readonly {
    readonly form: Readonly<Record<string, string>>;
    readonly authorization: boolean;
    readonly status: number;
  }[];
  readonly bulk: readonly {
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly hasToken: boolean;
    readonly headers: Readonly<Record<string, string>>;
  }[];
};

/** Returns what the sandbox was asked since the faults were set last. */
export async function seenRequests(): Promise<SeenRequests> {
  return (await fetch(`${sandbox.origin}/api/backend-requests`)).json();
}

/** Imports and returns what the sandbox was asked. */
export async function seenAfterImport(more: readonly string[] = []): Promise<SeenRequests> {
  await importPopulation(more);
  return seenRequests();
}

/** Returns the assertions by which tokens were asked for. */
export const assertionsOf = ({ token }: SeenRequests): readonly string[] =>
  token.map(({ form }) => form['client_assertion'] ?? '');

/** Returns the lines of the finished import by type, or nothing where there is none. */
export function importedLines(): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const name of filesOf(outputFolder()).filter((path) => /\/[A-Z]\w+-\d+\.ndjson$/.test(path))) {
    const type = /([A-Z]\w+)-\d+\.ndjson$/.exec(name)?.[1] ?? '';
    const own = readFileSync(name, 'utf8').split('\n').filter(Boolean);
    lines.set(type, [...(lines.get(type) ?? []), ...own]);
  }
  return lines;
}

/** Returns every file below a folder. */
export function filesOf(path: string): readonly string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Returns the lines that an export of a population has, made by the seed and not by the export. */
export function expectedLines(population: typeof SMALL_POPULATION, type: string): readonly string[] {
  const key = JSON.stringify(population);
  const all = expected.get(key) ?? populationIds(population).flatMap((id) => personResources(population, id));
  expected.set(key, all);
  return all.filter(({ resourceType }) => resourceType === type).map((resource) => fhirJson(resource));
}

const expected = new Map<string, readonly FhirResource[]>();

/** Returns one hash of all lines, whatever their order. */
export const hashOf = (lines: readonly string[] = []): string =>
  createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
