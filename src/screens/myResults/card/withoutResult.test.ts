import { describe, expect, test } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { CARD_ZONE, onlyCardOf, potassiumResult, rangeOf } from './cardFixture.ts';
import { adviceSentence, missingValueSentence, noteSentences } from './cardSentences.ts';
import { cardsOf } from './cards.ts';
import { standingOf } from './cardStanding.ts';
import { isPendingWord, isWithoutResultWord } from './labShorthand.ts';
import { maybeNewerSentences } from './maybeNewerSentences.ts';

const AT = '2026-11-12T08:00:00-06:00';
const words = (text: string, more: Readonly<Record<string, unknown>> = {}) =>
  onlyCardOf(resultInput('2823-3', text, '', AT, more));
const noted = (text: string) => ({ note: [{ text }] });
const empty = (more: object) => ({ ...potassiumResult(4.4, AT, more), valueQuantity: undefined });
const advice = (card: ReturnType<typeof words>) => adviceSentence(card, undefined, false);

describe('a word that laboratories write in place of a value is told in everyday words', () => {
  test.each([
    ['QNS', 'This means there was not enough of the sample to test.', 'if it will be done again'],
    ['Q.N.S.', 'This means there was not enough of the sample to test.', 'if it will be done again'],
    ['Test not performed', 'This means the test was not done.', 'if it will be done again'],
    [
      'Quantity not sufficient',
      'This means there was not enough of the sample to test.',
      'if it will be done again',
    ],
    ['TNP', 'This means the test was not done.', 'if it will be done again'],
    ['PENDING', 'This means the test was not finished yet.', 'when it will be ready'],
    ['In progress.', 'This means the test was not finished yet.', 'when it will be ready'],
    ['SEE NOTE', 'The words that this points to are not shown here.', 'what this means'],
    ['See  comments', 'The words that this points to are not shown here.', 'what this means'],
  ])('"%s"', (text, meaning, next) => {
    const card = words(text);
    expect(noteSentences(card)).toContain(meaning);
    expect(advice(card)).toContain(next);
    expect(card.result.text).toBe(text);
  });

  test.each([
    'ND',
    'NP',
    'NR',
    'Negative',
    'Not detected',
    'No growth after 48 hours, pending further growth',
    'Pending deletion variant detected',
    'See-saw pattern',
    'TNP-470',
    'Progress noted',
    'Below',
    'Note',
    '1:160',
    'Trace',
  ])('"%s" stands alone: it says something else, or has two meanings', (text) => {
    const card = words(text);
    expect(noteSentences(card)).toEqual([]);
    expect([isPendingWord(card.result.row), isWithoutResultWord(card.result.row)]).toEqual([false, false]);
    expect(advice(card)).toBe('Ask your care team what this means.');
  });

  test('a pending one is not ready, and a word that points to notes is not explained where they stand', () => {
    expect(standingOf(words('Pending'))).toBe('open');
    expect(standingOf(words('QNS'))).toBe('unknown');
    expect(noteSentences(words('See note', noted('Sample was clotted.')))).toEqual([
      'The laboratory noted: “Sample was clotted.”',
    ]);
  });

  test('of a newer one too, before the number that is shown', () => {
    const [card] = cardsOf(
      recordOf([potassiumResult(4.1, '2026-10-12'), resultInput('2823-3', 'QNS', '', AT)]).series,
    );
    expect(maybeNewerSentences(card!, CARD_ZONE)[0]).toBe(
      'A newer result, from November 12, 2026, is in words: “QNS”. This means there was not enough of the sample to test.',
    );
  });

  test('as the reason for having no value too', () => {
    const qns = onlyCardOf(empty({ dataAbsentReason: { text: 'QNS' } }));
    expect(noteSentences(qns)).toEqual([
      'The laboratory noted: “QNS”. This means there was not enough of the sample to test.',
    ]);
    expect(advice(qns)).toBe('Ask your care team if it will be done again.');
    const see = onlyCardOf(empty({ dataAbsentReason: { text: 'See note' }, ...noted('Clotted.') }));
    expect(noteSentences(see).join(' ')).not.toContain('not shown');
  });

  test('the notes to which a newer one points stand with it, and a code is said to be one', () => {
    const saidOfNewer = (one: unknown) =>
      maybeNewerSentences(
        cardsOf(recordOf([potassiumResult(4.1, '2026-10-12'), one]).series)[0]!,
        CARD_ZONE,
      )[0];
    expect(saidOfNewer(resultInput('2823-3', 'SEE NOTE', '', AT, noted('Please repeat.')))).toBe(
      'A newer result, from November 12, 2026, is in words: “SEE NOTE”. The laboratory noted: “Please repeat.”',
    );
    expect(saidOfNewer(resultInput('2823-3', 'Detected', '', AT, noted('Please repeat.')))).not.toContain(
      'repeat',
    );
    expect(saidOfNewer(empty({ valueCodeableConcept: { coding: [{ code: '260373001' }] } }))).toContain(
      'Only a code came, without its words.',
    );
  });

  test('a result outside its range is to be asked about, also where the newest one is not ready', () => {
    const undated = { ...potassiumResult(6.2, AT), effectiveDateTime: undefined };
    for (const card of [
      onlyCardOf(potassiumResult(4.1, AT, { status: 'preliminary' }), undated),
      words('Pending', flagConcept('A')),
    ]) {
      expect([standingOf(card), advice(card)]).toEqual(['outside', 'Ask your care team what this means.']);
    }
  });

  test('an urgent mark comes first', () => {
    expect(advice(words('QNS', flagConcept('AA')))).toContain('call your care team now');
  });

  test('in Spanish', () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    expect([...noteSentences(words('TNP')), advice(words('TNP')), advice(words('Pending'))]).toEqual([
      'Esto quiere decir que la prueba no se hizo.',
      'Pregunte a su equipo médico si se hará de nuevo.',
      'Su equipo médico le puede decir cuándo va a estar listo el resultado.',
    ]);
    speakEnglish();
  });
});

describe('a code that came without its words is said to be one', () => {
  const coded = (code: string) =>
    noteSentences(words('', { valueString: undefined, valueCodeableConcept: { coding: [{ code }] } }));

  test.each(['260373001', 'LA6576-8'])('"%s"', (code) => {
    expect(coded(code)).toEqual(['Only a code came, without its words.']);
  });

  test.each(['1+', '4', 'positive', 'A', 'LA', 'O-12345678'])('"%s" is an answer', (code) => {
    expect(coded(code)).toEqual([]);
  });
});

describe('a test without a result says why, and what to do', () => {
  const cancelled = (more: object) => onlyCardOf(empty({ status: 'cancelled', ...more }));

  test('why it was cancelled, as a reason or as a note', () => {
    const byReason = cancelled({ dataAbsentReason: { text: 'Hemolyzed specimen' } });
    expect(noteSentences(byReason)).toEqual(['The laboratory noted: “Hemolyzed specimen”.']);
    const byNote = cancelled(noted('Specimen clotted. Please recollect.'));
    expect(noteSentences(byNote)).toEqual(['The laboratory noted: “clotted”.']);
    expect(advice(byNote)).toBe('Ask your care team if it will be done again.');
  });

  test('before an older value', () => {
    const [card] = cardsOf(
      recordOf([
        potassiumResult(4.1, '2026-10-12'),
        empty({ status: 'cancelled', ...noted('Specimen clotted.') }),
      ]).series,
    );
    expect(maybeNewerSentences(card!, CARD_ZONE)[0]).toBe(
      'A test from November 12, 2026 was cancelled. The laboratory noted: “clotted”.',
    );
  });

  test('a note that repeats the value of a cancelled test is not told', () => {
    const card = onlyCardOf(
      potassiumResult(6.66, AT, { status: 'cancelled', ...noted('Was reported as 6.66') }),
    );
    expect(JSON.stringify([noteSentences(card), missingValueSentence(card, CARD_ZONE)])).not.toContain(
      '6.66',
    );
  });

  test('a result that is in its note alone has the note', () => {
    expect(noteSentences(onlyCardOf(empty(noted('No growth after 5 days.'))))).toEqual([
      'The laboratory noted: “No growth after 5 days.”',
    ]);
  });

  test('nothing is told of one that is not final, or that the health system holds back', () => {
    const note = noted('First reading 6.6');
    for (const card of [
      onlyCardOf(potassiumResult(6.66, AT, { status: 'preliminary', ...note })),
      onlyCardOf(empty({ status: 'registered', ...note })),
    ]) {
      expect(noteSentences(card)).toEqual([]);
      expect(advice(card)).toBe('Your care team can tell you when it will be ready.');
    }
    const masked = empty({ dataAbsentReason: { coding: [{ code: 'masked' }] }, ...note });
    expect(noteSentences(onlyCardOf(masked))).toEqual(['The health system does not show this value here.']);
  });
});

describe('a result inside its range that may be wrong is no comfort', () => {
  test.each([
    [
      'the sample was not good enough',
      {
        contained: [{ resourceType: 'Specimen', id: 's', status: 'unsatisfactory' }],
        specimen: { reference: '#s' },
      },
    ],
    ['the sample was hemolyzed', noted('Specimen moderately hemolyzed.')],
    ['a reason for no value came with it', { dataAbsentReason: { coding: [{ code: 'error' }] } }],
  ])('%s', (_, more) => {
    const card = onlyCardOf(potassiumResult(4.4, AT, more));
    expect(standingOf(card)).toBe('doubted');
    expect(advice(card)).toBe('Ask your care team what this means.');
  });

  test.each([
    ['nothing was noted', {}],
    ['the note is about something else', noted('Fasting status unknown to the lab.')],
    ['the sample is fine', noted('No hemolysis seen.')],
    ['it was corrected', { status: 'corrected' }],
  ])('%s', (_, more) => {
    expect(standingOf(onlyCardOf(potassiumResult(4.4, AT, more)))).toBe('inside');
  });

  test('it came without a unit', () => {
    const card = onlyCardOf(resultInput('2345-7', 5.1, '', AT, rangeOf(3.9, 5.6)));
    expect([standingOf(card), advice(card)]).toEqual(['doubted', 'Ask your care team what this means.']);
  });

  test('outside its range it stays outside', () => {
    expect(standingOf(onlyCardOf(potassiumResult(5.9, AT, noted('Specimen hemolyzed.'))))).toBe('outside');
  });
});

describe('a mark that names no side is no comfort beside a number inside its range', () => {
  const marked = (text: string) => onlyCardOf(potassiumResult(4.4, AT, { interpretation: [{ text }] }));

  test.each(['Worse', 'Significant change up', 'Indeterminate', 'Equivocal', 'Positive', 'Resistant'])(
    '"%s"',
    (text) => {
      expect(standingOf(marked(text))).toBe('marked');
      expect(advice(marked(text))).toBe('Ask your care team what this means.');
      expect(noteSentences(marked(text))).toEqual([`The laboratory marked it: “${text}”.`]);
    },
  );

  test('off the scale of the test', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
    const card = onlyCardOf(
      potassiumResult(4.4, AT, { interpretation: [{ coding: [{ system, code: '>' }] }] }),
    );
    expect([standingOf(card), advice(card)]).toEqual(['marked', 'Ask your care team what this means.']);
  });

  test.each([
    'Negative',
    'Not detected',
    'Non-reactive',
    'Nonreactive',
    'Susceptible',
    'Expected',
    'Normal',
    'F',
  ])('"%s" leaves it inside', (text) => {
    expect(standingOf(marked(text))).toBe('inside');
  });
});
