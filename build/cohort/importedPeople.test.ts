import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { fhirGet, obtainToken, postJson } from '../../sandbox/testSandbox.ts';
import {
  expectedLines,
  importArguments,
  importPopulation,
  outputFolder,
  sandbox,
  testParts,
  useSandbox,
} from './cohortFixture.ts';
import { importByArguments } from '../commands/cohort.ts';

const POPULATION = { seed: 7, count: 45 };
useSandbox(POPULATION);

const ID = 'person-00003';
const page = async (path = '/'): Promise<string> => (await fetch(sandbox.origin + path)).text();

const bundleOf = async (query: string, token: string): Promise<Bundle<FhirResource>> =>
  (await fhirGet(`${sandbox.fhirBase}/${query}`, token)).json();

/** Returns the exact text of every result of a person, from all pages of a search. */
async function searchedResults(query: string, token: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let url: string | undefined = `${sandbox.fhirBase}/${query}`; url !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const text = await (await fhirGet(url, token)).text();
    found.push(...[...text.matchAll(/"resource":(\{.*?\}),"search":\{"mode"/g)].map(([, one = '']) => one));
    const { link = [] }: Bundle = JSON.parse(text);
    url = link.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}

describe('imported people', () => {
  test('stand on the launch page by pages and by name, marked with their server, as soon as the import is there', async () => {
    expect(await page()).not.toContain('Imported people');
    await importPopulation();
    const first = await page();
    expect(first).toContain('Imported people (45)');
    expect(first.match(/value="person-\d+"/g)).toHaveLength(20);
    expect(first).toContain(`Imported from ${new URL(sandbox.origin).host}`);
    expect(first).toContain('value="adam"');
    const last = await page('/?find=&page=3');
    expect(last.match(/value="person-\d+"/g)).toHaveLength(5);
    expect(last).not.toContain('More imported people');
    const [, name = ''] = /"family":"([^"]+)"/.exec(expectedLines(POPULATION, 'Patient')[2] ?? '') ?? [];
    const found = await page(`/?find=${encodeURIComponent(name.toUpperCase())}`);
    expect(found.match(/value="person-\d+"/g)).toEqual([`value="${ID}"`]);
    expect((await page(`/?find=${ID}`)).match(/value="person-\d+"\s+required/g)).toHaveLength(1);
    expect(await page('/?find=%3Cscript%3Ealert(1)')).not.toContain('<script>alert');
    expect(await page('/?page=999999')).toContain('Nobody was found.');
  });

  test('are read and searched like the invented ones: by category, date and page, with each number as it was sent', async () => {
    await importPopulation(['--types', 'Observation,Encounter']);
    const { access_token: token, patient } = await obtainToken(sandbox, { patient: ID });
    expect(patient).toBe(ID);
    const own = expectedLines(POPULATION, 'Observation').filter((line) => line.includes(`Patient/${ID}"`));
    const found = await searchedResults(`Observation?patient=${ID}&_count=7`, token);
    expect(found.toSorted()).toEqual(own.toSorted());
    expect(own.some((line) => /"value":\d+\.\d*0,/.test(line))).toBe(true);
    const vitals = await bundleOf(`Observation?patient=${ID}&category=vital-signs&_count=100`, token);
    expect(vitals.total).toBe(own.filter((line) => line.includes('"code":"vital-signs"')).length);
    const late = await bundleOf(`Observation?patient=${ID}&date=ge2024-01-01&_count=100`, token);
    expect(late.total).toBe(own.filter((line) => /"effectiveDateTime":"202[4-9]/.test(line)).length);
    const encounters = await bundleOf(`Encounter?patient=${ID}`, token);
    expect(encounters.total).toBe(5);
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/person-00004`, token)).status).not.toBe(200);
  });

  test('belong to the generic server alone, and go with their import', async () => {
    await importPopulation();
    const launch = { patient: ID, kind: 'tab', vendor: 'epic' };
    const refused = await postJson(`${sandbox.origin}/api/launch`, launch);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: expect.stringContaining('generic') },
    ]);
    const { access_token: token } = await obtainToken(sandbox, { patient: ID });
    // Another import, of the invented people alone, takes the place of this one.
    await importByArguments(importArguments({ group: 'invented' }), testParts());
    expect((await fhirGet(`${sandbox.fhirBase}/Patient/${ID}`, token)).status).toBe(404);
    const text = await page();
    expect(text).toContain('Imported people (1)');
    expect(text).toContain('1 have the id of an invented person');
    expect(existsSync(join(outputFolder(), 'partial'))).toBe(false);
  });
});
