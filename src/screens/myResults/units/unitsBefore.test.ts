import { afterEach, describe, expect, test } from 'vitest';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { resultInput } from '../../../testing/recordFixture.ts';
import { readingBefore } from '../measurements/readingBefore.ts';
import { CARD_ZONE, onlyCardOf } from '../card/cardFixture.ts';
import { beforeSentences } from '../card/cardSentences.ts';
import { maybeNewerSentences } from '../card/maybeNewerSentences.ts';

const TODAY_MS = Date.parse('2026-11-24T20:00:00Z');

const saidBefore = (...resources: readonly object[]): readonly string[] =>
  beforeSentences(onlyCardOf(...resources), CARD_ZONE, TODAY_MS);

describe('a result before that was sent in another unit than it is shown in', () => {
  test('says what was sent, as the result now does', () => {
    expect(
      saidBefore(
        resultInput('29463-7', 185, '[lb_av]', '2026-10-20T15:00:00Z'),
        resultInput('29463-7', 81.6, 'kg', '2026-11-20T15:00:00Z'),
      ),
    ).toEqual(['Last time, on October 20, 2026, it was 83.9 kg.', 'That was sent as 185 pounds.']);
    expect(
      saidBefore(
        resultInput('718-7', 128, 'g/L', '2026-10-20T15:00:00Z'),
        resultInput('718-7', 13.2, 'g/dL', '2026-11-20T15:00:00Z'),
      ),
    ).toEqual(['Last time, on October 20, 2026, it was 12.8 g/dL.', 'That was sent as 128 g/L.']);
  });

  test('says it of a measurement too', () => {
    const card = onlyCardOf(
      resultInput('8310-5', 99.5, '[degF]', '2026-10-20T15:00:00Z'),
      resultInput('8310-5', 37, 'Cel', '2026-11-20T15:00:00Z'),
    );
    expect(readingBefore(card, CARD_ZONE)).toBe(
      'The reading before, October 20, 2026 at 10:00 AM: 37.5 °C. That was sent as 99.5 °F.',
    );
  });

  test('says nothing of it where both came in one unit', () => {
    expect(
      saidBefore(
        resultInput('29463-7', 83.9, 'kg', '2026-10-20T15:00:00Z'),
        resultInput('29463-7', 81.6, 'kg', '2026-11-20T15:00:00Z'),
      ),
    ).toEqual(['Last time, on October 20, 2026, it was 83.9 kg.', 'Now it is lower.']);
  });
});

describe('a newer result of the same day as the one that is shown', () => {
  const shown = resultInput('2823-3', 4.4, 'mmol/L', '2026-11-08T14:00:00Z');
  const newer = (at: string) => resultInput('2823-3', 4.9, 'mmol/L', at, { status: 'preliminary' });

  test('has its time of day, and the one that is shown too', () => {
    expect(maybeNewerSentences(onlyCardOf(shown, newer('2026-11-08T21:30:00Z')), CARD_ZONE)).toEqual([
      'A test from November 8, 2026 at 3:30 PM is not final yet. The value will show here when the laboratory has finished it.',
      'The result shown here is from November 8, 2026 at 8:00 AM.',
    ]);
  });

  test('of another day has none', () => {
    expect(maybeNewerSentences(onlyCardOf(shown, newer('2026-11-09T21:30:00Z')), CARD_ZONE)).toEqual([
      'A test from November 9, 2026 is not final yet. The value will show here when the laboratory has finished it.',
      'The result shown here is from November 8, 2026.',
    ]);
  });
});

describe('in Spanish', () => {
  afterEach(speakEnglish);

  test('what was sent before is said in Spanish', () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    expect(
      saidBefore(
        resultInput('718-7', 128, 'g/L', '2026-10-20T15:00:00Z'),
        resultInput('718-7', 13.2, 'g/dL', '2026-11-20T15:00:00Z'),
      )[1],
    ).toBe('Ese valor se envió como 128 g/L.');
  });
});
