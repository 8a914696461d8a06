// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { ResultsList } from '../list/ResultsList.tsx';
import { Measurements } from '../measurements/Measurements.tsx';
import { glossaryIn } from '../plainNames.ts';
import { ResultScreen } from '../result/ResultScreen.tsx';
import { VisitSheet } from '../result/VisitSheet.tsx';

// Rule 55: who reads the record of another person is never told that it is theirs.

const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const tokenOf = (fhirUser: string): string =>
  ['e30', Buffer.from(JSON.stringify({ fhirUser })).toString('base64url'), 'x'].join('.');
const MAJA = readPatient(
  { id: 'p1', name: [{ family: 'Sørensen', given: ['Maja'] }], birthDate: '2019-05-02' },
  NOW_MS,
);
const DIED = readPatient(
  {
    id: 'p1',
    name: [{ family: 'Sørensen', given: ['Ana'] }],
    birthDate: '1950-01-01',
    deceasedBoolean: true,
  },
  NOW_MS,
);
/** Each reads a record that cannot be called the reader's own: a small child does not sign in, and nobody's own record says that one has died. */
const READERS = [
  ['a relative in the record of a child', 'RelatedPerson/r1', MAJA],
  ['who is not known in the record of a child', '', MAJA],
  ['who is not known in the record of somebody who has died', '', DIED],
  ['who signed in as the person who has died', 'Patient/p1', DIED],
] as const;
const RECORD = recordOf([
  resultInput('2823-3', 6.9, 'mmol/L', '2026-11-12', flagConcept('HH')),
  { ...resultInput('2823-3', 4.1, 'mmol/L', '2026-11-10'), subject: { reference: 'Patient/p1' } },
  {
    ...resultInput('29463-7', 22, 'kg', '2026-11-12', flagConcept('HH')),
    category: [{ coding: [{ code: 'vital-signs' }] }],
  },
]);

const SCREENS = {
  'the list of results': <ResultsList />,
  measurements: <Measurements />,
  'one result': <ResultScreen seriesId="k" />,
  'an address without a result': <ResultScreen seriesId="not-there" />,
  'the sheet for a visit': <VisitSheet seriesId={undefined} />,
  'the sheet about one result': <VisitSheet seriesId="k" />,
} as const;

beforeAll(async () => void (await glossaryIn('en')), 60_000);
beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe.each(READERS)('%s', (_, user, patient) => {
  test.each(Object.entries(SCREENS))('%s calls nothing the reader’s own', async (__, screen) => {
    const { container } = await act(async () =>
      render(
        <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
          <InOpenRecord
            nowMs={NOW_MS}
            record={RECORD}
            patient={patient}
            session={openedSession({ idToken: tokenOf(user) })}
          >
            <Suspense>{screen}</Suspense>
          </InOpenRecord>
        </LanguageProvider>,
      ),
    );
    const text = container.innerHTML.replaceAll(/<[^>]+>/g, ' ');
    expect(text.length).toBeGreaterThan(40);
    expect(
      text.match(/\b(?:my|mine)\b.{0,30}|\byour (?!care team).{0,30}|.{0,20}\bon you\b/gi) ?? [],
    ).toEqual([]);
  });
});
