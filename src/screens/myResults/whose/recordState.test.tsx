// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish, type Language } from '../../../words/language.ts';
import { MyResults } from '../MyResults.tsx';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { oneResultSpanish } from '../result/oneResult.es.messages.ts';
import { glossaryIn } from '../plainNames.ts';
import { VisitSheet } from '../result/VisitSheet.tsx';

// Patient.active is a modifier, and a link of the type "refer" leads to the main record. A patient is told so in plain words.

const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const NAME = [{ family: 'Sørensen', given: ['Maja'] }];
const personOf = (more: object) =>
  readPatient({ id: 'p1', name: NAME, birthDate: '2019-05-02', ...more }, NOW_MS);
const NOT_IN_USE = personOf({ active: false });
const NOT_MAIN = personOf({ link: [{ type: 'refer', other: { reference: 'Patient/p2' } }] });
const IN_USE = personOf({ active: true });
const DEAD = personOf({ active: false, deceasedBoolean: true });

const RANGE = { referenceRange: [{ low: { value: 3.5 }, high: { value: 5 } }] };
const RECORD = recordOf([
  resultInput('2823-3', 4.9, 'mmol/L', '2026-11-12', RANGE),
  resultInput('2823-3', 4.1, 'mmol/L', '2026-11-10', RANGE),
  resultInput('29463-7', 22, 'kg', '2026-11-12'),
]);

const SCREENS = {
  'the list of results': '#my-results',
  measurements: '#my-measurements',
  'one result': '#series=k',
  growth: '#my-growth',
  'medicines and visits': '#my-care',
} as const;

const drawn = async (content: React.ReactNode, patient = IN_USE, language: Language = 'en') => {
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language, onChoose: () => undefined }}>
        <InOpenRecord nowMs={NOW_MS} record={RECORD} patient={patient}>
          <Suspense>{content}</Suspense>
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  return container;
};

beforeAll(async () => void (await Promise.all([glossaryIn('en'), glossaryIn('es')])), 60_000);
beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(() => {
  cleanup();
  speakEnglish();
  location.hash = '';
  vi.unstubAllGlobals();
});

/** Draws a screen of the patient's view, and returns all that is read on it once it stands. */
async function wordsAt(hash: string, patient: typeof IN_USE, language: Language = 'en'): Promise<string> {
  location.hash = hash;
  const container = await drawn(<MyResults />, patient, language);
  await waitFor(() => expect(container.querySelector('main h2')).not.toBeNull(), { timeout: 30_000 });
  return container.textContent ?? '';
}

describe.each(Object.entries(SCREENS))('%s', (_, hash) => {
  test.each([
    ['in use no longer', NOT_IN_USE, 'The health system no longer uses this record.'],
    ['not the main one', NOT_MAIN, 'This is not the main record of this person.'],
  ] as const)('says that the record is %s, and where newer results may be', async (__, patient, words) => {
    const text = await wordsAt(hash, patient);
    expect(text).toContain(words);
    expect(text).toContain(
      'Newer results may be in another record. Ask your care team which one to look at.',
    );
  });

  test('says nothing of that where the record is in use', async () => {
    expect(await wordsAt(hash, IN_USE)).not.toMatch(/no longer uses|main record|another record/);
  });

  test('in Spanish', async () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    const text = await wordsAt(hash, NOT_IN_USE, 'es');
    expect(text).toContain('El centro de salud ya no usa esta historia clínica.');
    expect(text).toContain('Puede haber resultados más recientes en otra historia clínica.');
  });
});

test('it stays in sight beside the name', async () => {
  location.hash = '#my-results';
  const banner = async (patient: typeof IN_USE) =>
    (await drawn(<MyResults />, patient)).querySelector('[data-patient-banner]')?.textContent;
  expect(await banner(NOT_IN_USE)).toContain('Record no longer used');
  cleanup();
  expect(await banner(NOT_MAIN)).toContain('Not the main record');
});

test('in the record of somebody who has died nobody is sent to another record', async () => {
  const text = await wordsAt('#my-results', DEAD);
  expect(text).toContain('The health system no longer uses this record.');
  expect(text).not.toMatch(/another record|care team/);
});

test.each([
  ['not in use', NOT_IN_USE],
  ['not the main one', NOT_MAIN],
  ['of somebody who has died', DEAD],
] as const)('nothing is called the value of now in a record that is %s', async (_, patient) => {
  expect(await wordsAt('#my-results', IN_USE)).toMatch(/Last time, .*Now it is higher/);
  cleanup();
  const text = await wordsAt('#my-results', patient);
  expect(text).toContain('Before that');
  expect(text).not.toMatch(/\bnow\b|last time/i);
});

test.each([undefined, 'k'])('the sheet for a visit says it too (%s)', async (seriesId) => {
  const head = (await drawn(<VisitSheet seriesId={seriesId} />, NOT_MAIN)).querySelector('[data-sheet-head]');
  expect(head?.textContent).toContain(
    'This is not the main record of this person. Newer results may be in another record.',
  );
});

test('the sheet names a number without a name in the language of the page', async () => {
  const numbered = personOf({ identifier: [{ value: '004 829 17' }] });
  const head = async () =>
    (await drawn(<VisitSheet seriesId={undefined} />, numbered)).querySelector('[data-sheet-head]')
      ?.textContent;
  expect(await head()).toContain('Number 004 829 17');
  cleanup();
  speak('es', 'es-US', { myResults: myResultsSpanish, oneResult: oneResultSpanish });
  expect(await head()).toContain('Número 004 829 17');
});

test('a result that is shared says it too, so that no old value is passed on as the last one', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { share }));
  await wordsAt('#series=k', NOT_IN_USE);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Share this result' })));
  expect(share.mock.calls[0]?.[0].text).toContain(
    'The health system no longer uses this record. Newer results may be in another record.',
  );
});

test.each(Object.entries(SCREENS))(
  'rules 47 and 48: %s says that the details above have changed, or could not be read again',
  async (_, hash) => {
    const changed = { ...IN_USE, firstRead: { ...IN_USE, name: 'SØRENSEN, Mia' } };
    expect(await wordsAt(hash, changed)).toContain(
      'The details at the top of this page were changed while it was open. Please check that this is the right record.',
    );
    cleanup();
    speak('es', 'es-US', { myResults: myResultsSpanish });
    expect(await wordsAt(hash, { ...IN_USE, isOutdated: true }, 'es')).toContain(
      'Los datos de la parte de arriba no se pudieron leer de nuevo.',
    );
  },
);

test('details that changed and then could not be read again are told as both', async () => {
  const firstRead = { ...IN_USE, name: 'SØRENSEN, Mia' };
  const text = await wordsAt('#my-results', { ...IN_USE, firstRead, isOutdated: true });
  expect(text).toContain('Please check that this is the right record.');
  expect(text).toContain('could not be read again. They may have changed.');
});
