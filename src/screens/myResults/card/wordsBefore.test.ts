import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { flagConcept, READ_AT_MS, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { CARD_ZONE, onlyCardOf } from './cardFixture.ts';
import { beforeSentences } from './cardSentences.ts';

const virus = (words: string, at: string, more: object = {}) =>
  resultInput('5196-1', words, '', at, { id: `${words.slice(0, 3)}${at}`, ...more });
const saidBefore = (...results: readonly unknown[]) =>
  beforeSentences(onlyCardOf(...results), CARD_ZONE, READ_AT_MS);

afterEach(speakEnglish);

const NEWEST = virus('Not detected', '2026-11-12');

describe('a test whose results are words', () => {
  test('has its words of the last time, as they were sent', () => {
    expect(saidBefore(NEWEST, virus('Detected', '2026-10-03'), virus('Not detected', '2026-08-01'))).toEqual([
      'Last time, on October 3, 2026, it was “Detected”.',
    ]);
  });

  test('says so in Spanish', () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    expect(saidBefore(NEWEST, virus('Detected', '2026-10-03'))).toEqual([
      'La vez anterior, el 3 de octubre de 2026, fue “Detected”.',
    ]);
  });

  test('says the mark that came with them', () => {
    const marked = { ...flagConcept('A') };
    expect(saidBefore(NEWEST, virus('Detected', '2026-10-03', marked))).toEqual([
      'Last time, on October 3, 2026, it was “Detected”.',
      'That was marked as not usual.',
    ]);
  });

  test('has a coded answer and a yes in words', () => {
    const coded = { valueString: undefined, valueCodeableConcept: { text: 'Positive' } };
    expect(saidBefore(NEWEST, virus('', '2026-10-03', coded))[0]).toContain('it was “Positive”.');
    const yes = { valueString: undefined, valueBoolean: true };
    expect(saidBefore(NEWEST, virus('', '2026-10-03', yes))[0]).toContain('it was Yes.');
  });

  test.each([
    ['a cancelled one', virus('', '2026-10-20', { status: 'cancelled', valueString: undefined })],
    ['one that is still awaited', virus('', '2026-10-20', { status: 'registered', valueString: undefined })],
    ['a preliminary one', virus('Detected', '2026-10-20', { status: 'preliminary' })],
    ['one that was withdrawn', virus('Detected', '2026-10-20', { status: 'entered-in-error' })],
    ['one of a donor', virus('Detected', '2026-10-20', { focus: [{ display: 'Donor' }] })],
  ])('rules 33, 34 and 36: %s in between is no last time', (_, between) => {
    expect(saidBefore(NEWEST, between, virus('Not detected', '2026-10-03'))).toEqual([
      'Last time, on October 3, 2026, it was “Not detected”.',
    ]);
  });

  test.each([
    ['a long report', [virus(`${'Detected, '.repeat(8)}see note`, '2026-10-20')]],
    ['words of one day that do not agree', [virus('Detected', '2026-10-20'), virus('None', '2026-10-20')]],
    ['a month that the newest may lie in', [virus('Detected', '2026-11')]],
    ['a result without a date', [virus('Detected', '2026-10-20', { effectiveDateTime: undefined })]],
    [
      'one without a value',
      [virus('', '2026-10-20', { dataAbsentReason: loinc('x'), valueString: undefined })],
    ],
  ])('rules 13 and 44: nothing is called the last time before %s', (name, between) => {
    const older =
      name.startsWith('a month') || name.startsWith('a result') ? [] : [virus('Old', '2026-08-01')];
    expect(saidBefore(NEWEST, ...between, ...older)).toEqual([]);
  });

  test('a preliminary newest result has no last time', () => {
    const open = virus('Detected', '2026-11-20', { status: 'preliminary' });
    expect(saidBefore(open)).toEqual([]);
  });
});
