import { afterEach, describe, expect, test } from 'vitest';
import {
  flagConcept,
  pressure,
  READ_AT_MS,
  recordOf,
  resultInput,
} from '../../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../../words/language.ts';
import { myResultsSpanish } from '../../myResults.es.messages.ts';
import { CARD_ZONE, onlyCardOf, potassiumResult } from '../cardFixture.ts';
import { adviceSentence, beforeSentences, newestOf } from '../cardSentences.ts';
import { cardsOf, type PatientCard } from '../cards.ts';
import { standingOf } from '../cardStanding.ts';
import { readingBefore } from '../../measurements/readingBefore.ts';
import { maybeNewerSentences } from '../maybeNewerSentences.ts';

afterEach(() => speakEnglish());

const DATED = () => potassiumResult(4.1, '2026-11-12T08:00:00-06:00');
const told = (card: PatientCard) => maybeNewerSentences(card, CARD_ZONE);
const beside = (...others: readonly unknown[]) => onlyCardOf(DATED(), ...others);
const SHOWN = 'The result shown here is from November 12, 2026.';

describe('rules 13 and 43: a result without a date beside a dated one is told, and never called the latest', () => {
  test.each([
    ['a number', potassiumResult(4.4, ''), 'Another result came without a date: 4.4 mmol/L.'],
    ['the same number', potassiumResult(4.1, ''), 'Another result came without a date: 4.1 mmol/L.'],
    [
      'one above its range',
      potassiumResult(6.2, ''),
      'Another result came without a date: 6.2 mmol/L. It is above its range.',
    ],
    ['words', potassiumResult('Hemolyzed', ''), 'Another result came without a date: “Hemolyzed”.'],
    [
      'a date that is none',
      potassiumResult(4.4, 'yesterday'),
      'Another result came without a date: 4.4 mmol/L.',
    ],
    [
      'one that is not final',
      potassiumResult(4.4, '', { status: 'preliminary' }),
      'A test is not final yet. The value will show here when the laboratory has finished it.',
    ],
    [
      'a day to come',
      potassiumResult(4.4, '2031-01-01'),
      'Another result has a date that cannot be right, January 1, 2031: 4.4 mmol/L.',
    ],
  ])('%s', (_, other, sentence) => {
    const card = beside(other);
    expect(card.result.text).toBe('4.1');
    expect(told(card)).toEqual([sentence, SHOWN]);
    expect(adviceSentence(card, undefined, false)).toBe('Ask your care team what this means.');
    expect(['open', 'outside']).toContain(standingOf(card));
    expect(newestOf(card, READ_AT_MS)).toBe('no');
  });

  test('one above its range is in the list of those outside, and one inside is not called well', () => {
    expect(standingOf(beside(potassiumResult(6.2, '')))).toBe('outside');
    expect(standingOf(beside(potassiumResult(4.4, '')))).toBe('open');
  });

  test('a critical one says to call, and is not called newer', () => {
    const card = beside(potassiumResult(7.2, '', flagConcept('HH')));
    expect(standingOf(card)).toBe('urgent');
    expect(adviceSentence(card, undefined, false)).toBe(
      'The laboratory marked another result as urgent. If nobody has talked with you about it, call your care team now.',
    );
    expect(told(card)[0]).toBe('Another result came without a date: 7.2 mmol/L. It is above its range.');
  });

  test('the time before is not called the last time', () => {
    const card = onlyCardOf(
      DATED(),
      potassiumResult(4.4, ''),
      potassiumResult(3.9, '2026-10-01T08:00:00-05:00'),
    );
    expect(beforeSentences(card, CARD_ZONE, READ_AT_MS)[0]).toBe(
      'Before that, on October 1, 2026, it was 3.9 mmol/L.',
    );
  });

  test('of many the number is told, and that one is outside', () => {
    const many = [4, 4.2, 4.4, 4.6, 6.6].map((value) => potassiumResult(value, ''));
    expect(told(beside(...many))).toEqual([
      '5 other results have no date, or one that cannot be right. They are in the list of all results. At least one of them is outside its range.',
      SHOWN,
    ]);
  });

  test('an answer in words, and both numbers of a blood pressure', () => {
    const virus = (answer: string, at: string) => resultInput('94500-6', answer, '', at);
    expect(told(onlyCardOf(virus('Not detected', '2026-11-12'), virus('Detected', '')))[0]).toBe(
      'Another result came without a date: “Detected”.',
    );
    const cards = cardsOf(recordOf([pressure(120, 80, '2026-11-12'), pressure(190, 110, '')]).series);
    expect(cards.map((card) => told(card)[0])).toEqual([
      'Another reading came without a date: 190/110 mmHg.',
    ]);
  });

  test('what was withdrawn, is about somebody else or was cancelled is not told', () => {
    for (const more of [
      { status: 'entered-in-error' },
      { status: 'cancelled' },
      { focus: [{ reference: 'Patient/baby' }] },
    ])
      expect(told(beside(potassiumResult(4.4, '', more)))).toEqual([]);
  });

  test('in Spanish', () => {
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    expect(told(beside(potassiumResult(6.2, '')))[0]).toBe(
      'Otro resultado llegó sin fecha: 6.2 mmol/L. Está por encima de su rango.',
    );
    expect(told(beside(potassiumResult(4.4, '2031-01-01')))[0]).toBe(
      'Otro resultado tiene una fecha que no puede ser correcta, 1 de enero de 2031: 4.4 mmol/L.',
    );
  });
});

describe('rule 34: another result of the same moment is told with what of it is not certain', () => {
  const AT = '2026-11-12T08:00:00-06:00';
  test.each([
    ['words', potassiumResult('Hemolyzed', AT), 'At the same time there is another result: “Hemolyzed”.'],
    [
      'a number that nobody called final',
      potassiumResult(4.6, AT, { status: 'unknown' }),
      'At the same time there is another result: 4.6 mmol/L. The laboratory did not say that this result is final.',
    ],
  ])('%s', (_, other, sentence) => {
    const card = beside(other);
    expect(told(card)[0]).toBe(sentence);
    expect(standingOf(card)).toBe('open');
  });

  test('a very unusual number that is tied with the one shown', () => {
    const card = onlyCardOf(potassiumResult(4.1, AT, { id: 'o1' }), potassiumResult(16, AT, { id: 'o2' }));
    const [shown, other] = [card.result.text, told(card)[0]];
    expect([shown, other]).toEqual(['16', 'At the same time there is another result: 4.1 mmol/L.']);
    const three = onlyCardOf(potassiumResult(17, AT), potassiumResult(4.1, AT), potassiumResult(16, AT));
    expect(told(three).join(' ')).toContain(
      'It is above its range. This number is very unusual, so it should be checked.',
    );
  });

  test('a blood pressure whose numbers contradict each other, tied with one whose numbers fit', () => {
    const sent = [
      { ...pressure(80, 120, AT), id: 'o1' },
      { ...pressure(144, 90, AT), id: 'o2' },
    ];
    const [card] = cardsOf(recordOf(sent).series);
    expect(card?.result.text).toBe('144/90');
    expect(told(card!)).toEqual([
      'At the same time there is another reading: 80/120 mmHg. Some numbers of this reading do not fit together, so they should be checked.',
    ]);
  });

  test('a number before the newest one that should be checked', () => {
    const beforeOf = (earlier: unknown, later: unknown) => {
      const [card] = cardsOf(recordOf([earlier, later]).series);
      return [beforeSentences(card!, CARD_ZONE, READ_AT_MS), readingBefore(card!, CARD_ZONE)];
    };
    const [sentences, reading] = beforeOf(
      pressure(80, 120, '2026-11-11T08:00:00-06:00'),
      pressure(144, 90, AT),
    );
    expect(sentences).toContain('That value should be checked.');
    expect(reading).toContain('80/120 mmHg. That value should be checked.');
    const [extreme] = beforeOf(potassiumResult(16, '2026-11-11T08:00:00-06:00'), potassiumResult(4.1, AT));
    expect(extreme).toContain('That value should be checked.');
    const [usual] = beforeOf(potassiumResult(4.4, '2026-11-11T08:00:00-06:00'), potassiumResult(4.1, AT));
    expect(usual).not.toContain('That value should be checked.');
  });

  test.each([
    ['hemolyzed', { note: [{ text: 'Specimen hemolyzed' }] }, true],
    ['falsely elevated', { note: [{ text: 'Result may be falsely elevated by hemolysis' }] }, true],
    ['marked as having no value', { dataAbsentReason: { coding: [{ code: 'unknown' }] } }, true],
    ['not hemolyzed', { note: [{ text: 'No hemolysis' }] }, false],
    ['fine', { note: [{ text: 'Fasting sample' }] }, false],
  ])('a number before the newest one whose sample is %s', (_, more, isTold) => {
    const noted = potassiumResult(6.8, '2026-11-11T08:00:00-06:00', more);
    const [card] = cardsOf(recordOf([noted, potassiumResult(4.1, AT)]).series);
    const sentence = 'A problem with that sample or value was noted.';
    expect(beforeSentences(card!, CARD_ZONE, READ_AT_MS).includes(sentence)).toBe(isTold);
    expect(readingBefore(card!, CARD_ZONE).includes(sentence)).toBe(isTold);
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    const spanish = beforeSentences(card!, CARD_ZONE, READ_AT_MS);
    expect(spanish.includes('Se anotó un problema con esa muestra o ese valor.')).toBe(isTold);
  });
});
