import type { Page } from '@playwright/test';
import { stories } from '../../sandbox/patients/stories.ts';
import { fhirBases, VENDORS, type Vendor } from '../../sandbox/vendors/vendor.ts';
import { COLUMNS, csvLines, differences, parseCsv } from '../independent/csvTable.ts';
import { asObjects, asText, parseKeepingNumbers, type Json } from '../independent/rawJson.ts';
import { readIndependently, type CsvLine } from '../independent/reading.ts';
import { isReachable } from '../independent/vendorSearch.ts';
import { launchAddress, sandboxOrigin, waitForState } from '../support/launching.ts';
import { accountOf, downloadCsv, setFragment, type Account } from '../support/recordScreens.ts';
import { sandboxApi } from '../support/sandboxApi.ts';
import { expect, test } from '../support/test.ts';

/** Returns the Patient and the Observations of this patient at this vendor, among others. Numbers keep their spelling. */
async function resourcesAt(patient: string, vendor: Vendor): Promise<readonly Json[]> {
  const answer = await sandboxApi(`raw/${patient}?vendor=${vendor}`);
  return asObjects(parseKeepingNumbers(await answer.text()));
}

/**
 * Returns how many results come in an older version too. The Oracle-like system sends a changed result in
 * both versions; the others send the current one.
 */
function olderVersions(patient: string, vendor: Vendor): number {
  const earlier = stories.find(({ id }) => id === patient)?.earlierVersions?.() ?? [];
  const changed = earlier.filter(({ resourceType }) => resourceType === 'Observation').map(({ id }) => id);
  return vendor === 'oracle' ? new Set(changed).size : 0;
}

/** Reads the numbers on the account screen. */
async function accountOnScreen(page: Page): Promise<Account> {
  await setFragment(page, '#account=listed');
  const sum = page.locator('table[data-accounting]');
  await expect(sum).toBeVisible();
  const number = async (name: string): Promise<number> => {
    const row = sum.getByRole('row', { name: new RegExp(`^${name} `) });
    return Number((await row.getByRole('cell').first().textContent())?.replaceAll(',', ''));
  };
  return {
    received: await number('Received'),
    drawn: await number('Charted'),
    listed: await number('Not charted'),
    withdrawn: await number('Retracted'),
    excluded: await number('Excluded'),
    duplicate: await number('Earlier versions'),
  };
}

/** The app refuses a record that another one replaced, so none of it is read. */
const REPLACED = ['merged'];
const PATIENTS = stories
  .filter(({ id, isOnDemand }) => isOnDemand === undefined && !REPLACED.includes(id))
  .map(({ id }) => id);

/**
 * This vendor sends 7,500 results at 20 to a page, which takes a minute. The three others send them in
 * seconds.
 */
const isTooSlow = (patient: string, vendor: Vendor): boolean => patient === 'icu' && vendor === 'meditech';

for (const vendor of VENDORS) {
  for (const patient of PATIENTS.filter((one) => !isTooSlow(one, vendor))) {
    test(`${vendor}, ${patient}: the CSV and the account equal an independent reading of the raw resources`, async ({
      page,
    }) => {
      const resources = await resourcesAt(patient, vendor);
      const held = resources.filter(({ resourceType }) => resourceType === 'Observation');
      const person = resources.find(({ resourceType }) => resourceType === 'Patient');
      const reachable = held.filter((observation) => isReachable(observation, vendor));
      await page.goto(await launchAddress({ patient, kind: 'tab', vendor }));
      await waitForState(page, ['ready', 'partial'], 60_000);
      await expect(page.locator('html')).toHaveAttribute('data-state', /^(ready|partial)$/);
      const fhirBase = fhirBases(sandboxOrigin())[vendor];
      const { lines, timesMs, ...sums } = readIndependently(reachable, {
        patient,
        fhirBase,
        vendor,
        nowMs: Date.now(),
        birthDate: asText(person?.['birthDate']),
      });
      const [header, ...rows] = parseCsv(await downloadCsv(page));
      expect(header).toEqual(COLUMNS);
      expect(rows.filter((cells) => cells.length !== COLUMNS.length)).toEqual([]);
      const shown = csvLines(header ?? [], rows);
      expect(differences(shown, lines)).toEqual([]);
      expect(shown.length).toBe(lines.length);
      // A listed line needs a reason. A drawn line has none, unless a reader must check it.
      const isUnsaid = ({ drawn, reason = '' }: CsvLine): boolean =>
        drawn === 'yes' ? !/^(?:check .+)?$/.test(reason) : reason === '';
      expect(shown.filter(isUnsaid)).toEqual([]);
      // Results of the same time may come in any order, so only the times are compared.
      const moments = (of: readonly CsvLine[]): (number | undefined)[] =>
        of.map(({ observation_id: id = '' }) => timesMs.get(id));
      expect(moments(shown)).toEqual(moments(lines));

      const duplicate = olderVersions(patient, vendor);
      const account = { ...sums, received: reachable.length + duplicate, duplicate };
      expect(await accountOf(page)).toEqual(account);
      expect(await accountOnScreen(page)).toEqual(account);
    });
  }
}
