import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { cardAttributes } from './cardAttributes.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { adviceSentence, beforeSentences, missingValueSentence, noteSentences } from './cardSentences.ts';
import { cardsOf, isMeasurement, type PatientCard } from './cards.ts';
import { isCritical } from './cardStanding.ts';
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
  ...beforeSentences(card, ZONE),
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
    [{ referenceRange: [] }, 'The laboratory sent no range with this result.'],
  ])('of the range %o it says "%s"', (more, sentence) => {
    expect(positionSentencesOf(cardOf(k(5.8, '2026-11-12', more)))).toEqual([sentence]);
  });

  test('of two results of one day the one before has its time of day, so that nobody takes it for the same', () => {
    const card = cardOf(k(5.8, '2026-11-12T14:00:00-06:00'), k(5.4, '2026-11-12T08:10:00-06:00'));
    expect(beforeSentences(card, ZONE)[0]?.replaceAll(/\s/g, ' ')).toBe(
      'Last time, on November 12, 2026 at 8:10 AM, it was 5.4 mmol/L.',
    );
    const days = cardOf(k(5.8, '2026-11-12T08:00:00-06:00'), k(5.4, '2026-11-11T08:10:00-06:00'));
    expect(beforeSentences(days, ZONE)[0]).toBe('Last time, on November 11, 2026, it was 5.4 mmol/L.');
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
    expect(beforeSentences(card, ZONE)).toEqual([
      'Last time, on November 1, 2026, it was 4 mmol/L.',
      'That was inside the range.',
    ]);
  });

  test('a result in words alone has a card, and one about somebody else has none', () => {
    const words = resultInput('5196-1', 'Not detected', '', '2026-11-12');
    expect(cardOf(words).result.text).toBe('Not detected');
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
