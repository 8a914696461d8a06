// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { readMoment } from '../../clinical/time/date.ts';
import { marlowe } from '../../testing/patientFixture.ts';
import { resultInput } from '../../testing/recordFixture.ts';
import { drawnScreen, preparePatientScreens } from './drawnScreenFixture.tsx';
import { loadVisitSheet, printForVisit } from './printForVisit.ts';
import { PrintedVisit } from './PrintedVisit.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

preparePatientScreens();
beforeAll(loadVisitSheet, 60_000);

const RESOURCES = [resultInput('2823-3', 4.1, 'mmol/L', '2026-11-12T14:10:00Z')];
const SHEET = 'Results for a visit';

const print = (name: 'beforeprint' | 'afterprint') => act(async () => void dispatchEvent(new Event(name)));

// It is the first test, because React knows the words of the view once a screen has said them.
test('whoever asks for the sheet by name gets it on every screen, once, also where no screen has said the names of tests yet', async () => {
  const page = await drawnScreen(<PrintedVisit screen={{ name: 'care' }} />, RESOURCES);
  let printed = '';
  vi.stubGlobal('print', () => {
    dispatchEvent(new Event('beforeprint'));
    printed = page.textContent ?? '';
    dispatchEvent(new Event('afterprint'));
  });
  await act(printForVisit);
  expect(printed).toContain(SHEET);
  await print('beforeprint');
  expect(page.textContent).not.toContain(SHEET);
});

test.each(['care', 'growth', 'measurements'] as const)(
  'the screen %s is printed itself, with the name of the person, and no sheet in its place',
  async (name) => {
    const page = await drawnScreen(<PrintedVisit screen={{ name }} />, RESOURCES);
    expect(page.textContent).not.toContain('MARLOWE');
    await print('beforeprint');
    expect(page.querySelector('[data-sheet-head]')?.textContent).toContain('MARLOWE, Edwin');
    expect(page.textContent).toContain('printed on');
    expect(page.textContent).not.toContain(SHEET);
    await print('afterprint');
    expect(page.querySelector('[data-sheet-head]')).toBeNull();
  },
);

test('rule 47: paper says the date of death, or that it is not known', async () => {
  const died = { ...marlowe, deceased: 'Died 3 Jan 2024' };
  for (const [sent, said] of [
    ['2024-01-03', 'This person has died. Died January 3, 2024'],
    ['', 'This person has died. Date of death not known'],
  ] as const) {
    const patient = { ...died, death: readMoment(sent) };
    // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
    const page = await drawnScreen(<PrintedVisit screen={{ name: 'care' }} />, RESOURCES, { patient });
    // oxlint-disable-next-line no-await-in-loop -- one screen after another is drawn
    await print('beforeprint');
    expect(page.querySelector('[data-sheet-head]')?.textContent).toContain(said);
    cleanup();
  }
});

test('rule 37: it says first what is missing', async () => {
  const page = await drawnScreen(<PrintedVisit screen={{ name: 'care' }} />, RESOURCES, {
    record: { complete: false },
  });
  await print('beforeprint');
  expect(page.querySelector('[data-notice="incomplete"]')).not.toBeNull();
});

test('the results are printed as the sheet for a visit', async () => {
  const page = await drawnScreen(<PrintedVisit screen={{ name: 'results' }} />, RESOURCES);
  await print('beforeprint');
  expect(page.textContent).toContain(SHEET);
});

test('rule 18: over how long the amount before was collected stands with it', async () => {
  const urine = (mL: number, start: string, end: string) => ({
    ...resultInput('9187-6', mL, 'mL', end),
    effectiveDateTime: undefined,
    effectivePeriod: { start, end },
  });
  const page = await drawnScreen(<VisitSheet seriesId={undefined} />, [
    urine(1500, '2026-11-10T08:00:00Z', '2026-11-11T08:00:00Z'),
    urine(60, '2026-11-12T08:00:00Z', '2026-11-12T09:00:00Z'),
  ]);
  expect(page.textContent).toContain('1,500 mLNov 11, 2026That was the amount over 24 hours.');
  expect(page.textContent).toContain('It is the amount over 1 hour.');
});
