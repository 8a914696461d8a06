import { afterEach, describe, expect, test } from 'vitest';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { cardsOf } from './cards.ts';
import { standingOf } from './cardStanding.ts';
import { positionSentencesOf } from './rangeSentences.ts';

afterEach(() => speakEnglish());

const percent = (value: number) => ({ value, unit: '%' });
const NORMAL = { low: percent(4), high: percent(5.6), type: { coding: [{ code: 'normal' }] } };
const goal = (type: object, limits: object = { high: percent(7) }) => ({ ...limits, type });
const a1cCard = (...referenceRange: readonly object[]) =>
  cardsOf(recordOf([resultInput('4548-4', 6.4, '%', '2026-11-12', { referenceRange })]).series)[0]!;

describe('rules 28 and 55: a goal is said only where the source sends one, as it was sent', () => {
  test.each([
    [{ text: 'Goal' }, 'The laboratory sent a goal: up to 7 %.'],
    [{ text: 'Target range' }, 'The laboratory sent a goal: up to 7 %.'],
    [{ coding: [{ code: 'recommended' }] }, 'The laboratory sent a recommended range: up to 7 %.'],
    [{ coding: [{ code: 'treatment' }] }, 'The laboratory sent a range for treatment: up to 7 %.'],
    [
      { coding: [{ code: 'therapeutic', display: 'Therapeutic Desired Level' }] },
      'The laboratory sent a range for treatment: up to 7 %.',
    ],
  ])('beside the usual range: %j', (type, said) => {
    const card = a1cCard(NORMAL, goal(type));
    expect(positionSentencesOf(card)).toEqual([
      'This result is above the range the laboratory uses: 4 to 5.6.',
      said,
    ]);
    // Below the goal, but outside of the range: a goal makes nothing calm.
    expect(standingOf(card)).toBe('outside');
  });

  test('a goal with two limits is told in words, as a range is', () => {
    const [, said] = positionSentencesOf(
      a1cCard(NORMAL, goal({ text: 'Goal' }, { low: { value: 6 }, high: { value: 7 } })),
    );
    expect(said).toBe('The laboratory sent a goal: 6 to 7.');
    const [alone] = positionSentencesOf(
      a1cCard(goal({ text: 'Goal' }, { low: percent(6), high: percent(7) })),
    );
    expect(alone).toBe('The laboratory sent a goal: 6 % to 7 %.');
  });

  test('a goal alone is no range to compare with, and never reads as one', () => {
    const card = a1cCard(goal({ coding: [{ code: 'treatment' }] }));
    expect(positionSentencesOf(card)).toEqual(['The laboratory sent a range for treatment: up to 7 %.']);
    expect(standingOf(card)).toBe('unknown');
  });

  test('other limits keep the words of the laboratory: nobody knows on which side a critical limit lies', () => {
    const card = a1cCard(goal({ text: 'Critical' }, { low: percent(4), high: percent(12) }));
    expect(positionSentencesOf(card)).toEqual([
      'The laboratory wrote about its range: “4 %–12 % (Critical)”.',
    ]);
  });

  test('a critical limit beside the usual range is told in the words of the laboratory, and nothing is concluded of it', () => {
    const critical = goal({ text: 'Critical' }, { high: percent(12) });
    const card = a1cCard(NORMAL, critical, goal({ text: 'Goal' }));
    expect(positionSentencesOf(card)).toEqual([
      'This result is above the range the laboratory uses: 4 to 5.6.',
      'The laboratory wrote about its range: “≤12 % (Critical)”.',
      'The laboratory sent a goal: up to 7 %.',
    ]);
  });

  test('a range beside that of a converted result has the unit in which it was sent, and the compared one is not repeated', () => {
    const limit = (value: number) => ({ value });
    const referenceRange = [
      { low: limit(120), high: limit(160), text: '120-160 (adults)' },
      { high: limit(70), type: { text: 'critical' } },
    ];
    const sent = resultInput('718-7', 140, 'g/L', '2026-11-12', { referenceRange });
    const other = resultInput('718-7', 14.1, 'g/dL', '2026-11-10');
    const [card] = cardsOf(recordOf([sent, other]).series);
    expect(card?.result.unit).toBe('g/dL');
    const said = positionSentencesOf(card!);
    expect(said).toEqual([
      'This result is inside the range the laboratory uses: 12 to 16.',
      'The laboratory wrote about its range: “≤70 g/L (critical)”.',
    ]);
  });

  test('a range with the limits of the usual one and another meaning is told', () => {
    const card = a1cCard(NORMAL, goal({ text: 'Pregnancy' }, { low: percent(4), high: percent(5.6) }));
    expect(positionSentencesOf(card).at(-1)).toBe(
      'The laboratory wrote about its range: “4 %–5.6 % (Pregnancy)”.',
    );
  });

  test('the goal of one number of a blood pressure is said of that number, by whoever sent it', () => {
    const sent = pressure(134, 72, '2026-11-12');
    const [systolic, ...others] = sent['component'] as readonly object[];
    const referenceRange = [goal({ text: 'Goal' }, { high: { value: 130, unit: 'mm[Hg]' } })];
    const record = recordOf([{ ...sent, component: [{ ...systolic, referenceRange }, ...others] }]);
    const [card] = cardsOf(record.series);
    expect(positionSentencesOf(card!)).toEqual(['Upper number: It came with a goal: up to 130 mmHg.']);
  });

  test('in Spanish a goal is said in Spanish, and its numbers stand as sent', () => {
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    expect(positionSentencesOf(a1cCard(NORMAL, goal({ text: 'Goal' }))).at(-1)).toBe(
      'El laboratorio envió una meta: hasta 7 %.',
    );
  });
});
