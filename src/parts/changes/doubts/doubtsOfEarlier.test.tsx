// @vitest-environment happy-dom
/** A change that rests on a doubted number says so, to the eye and to a voice (rule 22, decision 72). */
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { flagConcept, resultInput } from '../../../testing/recordFixture.ts';
import { showChanges } from '../changesFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };
const result =
  (code: string, value: number, unit: string) =>
  (at: string, more: object = {}) =>
    resultInput(code, value, unit, at, { ...more });
const potassium = (value: number, at: string, more: object = {}) =>
  result('2823-3', value, 'mmol/L')(at, more);
const creatinine = (value: number, at: string, more: object = {}) =>
  result('2160-0', value, 'mg/dL')(at, more);

/** Returns what is seen and what is spoken of the only change. */
function said(...results: readonly object[]): readonly [seen: string, spoken: string] {
  const { links, text } = showChanges(results);
  return [text(), links()[0] ?? ''];
}

const NEWEST = '2026-11-12T08:10:00-06:00';

test('the one earlier result was of a hemolyzed specimen', () => {
  for (const words of said(potassium(6.5, '2026-06-05T08:00:00-06:00', HEMOLYZED), potassium(4.2, NEWEST)))
    expect(words).toContain('earlier result: hemolyzed');
});

test('the one earlier result was itself to be checked', () => {
  for (const words of said(potassium(17.2, '2026-06-05T08:00:00-06:00'), potassium(4.2, NEWEST)))
    expect(words).toContain('earlier result: check value');
});

test('some of several earlier results are doubted', () => {
  const earlier = [6.5, 4.3, 4.2].map((value, i) =>
    potassium(value, `2026-0${i + 4}-05T08:00:00-06:00`, i === 0 ? HEMOLYZED : {}),
  );
  for (const words of said(...earlier, potassium(6.1, NEWEST)))
    expect(words).toContain('1 of 3 earlier results to check');
});

test('a rule compares with a doubted number', () => {
  const earlier = [2.6, 2.7, 2.65].map((value, i) => creatinine(value, `2026-0${i + 4}-05T08:00:00-06:00`));
  const low = creatinine(2.3, '2026-11-11T08:00:00-06:00', { note: [{ text: 'Falsely low' }] });
  for (const words of said(...earlier, low, creatinine(2.7, NEWEST)))
    expect(words).toContain('this rule compares with a result marked “Falsely low”');
});

test('a critical result that a newer one followed was of a hemolyzed specimen', () => {
  const critical = potassium(6.9, NEWEST, { ...HEMOLYZED, ...flagConcept('HH') });
  const [seen, spoken] = said(
    potassium(4.3, '2026-06-05T08:00:00-06:00'),
    critical,
    potassium(4.2, '2026-11-13T08:10:00-06:00'),
  );
  expect(spoken).toContain('6.9 HH on 12 Nov 2026, 08:10 (hemolyzed)');
  expect(seen).toContain('08:10 (hemolyzed)');
});

test('a critical result that a newer one followed was itself to be checked', () => {
  for (const words of said(
    potassium(4.3, '2026-06-05T08:00:00-06:00'),
    potassium(25, NEWEST, flagConcept('HH')),
    potassium(4.2, '2026-11-13T08:10:00-06:00'),
  ))
    expect(words).toContain('08:10 (check value)');
});

test('the measure that shares the line is of a hemolyzed specimen', () => {
  const of = (code: string, unit: string, values: readonly number[], more: object) =>
    values.map((value, i) =>
      result(code, value, unit)(i === 3 ? NEWEST : `2026-0${i + 4}-05T08:00:00-06:00`, i === 3 ? more : {}),
    );
  const [, spoken] = said(
    ...of('718-7', 'g/dL', [13.4, 13.1, 13.6, 9.8], {}),
    ...of('4544-3', '%', [40.1, 39.8, 40.4, 30.2], { note: [{ text: 'Specimen clotted' }] }),
  );
  expect(spoken).toContain('also Hematocrit 30.2 percent, clotted');
});

test('a value that is to be checked says so to the eye as well', () => {
  const earlier = [4.3, 4.2].map((value, i) => potassium(value, `2026-0${i + 4}-05T08:00:00-06:00`));
  for (const words of said(...earlier, potassium(17.2, NEWEST))) expect(words).toContain('check value');
});

test('nothing is said of results that nobody doubts', () => {
  const earlier = [6.5, 4.3, 4.2].map((value, i) => potassium(value, `2026-0${i + 4}-05T08:00:00-06:00`));
  for (const words of said(...earlier, potassium(6.1, NEWEST)))
    expect(words).not.toMatch(/earlier result:|marked|check/);
});
