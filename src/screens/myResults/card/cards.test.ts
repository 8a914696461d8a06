import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { cardAttributes } from './cardAttributes.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { adviceSentence, beforeSentences, missingValueSentence, noteSentences } from './cardSentences.ts';
import { cardsOf, isMeasurement, type PatientCard } from './cards.ts';
import { isCritical, standingOf } from './cardStanding.ts';
import { newerSentence, openSentences } from './openSentences.ts';
import { positionSentencesOf } from './rangeSentences.ts';

const ZONE = 'America/Chicago';
const range = (low?: number, high?: number) => ({
  referenceRange: [
    {
      ...(low !== undefined && { low: { value: low } }),
      ...(high !== undefined && { high: { value: high } }),
    },
  ],
});
const k = (value: number | string, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...range(3.5, 5), ...more });
const cardOf = (...resources: readonly unknown[]): PatientCard => {
  const [card, ...others] = cardsOf(recordOf(resources).series);
  if (card === undefined || others.length > 0)
    throw new Error(`There are ${others.length} cards too many, or none.`);
  return card;
};
const said = (card: PatientCard) => [
  ...openSentences(card, ZONE),
  ...positionSentencesOf(card),
  ...beforeSentences(card, ZONE, READ_AT_MS),
  ...noteSentences(card),
  adviceSentence(card, undefined, false),
];

afterEach(() => speakEnglish());

describe('rule 55: a card says what was sent, in sentences', () => {
  test.each([
    [0, 'Upper number: It was marked as above its range.'],
    [1, 'Lower number: It was marked as above its range.'],
  ])('what was sent with one number of a blood pressure is said of that number: %i', (marked, sentence) => {
    const sent = pressure(150, 95, '2026-11-12');
    const component = (sent['component'] as readonly object[]).map((side, i) =>
      i === marked ? { ...side, ...flagConcept('H') } : side,
    );
    expect(positionSentencesOf(cardOf({ ...sent, component }))).toEqual([sentence]);
  });

  test('the newest, where it lies, the one before and what to do', () => {
    const card = cardOf(k(5.4, '2026-10-29T08:00:00-05:00'), k(5.8, '2026-11-12T08:00:00-06:00'));
    expect(card.result).toMatchObject({ text: '5.8', unit: 'mmol/L' });
    expect(said(card)).toEqual([
      'This result is above the range the laboratory uses: 3.5 to 5.',
      'Last time, on October 29, 2026, it was 5.4 mmol/L.',
      'That was above the range.',
      'Now it is higher.',
      'Ask your care team what this means.',
    ]);
  });

  test.each([
    [
      { referenceRange: [{ text: '<5.7' }] },
      'This result is above the range the laboratory uses: below 5.7.',
    ],
    [range(undefined, 5.1), 'This result is above the range the laboratory uses: up to 5.1.'],
    [range(60), 'This result is below the range the laboratory uses: 60 or higher.'],
    [
      { referenceRange: [{ text: '3.50-5.10' }] },
      'This result is above the range the laboratory uses: 3.50 to 5.10.',
    ],
    [{ referenceRange: [{ text: 'see report' }] }, 'The laboratory wrote about its range: “see report”.'],
    [{ referenceRange: [] }, 'No range came with this result.'],
  ])('of the range %o it says "%s"', (more, sentence) => {
    expect(positionSentencesOf(cardOf(k(5.8, '2026-11-12', more)))).toEqual([sentence]);
  });

  test('of two results of one day the one before has its time of day, so that nobody takes it for the same', () => {
    const card = cardOf(k(5.8, '2026-11-12T14:00:00-06:00'), k(5.4, '2026-11-12T08:10:00-06:00'));
    expect(beforeSentences(card, ZONE, READ_AT_MS)[0]?.replaceAll(/\s/g, ' ')).toBe(
      'Last time, on November 12, 2026 at 8:10 AM, it was 5.4 mmol/L.',
    );
    const days = cardOf(k(5.8, '2026-11-12T08:00:00-06:00'), k(5.4, '2026-11-11T08:10:00-06:00'));
    expect(beforeSentences(days, ZONE, READ_AT_MS)[0]).toBe(
      'Last time, on November 11, 2026, it was 5.4 mmol/L.',
    );
  });

  test('a newer number whose unit may be wrong is told with that', () => {
    const leukocytes = (value: number, unit: string, at: string) => resultInput('6690-2', value, unit, at);
    const card = cardOf(
      leukocytes(6, '10*3/uL', '2026-05-11T08:00:00-05:00'),
      leukocytes(6100, 'K/uL', '2026-10-05T08:00:00-05:00'),
    );
    expect(openSentences(card, ZONE)[0]).toMatch(
      /6,100 .*The unit of this result may be wrong, so do not rely on its value\.$/,
    );
  });

  test('a range that cannot be compared with a limit is told all the same', () => {
    const limit = { valueQuantity: { value: 10, unit: 'mmol/L', comparator: '<' } };
    const card = cardOf(k(10, '2026-11-12', limit));
    expect(card.result.text).toBe('<10');
    expect(positionSentencesOf(card)).toEqual(['The range the laboratory uses is 3.5 to 5.']);
  });

  test('rule 10: a range in another unit than the result has its unit with it', () => {
    const ofOtherUnit = { referenceRange: [{ high: { value: 155, unit: 'furlong' } }] };
    const card = cardOf(resultInput('718-7', 152, 'g/L', '2026-11-12', ofOtherUnit));
    expect(positionSentencesOf(card).join(' ')).not.toContain('upper limit');
  });

  test('rule 7: a blood pressure without its upper number gives no number for it', () => {
    const card = cardOf(pressure(130, 80, '2026-11-01T08:00:00Z'), {
      ...pressure(134, 72, '2026-11-12T08:00:00Z'),
      component: [{ code: loinc('8462-4'), valueQuantity: { value: 72, unit: 'mmHg' } }],
    });
    expect(card.result.text).toBe('–/72');
    expect(cardAttributes(card, 'complete')).not.toHaveProperty('data-latest');
  });

  test('a range and a flag that disagree are both said, and nobody is told that all is well', () => {
    const card = cardOf(k(4.1, '2026-11-12', flagConcept('H')));
    expect(said(card)).toEqual([
      'This result is inside the range the laboratory uses: 3.5 to 5.',
      'But the laboratory marked it as above its range.',
      'Ask your care team what this means.',
    ]);
  });

  test('a critical result says to call now, with the number of the site if there is one', () => {
    const card = cardOf(k(6.9, '2026-11-12', flagConcept('HH')));
    expect(isCritical(card)).toBe(true);
    expect(adviceSentence(card, undefined, false)).toContain('call your care team now');
    expect(adviceSentence(card, '+1 555 010 0199', false)).toContain('call now: +1 555 010 0199');
  });

  test('in the record of somebody who has died nobody is told to call or to ask a care team', () => {
    const of = (...resources: readonly unknown[]) => adviceSentence(cardOf(...resources), '555', true);
    expect(of(k(6.9, '2026-11-12', flagConcept('HH')))).toBe(
      'The laboratory marked this result as urgent. Questions about this record? Ask the health system.',
    );
    expect(of(k(4.1, '2026-11-12'))).toBe('Questions about this record? Ask the health system.');
  });

  test('rule 13: a critical result in words that is newer than the last number says to call now', () => {
    const card = cardOf(k(4.1, '2026-11-12'), k('Gross hemolysis', '2026-11-13', flagConcept('AA')));
    expect([card.result.text, isCritical(card)]).toEqual(['4.1', true]);
    expect(said(card)[0]).toBe(
      'A newer result, from November 13, 2026, is in words: “Gross hemolysis”. It is outside its range.',
    );
  });

  test('rule 34: a preliminary result is announced without its value, whether a final one is there or not', () => {
    const preliminary = k(6.6, '2026-11-24', { status: 'preliminary' });
    const card = cardOf(k(4.1, '2026-11-12'), preliminary);
    expect(said(card)).toContain(
      'A test from November 24, 2026 is not final yet. The value will show here when the laboratory has finished it.',
    );
    expect(said(card).join(' ')).not.toContain('6.6');
    expect(missingValueSentence(cardOf(preliminary), ZONE)).toMatch(
      /^A test from November 24, 2026 is not final yet/,
    );
  });

  test('rule 18: no direction is said between two methods, and the value before is still told', () => {
    const by = (text: string) => ({ method: { text } });
    const card = cardOf(k(4, '2026-11-01', by('ISE')), k(5, '2026-11-02', by('Flame')));
    expect(beforeSentences(card, ZONE, READ_AT_MS)).toEqual([
      'Last time, on November 1, 2026, it was 4 mmol/L.',
      'That was inside the range.',
    ]);
  });

  test('a result in words alone has a card, and one about somebody else has none', () => {
    const words = resultInput('5196-1', 'Not detected', '', '2026-11-12');
    expect(cardOf(words).result.text).toBe('Not detected');
  });

  test('rule 30: a limit below zero that was read from text keeps its sign', () => {
    const card = cardOf(k(-3, '2026-11-12', { referenceRange: [{ text: '-2 - 2' }] }));
    expect(positionSentencesOf(card)).toEqual([
      'This result is below the range the laboratory uses: -2 to 2.',
    ]);
    const both = cardOf(k(-3, '2026-11-12', { referenceRange: [{ text: '-4.0--1.5' }] }));
    expect(positionSentencesOf(both)).toEqual([
      'This result is inside the range the laboratory uses: -4.0 to -1.5.',
    ]);
  });

  test('rule 36: a value of which nobody said that it is final says so, and calls nobody well', () => {
    for (const status of ['unknown', 'in-review', undefined]) {
      const card = cardOf(k(4.1, '2026-11-12', { status }));
      expect([noteSentences(card), standingOf(card)]).toEqual([
        ['The laboratory did not say that this result is final.'],
        'open',
      ]);
      expect(adviceSentence(card, undefined, false)).toBe('Ask your care team what this means.');
    }
    const newer = cardOf(k(4.1, '2026-11-12'), k(4.4, '2026-11-13', { status: 'unknown' }));
    expect(openSentences(newer, ZONE)[0]).toContain('The laboratory did not say that this result is final.');
  });

  test('a date that cannot be right is said with the value, and calls nobody well', () => {
    const card = cardOf(k(4.1, '2031-01-01T08:00:00Z'));
    expect([noteSentences(card), standingOf(card)]).toEqual([
      ['The date of this result cannot be right.'],
      'open',
    ]);
  });

  test.each(['1:128', '3+', '>1:64'])(
    'a newer "%s" is no number and no words, and is told as it was sent',
    (value) => {
      const [sentence] = openSentences(cardOf(k(4.1, '2026-11-12'), k(value, '2026-11-13')), ZONE);
      expect(sentence).toBe(
        `A newer result, from November 13, 2026, cannot be compared with the ones before: ${value}.`,
      );
    },
  );

  test('rules 23 and 44: of two results of one day without a time nobody says that they were measured at once', () => {
    const card = cardOf(k(4.1, '2026-11-12'), k(4.6, '2026-11-12'));
    expect(openSentences(card, ZONE)[0]).toMatch(
      /^At about the same time there is another result: 4\.[16] mmol\/L\.$/,
    );
  });

  test('a mark for the whole Observation is not told as a mark of one of its parts', () => {
    const part = (code: string, value: number, low: number, high: number) => ({
      code: loinc(code),
      valueQuantity: { value, unit: 'mmol/L' },
      ...range(low, high),
    });
    const panel = {
      ...k('', '2026-11-12', flagConcept('H')),
      code: loinc('24326-1'),
      valueString: undefined,
      referenceRange: undefined,
      component: [part('2823-3', 4.1, 3.5, 5), part('2951-2', 150, 136, 145)],
    };
    const [first, second] = cardsOf(recordOf([panel]).series).map(positionSentencesOf);
    const group = 'The laboratory marked a group of results as outside its range. This one is in the group.';
    const inside = [first, second].find((one) => one?.[0]?.includes('inside'));
    expect(inside).toEqual(['This result is inside the range the laboratory uses: 3.5 to 5.', group]);
  });

  test('a mark in words that names no side is told, and a code alone is not', () => {
    const marked = (coding: object) => ({
      interpretation: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', ...coding },
          ],
        },
      ],
    });
    const notesOf = (coding: object) => noteSentences(cardOf(k(4.1, '2026-11-12', marked(coding))));
    expect(notesOf({ code: 'POS', display: 'Positive' })).toEqual(['The laboratory marked it: “Positive”.']);
    expect(notesOf({ code: 'R' })).toEqual([]);
  });

  test('rule 21: why there is no value is told as it was sent, and what is withheld in plain words', () => {
    const absent = (dataAbsentReason: object) =>
      cardOf({ ...k('', '2026-11-12', { dataAbsentReason }), valueString: undefined });
    expect(noteSentences(absent({ text: 'Specimen lost' }))).toEqual([
      'The laboratory noted: “Specimen lost”.',
    ]);
    expect(noteSentences(absent({ coding: [{ code: 'masked' }] }))).toEqual([
      'The health system does not show this value here.',
    ]);
  });

  test('a result of years ago is not told as how it is now, and a month is no day', () => {
    const old = cardOf(k(5.4, '2019-10'), k(5.8, '2020-11-12'));
    expect(beforeSentences(old, ZONE, READ_AT_MS)).toEqual([
      'Before that, in October 2019, it was 5.4 mmol/L.',
      'That was above the range.',
      'This one is higher.',
    ]);
  });

  test('rule 33: what was withdrawn stands on no card', () => {
    expect(cardsOf(recordOf([k(9.9, '2026-11-20', { status: 'entered-in-error' })]).series)).toEqual([]);
  });

  test('rule 7: both numbers of a blood pressure are one card, which is a measurement', () => {
    const card = cardOf(pressure(134, 72, '2026-11-12T08:00:00Z'));
    expect([card.result.text, isMeasurement(card), card.result.positions.length]).toEqual([
      '134/72',
      true,
      2,
    ]);
  });
});

test('dates follow the language, and numbers stay as the laboratory wrote them', () => {
  speak('es', 'es-MX', {});
  const card = cardOf(k('1.50', '2026-11-12'));
  expect(card.result.text).toBe('1.50');
  expect(
    newerSentence(
      { manner: 'cancelled', order: 'after', lead: { row: card.result.row, series: card.series }, parts: [] },
      ZONE,
      'laboratory',
    ),
  ).toContain('12 de noviembre de 2026');
});
