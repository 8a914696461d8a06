// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Detail } from './Detail.tsx';
import { detailRecord, NOW } from './detailFixture.tsx';
import { prepareUnits, useChosenUnits } from '../../parts/results/useChosenUnits.ts';
import type { Site } from '../../smart/site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

const KEY = 'longview.choice.general.units';

// The chart is loaded before the tests, so that none of them waits for it.
beforeAll(async () => {
  await import('../../charts/trend/TrendChart.tsx');
}, 60_000);

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const seriesWith = (
  id: string,
  code: string,
  unit: string,
  more: readonly [at: string, text: string][],
): Series =>
  madeSeries(
    more.map(([at, text]) => ({ at, text, unit, unitCode: unit, seriesId: id, code, rangeHigh: '99' })),
    {
      id,
      baseId: 'glucose',
      analyteId: 'glucose',
      name: 'Glucose',
      shortName: 'Glu',
      unit,
      unitText: unit,
      decimals: 0,
      axis: [40, 300],
    },
  );
const mass = seriesWith('glucose', '2345-7', 'mg/dL', [
  ['2026-10-12T08:00:00Z', '99'],
  ['2026-11-12T08:00:00Z', '181'],
]);
const molar = seriesWith('glucose~mmol/L', '14749-6', 'mmol/L', [['2026-11-01T08:00:00Z', '6.1']]);

type DetailWithUnitsProps = {
  readonly record: RecordSnapshot;
  readonly seriesId: string;
  readonly site: Site;
};

/** Shows the detail screen with the units that the reader chooses, or those of the site. */
function DetailWithUnits({ record, seriesId, site }: DetailWithUnitsProps) {
  const units = useChosenUnits(record, site);
  return (
    <InOpenRecord patient={undefined} record={units.record} reported={record} nowMs={NOW} units={units}>
      <Detail seriesId={seriesId} />
    </InOpenRecord>
  );
}
const showDetailWithUnits = (
  series: readonly Series[],
  seriesId = series[0]?.id ?? '',
  concentrations: Site['concentrations'] = 'as-sent',
) => {
  const record = detailRecord(series);
  return render(<DetailWithUnits {...{ record, seriesId, site: siteOf({ concentrations }) }} />).container;
};
const results = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell'))
    .map((cells) => [1, 3, 6].map((i) => cells[i]?.textContent));
const choose = (unit: string) => fireEvent.change(screen.getByLabelText('Unit'), { target: { value: unit } });

test('rule 16: as reported until the reader chooses; then each point says from what it was converted', async () => {
  showDetailWithUnits([mass]);
  expect(screen.getByLabelText<HTMLSelectElement>('Unit').value).toBe('');
  expect(results()).toEqual([
    ['181', 'upper limit 99', ''],
    ['99', 'upper limit 99', ''],
  ]);
  choose('mmol/L');
  await screen.findByRole('columnheader', { name: 'Result (mmol/L)' });
  expect(results()).toEqual([
    ['10.0', 'upper limit 5.5', 'converted from 181 mg/dL, reference range upper limit 99'],
    ['5.5', 'upper limit 5.5', 'converted from 99 mg/dL, reference range upper limit 99'],
  ]);
  choose('');
  expect(results()[0]?.[0]).toBe('181');
});

test('the choice is remembered for the site, by analyte, without a word of the patient', async () => {
  showDetailWithUnits([mass]);
  choose('mmol/L');
  expect({ ...localStorage }).toEqual({ [KEY]: 'glucose=mmol/L' });
  cleanup();
  showDetailWithUnits([mass]);
  await screen.findByRole('columnheader', { name: 'Result (mmol/L)' });
  choose('');
  expect(localStorage).toHaveLength(0);
});

test('two units of one analyte become one chart only on choice, whichever of the two was opened', async () => {
  const page = showDetailWithUnits([mass, molar], 'glucose~mmol/L');
  expect(results()).toEqual([['6.1', 'upper limit 99', '']]);
  choose('mg/dL');
  await screen.findByRole('columnheader', { name: 'Result (mg/dL)' });
  expect(results().map(([value]) => value)).toEqual(['181', '110', '99']);
  expect(page.querySelector('[data-series="glucose"]')?.getAttribute('data-received')).toBeNull();
  expect(page.querySelector('[data-series="glucose"] [data-accounting]')?.getAttribute('data-received')).toBe(
    '3',
  );
});

test('no unit is offered where the catalog has no factor', () => {
  showDetailWithUnits([madeSeries([{ at: '2026-10-12T08:00:00Z', text: '4.1' }])]);
  expect(screen.queryByLabelText('Unit')).toBeNull();
});

test('what somebody else wrote into the storage changes nothing', async () => {
  for (const hostile of [
    'glucose=stone\n\n=x\nglucose',
    '__proto__=mmol/L\nconstructor=mmol/L\ntoString=mmol/L',
    '{"glucose":"mmol/L"}',
    `glucose=${'x'.repeat(1_000_000)}`,
    'x'.repeat(1_000_000),
  ]) {
    cleanup();
    localStorage.setItem(KEY, hostile);
    showDetailWithUnits([mass]);
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await vi.dynamicImportSettled();
    expect(results()[0]?.[0]).toBe('181');
  }
});

test('at a site that shows SI, results are in SI at first sight, until the reader chooses as reported', async () => {
  await prepareUnits(siteOf({ concentrations: 'si' }));
  showDetailWithUnits([mass], 'glucose', 'si');
  expect(results()[0]?.[0]).toBe('10.0');
  expect(screen.getByLabelText<HTMLSelectElement>('Unit').value).toBe('mmol/L');
  choose('');
  expect(results()[0]?.[0]).toBe('181');
  expect(localStorage.getItem(KEY)).not.toMatch(/^glucose=/m);
  cleanup();
  showDetailWithUnits([mass], 'glucose', 'si');
  expect(results()[0]?.[0]).toBe('181');
  expect(screen.getByLabelText<HTMLSelectElement>('Unit').value).toBe('');
});

test('there, “as reported” for all results is a choice that is kept', async () => {
  await prepareUnits(siteOf({ concentrations: 'si' }));
  localStorage.setItem(KEY, 'as-sent');
  showDetailWithUnits([mass], 'glucose', 'si');
  expect(results()[0]?.[0]).toBe('181');
  choose('mmol/L');
  await screen.findByRole('columnheader', { name: 'Result (mmol/L)' });
  choose('');
  expect({ ...localStorage }).toEqual({ [KEY]: 'as-sent' });
});

test('there, what somebody else wrote into the storage is no choice', async () => {
  await prepareUnits(siteOf({ concentrations: 'si' }));
  localStorage.setItem(KEY, 'as-sent-not\n=x');
  showDetailWithUnits([mass], 'glucose', 'si');
  expect(results()[0]?.[0]).toBe('10.0');
});
