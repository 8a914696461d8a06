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
    /Calcium 12 mg\/dL above the range \(8\.5 to 10\.5\)2 results are part of a group that was marked as outside its range\.$/,
  );
  expect(await said(panel('A', ...POTASSIUM_ABOVE))).toMatch(
    /Potassium 5\.8 mmol\/L above the range \(3\.5 to 5\)$/,
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

describe('a value that may not be the newest has its date beside it, so that nobody takes it for how it is now', () => {
  const glucose = (value: number, unit: string, at: string, more: object = {}) =>
    resultInput('2345-7', value, unit, at, { ...more });
  const above = glucose(6.1, 'mmol/L', '2026-11-10T14:00:00Z', limits(3.9, 5.5));
  const line = /6\.1 mmol\/L \(November 10, 2026\) above the range/;

  test('where a newer one came in another unit, and is inside its range', async () => {
    const inside = glucose(92, 'mg/dL', '2026-11-20T14:00:00Z', limits(70, 99));
    expect(await said(above, inside)).toMatch(line);
  });

  test('where a newer one is not final, is in words or was cancelled', async () => {
    const at = '2026-11-20T14:00:00Z';
    for (const newer of [
      glucose(5, 'mmol/L', at, { status: 'preliminary' }),
      resultInput('2345-7', 'Hemolyzed', '', at),
      glucose(5, 'mmol/L', at, { status: 'cancelled', valueQuantity: undefined }),
    ])
      // oxlint-disable-next-line no-await-in-loop -- one record after another is drawn
      expect(await said(above, newer)).toMatch(line);
  });

  test('the newest one has none, since the days below have it', async () => {
    expect(await said(above)).toContain('6.1 mmol/L above the range');
  });
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
