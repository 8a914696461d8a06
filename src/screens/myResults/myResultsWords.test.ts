import { afterEach, expect, test } from 'vitest';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { noteSentences } from './card/cardSentences.ts';
import { cardsOf } from './card/cards.ts';
import { maybeNewerSentences } from './card/maybeNewerSentences.ts';
import { myResultsSpanish } from './myResults.es.messages.ts';
import { namesMessages } from './names/names.messages.ts';
import { namesSpanish } from './names/names.es.messages.ts';

afterEach(() => speakEnglish());
const inSpanish = () => speak('es', 'es-MX', { myResults: myResultsSpanish });

const potassium = (more: Readonly<Record<string, unknown>>, at = '2026-11-12', value = 4.1) =>
  resultInput('2823-3', value, 'mmol/L', at, more);
const weight = (more: Readonly<Record<string, unknown>>, unit = 'kg') =>
  resultInput('29463-7', 70, unit, '2026-11-12', more);
const notesOf = (...sent: readonly unknown[]) => noteSentences(cardsOf(recordOf(sent).series)[0]!).join(' ');

test('rule 35: what was changed is said in a whole sentence, of a result and of a reading', () => {
  const amended = { status: 'amended' };
  expect(notesOf(potassium(amended))).toBe(
    'The laboratory has changed this result, or added something to it.',
  );
  expect(notesOf(weight(amended))).toBe('This reading was changed, or something was added to it.');
  inSpanish();
  expect(notesOf(potassium(amended))).toBe('El laboratorio cambió este resultado o le agregó algo.');
  expect(notesOf(weight(amended))).toBe('Esta medición se cambió o se le agregó algo.');
});

test('rule 36: a measurement that nobody called final is a reading, and no result', () => {
  const open = { status: 'unknown' };
  expect(notesOf(potassium(open))).toBe('The laboratory did not say that this result is final.');
  expect(notesOf(weight(open))).toBe('Nobody said that this reading is final.');
  inSpanish();
  expect(notesOf(potassium(open))).toBe('El laboratorio no dijo que este resultado sea definitivo.');
  expect(notesOf(weight(open))).toBe('Nadie dijo que esta medición sea la definitiva.');
});

test('a date or a unit in doubt is said of a measurement in the words of the sentences beside it', () => {
  const late = { effectiveDateTime: '2031-01-01T08:00:00Z' };
  const huge = resultInput('29463-7', 7000, 'kg', '2026-11-12');
  expect(notesOf(weight(late))).toBe('The date of this reading cannot be right.');
  expect(notesOf(huge)).toBe('The unit of this reading may be wrong, so do not rely on its value.');
  inSpanish();
  expect(notesOf(weight(late))).toBe('La fecha de esta medición no puede ser correcta.');
  expect(notesOf(huge)).toBe('La unidad de esta medición puede ser incorrecta; no se guíe por su valor.');
});

test('rules 23 and 44: results known only to the day share a date in Spanish, and no time of day', () => {
  inSpanish();
  const sentenceOf = (...sent: readonly unknown[]) =>
    maybeNewerSentences(cardsOf(recordOf(sent).series)[0]!, 'UTC')[0];
  expect(sentenceOf(potassium({}), potassium({}, '2026-11-12', 4.6))).toMatch(
    /^En la misma fecha hay otro resultado: 4\.[16] mmol\/L\.$/,
  );
  expect(sentenceOf(pressure(134, 72, '2026-11-12'), pressure(120, 70, '2026-11-12'))).toMatch(
    /^En la misma fecha hay otra medición/,
  );
});

test('words that stand beside a name fit it', () => {
  expect([namesSpanish.highestValue, namesSpanish.lowestValue]).toEqual(['valor más alto', 'valor más bajo']);
  expect(namesMessages.afterDialysis).toBe('after dialysis to clean the blood');
  expect([myResultsSpanish.noSureDate, myResultsSpanish.cut]).toEqual([
    'Fecha dudosa',
    'Este resultado es más largo de lo que se muestra aquí.',
  ]);
});
