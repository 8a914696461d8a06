// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { READ_AT_MS, resultInput, searchOf } from '../../testing/recordFixture.ts';
import type { Language } from '../../words/language.ts';
import { drawnScreen, preparePatientScreens } from './drawnScreenFixture.tsx';
import { GrowthScreen } from './growth/GrowthScreen.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { Measurements } from './measurements/Measurements.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

// Who shares a part of a record is told that it is a part, and never that the rest could be read by trying again, or is not there.

const K = resultInput('2823-3', 4.1, 'mmol/L', '2026-11-20');
const LABORATORY = { searches: [searchOf('laboratory')], isGranular: true };
/** The person gave a part of what the app asked for. */
const SHARED_PART = { ...LABORATORY, isPart: true, complete: false };
const CHILD = readPatient(
  { id: 'p1', name: [{ given: ['Ada'] }], gender: 'female', birthDate: '2021-05-20' },
  READ_AT_MS,
);

async function said(
  screen: ReactNode,
  resources: readonly unknown[],
  record: Partial<RecordSnapshot>,
  language: Language = 'en',
) {
  const container = await drawnScreen(screen, resources, { record, patient: CHILD, language });
  const text = container.textContent.replaceAll(/\s+/g, ' ');
  const notices = [...container.querySelectorAll('[data-notice]')].map((one) =>
    one.getAttribute('data-notice'),
  );
  cleanup();
  return { text, notices };
}

const SCREENS = {
  list: <ResultsList />,
  measurements: <Measurements />,
  growth: <GrowthScreen />,
} as const;

preparePatientScreens();

describe.each(Object.entries(SCREENS))('on "%s"', (_, screen) => {
  test('a part that was shared is said as one, without a way to try again', async () => {
    const { text, notices } = await said(screen, [K], SHARED_PART);
    expect(text).toContain('Longview was allowed to see only a part of the results');
    expect(text).not.toMatch(/Try again|could not be read|All results were read/);
    expect(notices).toEqual(['not-granted']);
    const spanish = await said(screen, [K], SHARED_PART, 'es');
    expect(spanish.text).toContain('Longview solo puede ver una parte de los resultados');
  });

  test('a part of which something could not be read says both', async () => {
    const { text, notices } = await said(screen, [K], {
      ...SHARED_PART,
      searches: [searchOf('laboratory', { state: 'failed' })],
    });
    expect(text).toContain('Longview was allowed to see only a part of the results');
    expect(text).toContain('Some results could not be read');
    expect(notices).toEqual(['not-granted', 'incomplete']);
  });

  test('of a part nothing is said not to be in the record', async () => {
    for (const more of [SHARED_PART, LABORATORY]) {
      // oxlint-disable-next-line no-await-in-loop -- one record after another is drawn
      const { text } = await said(screen, [], more);
      expect(text).not.toMatch(/There are no|All results were read/);
    }
  });
});

test('where the app asked for a part alone, that all was read is said of this part', async () => {
  const { text, notices } = await said(SCREENS.list, [K], LABORATORY);
  expect(text).toContain('All results that Longview can see were read.');
  expect(notices).toEqual([]);
});

test('the sheet for a visit says it too', async () => {
  const { text, notices } = await said(<VisitSheet seriesId={undefined} />, [K], SHARED_PART);
  expect(text).toContain('Longview was allowed to see only a part of the results');
  expect(text).not.toContain('could not be read');
  expect(notices).toEqual(['not-granted']);
});
