import { afterEach, expect, test } from 'vitest';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { beforeSentences, noteSentences } from '../card/cardSentences.ts';
import { CARD_ZONE } from '../card/cardFixture.ts';
import { cardsOf } from '../card/cards.ts';
import { maybeNewerSentences } from '../card/maybeNewerSentences.ts';
import { whoMeasuredText } from '../measurements/measuredByWords.ts';
import { readingBefore } from '../measurements/readingBefore.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { entryWords } from '../result/entryWords.ts';
import { entriesOf } from '../result/resultFacts.ts';
import { patientUnitsSpanish } from './patientUnits.es.messages.ts';

afterEach(speakEnglish);

const urine = (mL: number, start: string, end: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...resultInput('9187-6', mL, 'mL', end, more),
  effectiveDateTime: undefined,
  effectivePeriod: { start: `2026-11-${start}:00Z`, end: `2026-11-${end}:00Z` },
});
const cardsFrom = (...resources: readonly unknown[]) => cardsOf(recordOf(resources).series);
const NOW_MS = Date.parse('2026-11-12T12:00:00Z');
const inSpanish = () =>
  speak('es', 'es-US', { myResults: myResultsSpanish, patientUnits: patientUnitsSpanish });

const DAY = urine(1500, '10T08:00', '11T08:00');
const HOUR = urine(60, '12T08:00', '12T09:00');

test('rule 18: an amount of an hour and one of a day say over how long they were collected', () => {
  const [card] = cardsFrom(DAY, HOUR);
  expect(noteSentences(card!)).toContain('It is the amount over 1 hour.');
  expect(beforeSentences(card!, CARD_ZONE, NOW_MS)).toEqual([
    'Last time, on November 11, 2026, it was 1,500 mL.',
    'That was the amount over 24 hours.',
  ]);
  expect(readingBefore(card!, CARD_ZONE)).toContain('That was the amount over 24 hours.');
  const table = entriesOf(card!).all.map((entry) => entryWords(entry, card!).notes);
  expect(table).toEqual([['It is the amount over 1 hour.'], ['It is the amount over 24 hours.']]);
});

test('in Spanish too', () => {
  inSpanish();
  const [card] = cardsFrom(DAY, HOUR);
  expect(noteSentences(card!)).toContain('Es la cantidad en 1 hora.');
  expect(beforeSentences(card!, CARD_ZONE, NOW_MS)).toContain('Esa fue la cantidad en 24 horas.');
  const [minutes] = cardsFrom(urine(40, '12T08:00', '12T08:30'));
  expect(noteSentences(minutes!)).toContain('Es la cantidad en 30 minutos.');
});

test('of two amounts that end at the same time each says its own', () => {
  const [card] = cardsFrom(
    { ...urine(1500, '11T09:00', '12T09:00'), id: 'a' },
    { ...urine(60, '12T08:00', '12T09:00'), id: 'b' },
  );
  const said = [...maybeNewerSentences(card!, CARD_ZONE), ...noteSentences(card!)].join(' ');
  expect(said).toContain('1,500 mL. It is the amount over 24 hours.');
  expect(said).toContain('It is the amount over 1 hour.');
});

test('a measurement tells it once, in the language of the page, and not among the words that were sent', () => {
  inSpanish();
  const [card] = cardsFrom({
    ...urine(60, '11T08:00', '12T08:00', { category: [{ coding: [{ code: 'vital-signs' }] }] }),
    code: { text: 'Drain output' },
    method: { text: 'Bulb' },
  });
  expect(whoMeasuredText(card!.result.row)).toBe('Bulb');
  expect(noteSentences(card!)).toContain('Es la cantidad en 24 horas.');
});

test.each([
  ['a day alone', { effectiveDateTime: '2026-11-12' }],
  ['no end', { effectiveDateTime: undefined, effectivePeriod: { start: '2026-11-11T08:00:00Z' } }],
])('nothing is said of an amount with %s', (_, when) => {
  const cards = cardsFrom({ ...resultInput('9187-6', 60, 'mL', '2026-11-12'), ...when });
  expect(cards.flatMap(noteSentences).join(' ')).not.toContain('amount');
});

test('a method that speaks of hours stays as it was sent', () => {
  const [card] = cardsFrom(
    resultInput('8867-4', 70, '/min', '2026-11-12', {
      category: [{ coding: [{ code: 'vital-signs' }] }],
      method: { text: 'Mean over 24 h' },
    }),
  );
  expect(whoMeasuredText(card!.result.row)).toBe('Mean over 24 h');
  expect(noteSentences(card!)).toEqual([]);
});
