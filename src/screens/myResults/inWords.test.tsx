// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { flagConcept, resultInput } from '../../testing/recordFixture.ts';
import type { Language } from '../../words/language.ts';
import { rangeOf } from './card/cardFixture.ts';
import { preparePatientScreens, wordsOfScreen } from './drawnScreenFixture.tsx';
import { ResultsList } from './list/ResultsList.tsx';
import { ResultScreen } from './result/ResultScreen.tsx';
import { VisitSheet } from './result/VisitSheet.tsx';

// A test in words, such as one for a virus, has no range to lie outside of. It was marked as usual or not, and that is said.

preparePatientScreens();

const virus = (
  answer: string,
  flag: string,
  more: Readonly<Record<string, unknown>> = {},
  at = '2026-11-20',
) =>
  resultInput('2823-3', answer, '', at, {
    code: { text: 'Virus test' },
    ...(flag !== '' && flagConcept(flag)),
    ...more,
  });
const onList = (resources: readonly unknown[], language: Language = 'en') =>
  wordsOfScreen(<ResultsList />, resources, { language });

test('an answer that is a code alone keeps its digits, is no number, and misses no range', async () => {
  const organism = (code: string, at: string) =>
    virus('', '', { valueString: undefined, valueCodeableConcept: { coding: [{ code }] } }, at);
  const resources = [organism('260415000', '2026-11-20'), organism('260373001', '2026-10-20')];
  const list = await onList(resources);
  expect(list).toContain('“260415000”');
  expect(list).toContain('it was “260373001”.');
  expect(list).not.toMatch(/260,|No range/);
  const table = await wordsOfScreen(<ResultScreen seriesId="text:virus test" />, resources);
  expect(table).toContain('260373001');
  expect(table).not.toMatch(/260,|No range/);
});

describe.each([
  ['Detected', 'A', 'not usual', 'no habitual', 'no es habitual'],
  ['Positive', 'H', 'higher than usual', 'más alto de lo habitual', 'es más alto de lo habitual'],
  ['Reduced', 'L', 'lower than usual', 'más bajo de lo habitual', 'es más bajo de lo habitual'],
  ['Escherichia coli >100000', 'A', 'not usual', 'no habitual', 'no es habitual'],
  ['>100,000 CFU/mL Escherichia coli', 'A', 'not usual', 'no habitual', 'no es habitual'],
  ['Pathogenic', 'AA', 'not usual', 'no habitual', 'no es habitual'],
])('the answer "%s" that was marked %s', (answer, flag, english, spanish, sentence) => {
  const heading =
    flag === 'AA' ? 'Marked as urgent by the laboratory' : 'Outside the range, or marked as not usual';

  test('is said to be marked, and not to lie beside a range', async () => {
    const text = await onList([virus(answer, flag)]);
    expect(text).toContain(`The laboratory marked this result as ${english}.`);
    expect(text).toContain(`“${answer}”`);
    expect(text).not.toMatch(/its range|No range|None of the newest/);
    const inSpanish = await onList([virus(answer, flag)], 'es');
    expect(inSpanish).toContain(`El laboratorio indicó que este resultado ${sentence}.`);
    expect(inSpanish).not.toMatch(/su rango|sin un rango|Ninguno de los/);
  });

  test('is in the list of what is not usual, under a heading that is right for it', async () => {
    const text = await onList([virus(answer, flag)]);
    expect(text).toContain(`Virus test November 20, 2026 ${answer} marked as ${english}`);
    expect(text).toContain(heading);
    expect(await onList([virus(answer, flag)], 'es')).toContain(`marcado como ${spanish}`);
  });

  test('is said so in its table and on the sheet', async () => {
    const table = await wordsOfScreen(<ResultScreen seriesId="text:virus test" />, [virus(answer, flag)]);
    expect(table).toContain(`Marked by the laboratory as ${english}.`);
    const sheet = await wordsOfScreen(<VisitSheet seriesId={undefined} />, [virus(answer, flag)]);
    expect(sheet).toContain(`The laboratory marked this result as ${english}.`);
    expect(`${table} ${sheet}`).not.toMatch(/its range/);
  });
});

test('an answer that was marked as normal is as usual, and what is usual is told as it was sent', async () => {
  const sent = [virus('Not detected', 'N', { referenceRange: [{ text: 'Not detected' }] })];
  const text = await onList(sent);
  expect(text).toContain('The laboratory marked this result as usual.');
  expect(text).toContain('The laboratory wrote about what is usual: “Not detected”.');
  expect(text).not.toContain('its range');
  expect(await onList(sent, 'es')).toContain('El laboratorio escribió sobre lo habitual: “Not detected”.');
});

test('an answer without a mark has no missing range', async () => {
  for (const answer of ['Detected', 'A', 'Uncertain significance']) {
    const text = await onList([virus(answer, '')]);
    expect(text).not.toContain('No range came');
    expect(text).toContain('Ask your care team what this means.');
  }
});

test('a day, a yes and a count with its germ miss no range, while a number with its unit does', async () => {
  const day = { ...virus('', ''), valueString: undefined, valueDateTime: '2026-10-01' };
  for (const one of [day, virus('10 colonies of Candida', '')])
    // oxlint-disable-next-line no-await-in-loop -- one record after another is drawn
    expect(await onList([one])).not.toContain('No range came');
  for (const number of ['100,000 CFU/mL', '20 copies'])
    // oxlint-disable-next-line no-await-in-loop -- one record after another is drawn
    expect(await onList([virus(number, '')])).toContain('No range came');
});

test('a ratio is compared with a range, and a number without one is said to have none', async () => {
  const titer = await onList([virus('1:320', 'A', { referenceRange: [{ text: '<1:80' }] })]);
  expect(titer).toContain('marked this result as outside its range');
  expect(await onList([resultInput('2823-3', 4.1, 'mmol/L', '2026-11-20')])).toContain('No range came');
});

test('the answer before is told with its mark, and so is a newer answer', async () => {
  const before = await onList([virus('Detected', 'A'), virus('Not detected', 'N', {}, '2021-11-20')]);
  expect(before).toContain('it was “Not detected”. That was marked as usual.');
  const number = resultInput('2823-3', 4.1, 'mmol/L', '2026-11-10', rangeOf(3.5, 5));
  const newer = resultInput('2823-3', 'Grossly raised', '', '2026-11-20', flagConcept('H'));
  expect(await onList([number, newer])).toContain(
    'is in words: “Grossly raised”. It was marked as higher than usual.',
  );
  const spanish = await onList([virus('Detected', 'A'), virus('Not detected', 'N', {}, '2021-11-20')], 'es');
  expect(spanish).toContain('fue “Not detected”. Se marcó como habitual.');
});

test('a heading of numbers alone stays one of ranges', async () => {
  const high = resultInput('2823-3', 5.8, 'mmol/L', '2026-11-20', rangeOf(3.5, 5));
  expect(await onList([high])).toContain('Outside the range the laboratory uses');
});
