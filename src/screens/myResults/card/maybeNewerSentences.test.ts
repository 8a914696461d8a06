import { afterEach, describe, expect, test } from 'vitest';
import { resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { CARD_ZONE, onlyCardOf, potassiumResult } from './cardFixture.ts';
import { newerSentence, maybeNewerSentences } from './maybeNewerSentences.ts';

afterEach(() => speakEnglish());

describe('rule 13: a card says what is newer than its number, in sentences', () => {
  test('a newer number whose unit may be wrong is told with that', () => {
    const leukocytes = (value: number, unit: string, at: string) => resultInput('6690-2', value, unit, at);
    const card = onlyCardOf(
      leukocytes(6, '10*3/uL', '2026-05-11T08:00:00-05:00'),
      leukocytes(6100, 'K/uL', '2026-10-05T08:00:00-05:00'),
    );
    expect(maybeNewerSentences(card, CARD_ZONE)[0]).toMatch(
      /6,100 .*The unit of this result may be wrong, so do not rely on its value\.$/,
    );
  });

  test.each(['1:128', '3+', '>1:64'])(
    'a newer "%s" is no number and no words, and is told as it was sent',
    (value) => {
      const [sentence] = maybeNewerSentences(
        onlyCardOf(potassiumResult(4.1, '2026-11-12'), potassiumResult(value, '2026-11-13')),
        CARD_ZONE,
      );
      expect(sentence).toBe(
        `A newer result, from November 13, 2026, cannot be compared with the ones before: ${value}.`,
      );
    },
  );

  test('rules 23 and 44: of two results of one day without a time nobody says that they were measured at once', () => {
    const card = onlyCardOf(potassiumResult(4.1, '2026-11-12'), potassiumResult(4.6, '2026-11-12'));
    expect(maybeNewerSentences(card, CARD_ZONE)[0]).toMatch(
      /^At about the same time there is another result: 4\.[16] mmol\/L\.$/,
    );
  });
});

test('dates follow the language, and numbers stay as the laboratory wrote them', () => {
  speak('es', 'es-MX', {});
  const card = onlyCardOf(potassiumResult('1.50', '2026-11-12'));
  expect(card.result.text).toBe('1.50');
  expect(
    newerSentence(
      { manner: 'cancelled', order: 'after', lead: { row: card.result.row, series: card.series }, parts: [] },
      CARD_ZONE,
      'laboratory',
    ),
  ).toContain('12 de noviembre de 2026');
});
