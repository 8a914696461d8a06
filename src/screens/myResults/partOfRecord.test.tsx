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

const NOBODYS = [{ reason: 'no-subject', count: 2 }] as const;

describe.each(Object.entries(SCREENS))('on "%s"', (_, screen) => {
  test.each([
    ['did not say whose they are', { excluded: NOBODYS }, 'Some results came without saying whose they are'],
    [
      'were not allowed',
      { searches: [searchOf('laboratory', { state: 'not-allowed' })] },
      'did not send all results',
    ],
    [
      'were not offered',
      { searches: [searchOf('laboratory', { state: 'refused' })] },
      'did not send all results',
    ],
    [
      'were kept back',
      { searches: [searchOf('laboratory', { notices: ['suppressed'] })] },
      'did not send all results',
    ],
  ] as const)(
    'results that %s are said to be missing, without a way to try again',
    async (_why, more, words) => {
      const { text, notices } = await said(screen, [K], { ...LABORATORY, complete: false, ...more });
      expect(text).toContain(words);
      expect(text).not.toMatch(/Try again|could not be read|All results were read/);
      expect(notices).toEqual(['incomplete']);
    },
  );

  test.each([
    ['failed', { state: 'failed' }],
    ['were too many', { state: 'failed', failure: 'limit' }],
    ['came in part', { notices: ['short'] }],
    ['cannot be read', { notices: ['unreadable'] }],
  ] as const)('results that %s can be tried again, beside those that cannot', async (_why, state) => {
    const searches = [searchOf('laboratory', state), searchOf('vital-signs', { state: 'refused' })];
    const { text, notices } = await said(screen, [K], {
      searches,
      complete: false,
      excluded: NOBODYS,
    });
    for (const words of ['could not be read', 'did not send all results', 'without saying whose'])
      expect(text).toContain(words);
    expect(text.match(/Try again/g)).toHaveLength(1);
    expect(notices).toEqual(['incomplete', 'incomplete', 'incomplete']);
  });

  test('where none was allowed, it is said that none was and what to do, and nothing is said to be missing', async () => {
    const searches = [
      searchOf('laboratory', { state: 'not-allowed', received: 0 }),
      searchOf('survey', { state: 'not-allowed', received: 0, isOptional: true, pages: 0 }),
    ];
    const record = { searches, complete: false };
    const { text, notices } = await said(screen, [], record);
    expect(text).toContain('Longview was not allowed to see any results. Sign in again');
    expect(text).not.toMatch(/did not send all|Not all could be read|came so far|Try again|There are no/);
    expect(notices).toEqual(['incomplete']);
    const shared = await said(screen, [], { ...record, isPart: true });
    expect(shared.text).toContain('Longview was not allowed to see any results. Sign in again');
    expect(shared.text).not.toContain('only a part');
    const spanish = await said(screen, [], record, 'es');
    expect(spanish.text).toContain('Longview no tiene permiso para ver ningún resultado. Entre de nuevo');
  });

  test('a part that was shared, of which some is nobody’s, says both', async () => {
    const { notices } = await said(screen, [K], { ...SHARED_PART, excluded: NOBODYS });
    expect(notices).toEqual(['not-granted', 'incomplete']);
  });
});

test('what the server never offered is no gap', async () => {
  const searches = [
    searchOf('laboratory'),
    searchOf('survey', { state: 'refused', isOptional: true, pages: 0 }),
  ];
  const { notices } = await said(SCREENS.list, [K], { searches });
  expect(notices).toEqual([]);
});

test('where the app asked for a part alone, that all was read is said of this part', async () => {
  const { text, notices } = await said(SCREENS.list, [K], LABORATORY);
  expect(text).toContain('All results that Longview can see were read.');
  expect(notices).toEqual([]);
});

test('the sheet for a visit says why results are missing', async () => {
  const { text, notices } = await said(<VisitSheet seriesId={undefined} />, [K], {
    complete: false,
    searches: [searchOf('laboratory', { state: 'refused' })],
    excluded: NOBODYS,
  });
  expect(text).toContain('without saying whose they are');
  expect(text).toContain('did not send all results');
  expect(notices).toEqual(['incomplete', 'incomplete']);
});

test('the sheet for a visit says it too', async () => {
  const { text, notices } = await said(<VisitSheet seriesId={undefined} />, [K], SHARED_PART);
  expect(text).toContain('Longview was allowed to see only a part of the results');
  expect(text).not.toContain('could not be read');
  expect(notices).toEqual(['not-granted']);
});
