// @vitest-environment happy-dom
/** Compare says of a number at the cursor, beside it and before it what holds of the result that was sent (rules 17, 22, 34, 38 and 44). */
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, test } from 'vitest';
import {
  liveText,
  pressOnStrip,
  showCompare,
  stripNamed,
  timeAxis,
} from '../../../screens/compare/compareFixture.tsx';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };
const PRELIMINARY = { status: 'preliminary' };
const potassium = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...more });
const creatinine = (value: number, at: string) => resultInput('2160-0', value, 'mg/dL', at);

/** Shows these results, presses the keys on the time axis, and returns what is seen of the potassium and what is spoken. */
function readAfter(keys: readonly string[], results: readonly object[], view = '') {
  showCompare(recordOf(results), `#compare=k,creat${view}`);
  timeAxis().focus();
  for (const key of keys) pressOnStrip(key);
  return { seen: stripNamed('Potassium').textContent, spoken: liveText() ?? '' };
}

describe('a number has the words that it must not be read without', () => {
  it.each([
    ['of a hemolyzed specimen', 6.8, HEMOLYZED, 'hemolyzed'],
    ['to check', 17.2, {}, 'check value'],
    ['that may still change', 5.1, PRELIMINARY, 'preliminary'],
  ])('%s: at the cursor, to a voice', (_, value, more, words) => {
    const { spoken } = readAfter(['End'], [potassium(value, '2026-11-01T14:00:00Z', more)]);
    expect(spoken).toContain(`Potassium ${value} millimoles per litre, no lab flag, ${words}.`);
  });

  it.each([
    ['of a hemolyzed specimen', 6.8, HEMOLYZED, '6.8 mmol/L (hemolyzed)'],
    ['to check', 17.2, {}, '17.2 mmol/L (check value)'],
  ])('%s: beside one of the same time, and before a newer one', (_, value, more, words) => {
    const earlier = potassium(value, '2026-11-01T14:00:00Z', more);
    const before = readAfter(['Escape'], [earlier, potassium(4.2, '2026-11-02T14:00:00Z')]);
    expect(before.seen).toContain(`was ${words}, 1 Nov 2026`);
    cleanup();
    const critical = potassium(4.2, '2026-11-01T14:00:00Z', flagConcept('HH'));
    expect(readAfter(['Escape'], [earlier, critical]).seen).toMatch(/also (?:4\.2|6\.8|17\.2) mmol/);
    expect(document.body.textContent).toMatch(/hemolyzed|check value/);
  });

  it('rule 18: the number before was measured in another way', () => {
    const by = (text: string) => ({ method: { text } });
    const earlier = potassium(6.8, '2026-11-01T14:00:00Z', by('Jaffe'));
    const { seen } = readAfter(
      ['Escape'],
      [earlier, potassium(4.2, '2026-11-02T14:00:00Z', by('Enzymatic'))],
    );
    expect(seen).toContain('was 6.8 mmol/L (method changed: Jaffe to Enzymatic), 1 Nov 2026');
  });

  it('that may still change: beside one of the same time', () => {
    const results = [
      potassium(4.2, '2026-11-01T14:00:00Z'),
      potassium(5.9, '2026-11-01T14:00:00Z', PRELIMINARY),
    ];
    expect(readAfter(['End'], results).seen).toContain('also 5.9 mmol/L (preliminary) at the same time');
  });

  it.each([
    [6.8, HEMOLYZED, 'hemolyzed'],
    [17.2, {}, 'check value'],
    [5.1, PRELIMINARY, 'preliminary'],
  ])('in the comparison period, seen and spoken: %d', (value, more, words) => {
    const results = [potassium(value, '2025-11-01T14:00:00Z', more), potassium(4.2, '2026-11-01T14:00:00Z')];
    showCompare(recordOf(results), '#compare=k&before=1y', {
      startMs: Date.parse('2026-06-01T00:00:00Z'),
      endMs: Date.parse('2026-11-25T00:00:00Z'),
    });
    timeAxis().focus();
    pressOnStrip('End');
    expect(stripNamed('Potassium').textContent).toContain(
      `${value} mmol/L, no lab flag, ${words}, 1 Nov 2025`,
    );
    expect(liveText()).toContain(`${value} millimoles per litre, no lab flag, ${words}, 1 November 2025`);
  });

  it.each([
    [2, 2, 'was 97 %, 1 Nov 2026'],
    [10, 2, 'was 97 % (on 10 L/min oxygen), 1 Nov 2026'],
  ])(
    'the oxygen of the number before, where it was another: %d and then %d L/min',
    (first, second, words) => {
      const saturation = (value: number, litres: number, at: string) =>
        resultInput('59408-5', value, '%', at, {
          component: [
            {
              code: { coding: [{ system: 'http://loinc.org', code: '3151-8' }] },
              valueQuantity: {
                value: litres,
                unit: 'L/min',
                system: 'http://unitsofmeasure.org',
                code: 'L/min',
              },
            },
          ],
        });
      const results = [
        saturation(97, first, '2026-11-01T14:00:00Z'),
        saturation(96, second, '2026-11-02T14:00:00Z'),
      ];
      showCompare(recordOf(results), '#compare=spo2');
      expect(stripNamed('Oxygen saturation').textContent).toContain(words);
    },
  );

  it('and a hemolyzed number before a hemolyzed one', () => {
    const results = [6.8, 6.4].map((value, i) => potassium(value, `2026-11-0${i + 1}T14:00:00Z`, HEMOLYZED));
    expect(readAfter(['Escape'], results).seen).toContain('was 6.8 mmol/L (hemolyzed), 1 Nov 2026');
  });

  it('and no number that is sound has any', () => {
    const results = [4.1, 4.4, 4.2].map((value, i) => potassium(value, `2026-11-0${i + 1}T14:00:00Z`));
    const { seen, spoken } = readAfter(['End'], results);
    expect(seen).toContain('was 4.4 mmol/L, 2 Nov 2026');
    expect(seen + spoken).not.toMatch(/hemolyzed|check|preliminary|\(\d*\)/);
  });
});

describe('rule 38: no result is denied that was sent', () => {
  it.each([
    ['as words', potassium('hemolyzed, test not performed', '2026-11-01T14:00:00Z')],
    ['as preliminary, days before', potassium(4, '2026-10-28T14:00:00Z', PRELIMINARY)],
  ])('%s', (_, earlier) => {
    const results = [earlier, creatinine(1, '2026-11-01T14:00:00Z'), potassium(4, '2026-11-08T14:00:00Z')];
    const { seen, spoken } = readAfter(['End', 'ArrowLeft'], results);
    expect(seen).toContain('no final result charted before this time');
    expect(spoken).toContain('Nothing charted then: Potassium');
  });

  it('as words, in a period without any other', () => {
    const results = [
      potassium('clotted', '2026-11-01T14:00:00Z'),
      potassium(4, '2020-11-08T14:00:00Z'),
      creatinine(1, '2026-11-01T14:00:00Z'),
    ];
    expect(readAfter([], results).seen).toContain('no results charted in this period');
  });
});

describe('rule 44: nobody knows how far away a date without a time lies', () => {
  const at = (sent: string, cursor: string) =>
    readAfter(['End'], [potassium(4, sent), creatinine(1, cursor)]).seen;

  test.each([
    ['2026-11-01', '2026-11-01T23:00:00Z', '1 Nov 2026'],
    ['2026-11-01', '2026-11-02T15:00:00Z', '1 Nov 2026'],
    ['2026-10', '2026-10-20T23:00:00Z', 'Oct 2026'],
    ['2026-10', '2026-11-20T23:00:00Z', 'Oct 2026'],
  ])('%s is not so many hours or days before %s', (sent, cursor, date) => {
    expect(at(sent, cursor)).toContain(`4 mmol/L ${date}Source`);
  });

  test.each([
    ['2026-11-01', '2026-11-09T23:00:00Z', '1 Nov 2026, 8 d earlier'],
    ['2026-03', '2026-11-20T23:00:00Z', 'Mar 2026, 8 mo earlier'],
    ['2026-11-01T15:00:00Z', '2026-11-01T23:00:00Z', '1 Nov 2026, 09:00, 8 h earlier'],
  ])('%s is far enough from %s to be told so', (sent, cursor, distance) => {
    expect(at(sent, cursor)).toContain(`4 mmol/L ${distance}Source`);
  });
});
