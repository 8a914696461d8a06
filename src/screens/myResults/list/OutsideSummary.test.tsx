// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LanguageProvider } from '../../../parts/language/languageContext.ts';
import { loinc } from '../../../testing/codes.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { cardsOf } from '../card/cards.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { glossaryIn, usePlainNames } from '../plainNames.ts';
import { OutsideSummary } from './OutsideSummary.tsx';

const limits = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});
const part = (code: string, value: number, low: number, high: number) => ({
  code: loinc(code),
  valueQuantity: { value, unit: 'mmol/L' },
  ...limits(low, high),
});
const panel = (mark: string, ...component: readonly object[]) => ({
  ...resultInput('24326-1', '', 'mmol/L', '2026-11-12', flagConcept(mark)),
  valueString: undefined,
  component,
});
const INSIDE = [part('2823-3', 4.1, 3.5, 5), part('2951-2', 140, 136, 145)];
const POTASSIUM_ABOVE = [part('2823-3', 5.8, 3.5, 5), part('2951-2', 140, 136, 145)];
const AWAITED = resultInput('2160-0', 1.1, 'mg/dL', '2026-11-12', { status: 'preliminary' });
const calcium = (value: number) => resultInput('17861-6', value, 'mg/dL', '2026-11-12', limits(8.5, 10.5));

const Summary = ({ resources }: { readonly resources: readonly unknown[] }) => {
  const { series } = recordOf(resources);
  return (
    <OutsideSummary
      cards={cardsOf(series)}
      names={usePlainNames(series)}
      completeness="complete"
      isHeld={false}
    />
  );
};
async function said(...resources: readonly unknown[]): Promise<string> {
  const { container } = await act(async () =>
    render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord>
          <Suspense>
            <Summary resources={resources} />
          </Suspense>
        </InOpenRecord>
      </LanguageProvider>,
    ),
  );
  const text = container.textContent ?? '';
  cleanup();
  return text;
}

beforeAll(async () => void (await Promise.all([glossaryIn('en'), glossaryIn('es')])), 60_000);
afterEach(() => {
  cleanup();
  speakEnglish();
});

const NO_OTHER = 'No other of the newest results is outside its range.';

test('results of a marked group are not said to be open: they are ready, and inside their own ranges', async () => {
  expect(await said(panel('A', ...INSIDE))).toBe(
    `2 results are part of a group that was marked as outside its range. ${NO_OTHER}`,
  );
  expect(await said(panel('H', INSIDE[0]!))).toBe(
    `1 result is part of a group that was marked as outside its range. ${NO_OTHER}`,
  );
});

test('they are counted apart from what is not ready', async () => {
  expect(await said(panel('A', ...INSIDE), AWAITED)).toBe(
    `1 test has a result that is not ready or not yet compared. 2 results are part of a group that was marked as outside its range. ${NO_OTHER}`,
  );
});

test('where no result was compared, nothing is said of others', async () => {
  const inWords = resultInput('2823-3', 'Detected', '', '2026-11-12');
  expect(await said(inWords)).toBe('1 result cannot be compared with a range.');
  expect(await said(AWAITED)).toBe('1 test has a result that is not ready or not yet compared.');
  expect(await said(inWords, calcium(9))).toBe(`1 result cannot be compared with a range. ${NO_OTHER}`);
});

test('a result inside its range that may be wrong is not counted as well', async () => {
  const hemolyzed = resultInput('2823-3', 4.4, 'mmol/L', '2026-11-12', {
    ...limits(3.5, 5),
    note: [{ text: 'Specimen moderately hemolyzed.' }],
  });
  const doubt = '1 result may not be right. Its note says why.';
  expect(await said(hemolyzed)).toBe(doubt);
  expect(await said(hemolyzed, calcium(9))).toBe(`${doubt} ${NO_OTHER}`);
  expect(await said(hemolyzed, calcium(12))).not.toContain('may not be right');
});

test('a result with a mark that names no side is told of', async () => {
  const worse = resultInput('2823-3', 4.4, 'mmol/L', '2026-11-12', {
    ...limits(3.5, 5),
    interpretation: [{ text: 'Worse' }],
  });
  expect(await said(worse)).toBe('1 result was marked in another way. Its note says how.');
  expect(await said(worse, calcium(9))).toBe(
    `1 result was marked in another way. Its note says how. ${NO_OTHER}`,
  );
});

test('a group is told beside a result outside its range, unless that result is the one that the mark means', async () => {
  expect(await said(panel('A', ...INSIDE), calcium(12))).toMatch(
    /Calcium November 12, 2026 12 mg\/dL above the range \(8\.5 to 10\.5\)2 results are part of a group that was marked as outside its range\.$/,
  );
  expect(await said(panel('A', ...POTASSIUM_ABOVE))).toMatch(
    /Potassium November 12, 2026 5\.8 mmol\/L above the range \(3\.5 to 5\)$/,
  );
});

test('a result that is not final and was marked as urgent is called no other result: it is the one of its test', async () => {
  const urgent = { status: 'preliminary', ...flagConcept('HH') };
  const text = await said(resultInput('17861-6', 13, 'mg/dL', '2026-11-12', urgent));
  expect(text).toMatch(/Calcium \(not final yet\) ?$/);
  expect(text).not.toContain('13');
  const earlier = resultInput('17861-6', 9, 'mg/dL', '2026-11-02', limits(8.5, 10.5));
  expect(await said(resultInput('17861-6', 13, 'mg/dL', '2026-11-12', urgent), earlier)).toMatch(
    /Calcium \(a newer result\) ?$/,
  );
});

describe('each value has its date, so that nobody takes an old one for how it is now', () => {
  const glucose = (value: number, unit: string, at: string, more: object = {}) =>
    resultInput('2345-7', value, unit, at, { ...more });
  const above = glucose(6.1, 'mmol/L', '2026-11-10T14:00:00Z', limits(3.9, 5.5));
  const at = '2026-11-20T14:00:00Z';

  test('that of today and that of years ago', async () => {
    expect(await said(above)).toMatch(/November 10, 2026 6\.1 mmol\/L above the range/);
    const old = glucose(6.1, 'mmol/L', '2021-03', limits(3.9, 5.5));
    expect(await said(old)).toMatch(/March 2021 6\.1 mmol\/L above the range/);
  });

  test('one without a date, or with one that cannot be right, says so', async () => {
    const undated = { ...above, effectiveDateTime: undefined };
    expect(await said(undated)).toMatch(/No date 6\.1 mmol\/L above the range/);
    const unsure = { ...above, effectiveDateTime: '2106-02-07T06:28:15Z' };
    expect(await said(unsure)).toMatch(/No sure date 6\.1 mmol\/L above the range/);
  });

  test.each([
    ['a newer one is in another unit', glucose(92, 'mg/dL', at, limits(70, 99))],
    ['a newer one is not final', glucose(5, 'mmol/L', at, { status: 'preliminary' })],
    ['a newer one is in words', resultInput('2345-7', 'Hemolyzed', '', at)],
    [
      'a newer one was cancelled',
      glucose(5, 'mmol/L', at, { status: 'cancelled', valueQuantity: undefined }),
    ],
  ])('where %s, it is said that this may not be the newest', async (_, newer) => {
    expect(await said(above, newer)).toMatch(/November 10, 2026, maybe not the newest 6\.1 mmol\/L above/);
  });

  test('it says so in Spanish too', async () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    const newer = glucose(92, 'mg/dL', at, limits(70, 99));
    expect(await said(above, newer)).toContain('10 de noviembre de 2026, quizá no es el más reciente');
  });
});

test('the tests of one day stand in clinical order, as in the days below, whatever their time of day', async () => {
  const text = await said(
    resultInput('2075-0', 110, 'mmol/L', '2026-11-12T16:00:00Z', limits(98, 107)),
    resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:00:00Z', limits(3.5, 5)),
    resultInput('2951-2', 150, 'mmol/L', '2026-11-13T14:00:00Z', limits(136, 145)),
  );
  expect(text).toMatch(/Sodium November 13.*Potassium November 12.*Chloride November 12/);
});

test('a heading over a score names no laboratory, which did not send it', async () => {
  const score = (mark: string) => resultInput('44261-6', 14, '{score}', '2026-11-12', flagConcept(mark));
  expect(await said(score('H'), calcium(12))).toMatch(/^Outside the range that came with them/);
  expect(await said(score('HH'), calcium(12))).toMatch(/^Marked as urgent(?! by)/);
  expect(await said(calcium(12))).toMatch(/^Outside the range the laboratory uses/);
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect(await said(score('H'))).toMatch(/^Fuera del rango que llegó con ellos/);
});

test('in Spanish', async () => {
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect(await said(panel('A', ...INSIDE))).toBe(
    '2 resultados son parte de un grupo que se marcó por estar fuera de su rango. Ningún otro de los resultados más recientes está fuera de su rango.',
  );
});
