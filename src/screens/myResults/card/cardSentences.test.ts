import { describe, expect, test } from 'vitest';
import { flagConcept, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import { ucum } from '../../../testing/readRecordFixture.ts';
import { CARD_ZONE, onlyCardOf, potassiumResult } from './cardFixture.ts';
import { adviceSentence, beforeSentences, missingValueSentence, noteSentences } from './cardSentences.ts';
import { cardsOf, type PatientCard } from './cards.ts';
import { isCritical, standingOf } from './cardStanding.ts';
import { maybeNewerSentences, newerSentence } from './maybeNewerSentences.ts';
import { positionSentencesOf } from './rangeSentences.ts';

const said = (card: PatientCard) => [
  ...maybeNewerSentences(card, CARD_ZONE),
  ...positionSentencesOf(card),
  ...beforeSentences(card, CARD_ZONE, READ_AT_MS),
  ...noteSentences(card),
  adviceSentence(card, undefined, false),
];

describe('rule 55: a card says what was sent, in sentences', () => {
  test('the newest, where it lies, the one before and what to do', () => {
    const card = onlyCardOf(
      potassiumResult(5.4, '2026-10-29T08:00:00-05:00'),
      potassiumResult(5.8, '2026-11-12T08:00:00-06:00'),
    );
    expect(card.result).toMatchObject({ text: '5.8', unit: 'mmol/L' });
    expect(said(card)).toEqual([
      'This result is above the range the laboratory uses: 3.5 to 5.',
      'Last time, on October 29, 2026, it was 5.4 mmol/L.',
      'That was above the range.',
      'Now it is higher.',
      'Ask your care team what this means.',
    ]);
  });

  test('of two results of one day the one before has its time of day, so that nobody takes it for the same', () => {
    const card = onlyCardOf(
      potassiumResult(5.8, '2026-11-12T14:00:00-06:00'),
      potassiumResult(5.4, '2026-11-12T08:10:00-06:00'),
    );
    expect(beforeSentences(card, CARD_ZONE, READ_AT_MS)[0]?.replaceAll(/\s/g, ' ')).toBe(
      'Last time, on November 12, 2026 at 8:10 AM, it was 5.4 mmol/L.',
    );
    const days = onlyCardOf(
      potassiumResult(5.8, '2026-11-12T08:00:00-06:00'),
      potassiumResult(5.4, '2026-11-11T08:10:00-06:00'),
    );
    expect(beforeSentences(days, CARD_ZONE, READ_AT_MS)[0]).toBe(
      'Last time, on November 11, 2026, it was 5.4 mmol/L.',
    );
  });

  test('a range and a flag that disagree are both said, and nobody is told that all is well', () => {
    const card = onlyCardOf(potassiumResult(4.1, '2026-11-12', flagConcept('H')));
    expect(said(card)).toEqual([
      'This result is inside the range the laboratory uses: 3.5 to 5.',
      'But the laboratory marked it as above its range.',
      'Ask your care team what this means.',
    ]);
  });

  test('a critical result says to call now, with the number of the site if there is one', () => {
    const card = onlyCardOf(potassiumResult(6.9, '2026-11-12', flagConcept('HH')));
    expect(isCritical(card)).toBe(true);
    expect(adviceSentence(card, undefined, false)).toContain('call your care team now');
    expect(adviceSentence(card, '+1 555 010 0199', false)).toContain('call now: +1 555 010 0199');
  });

  test('rule 17: an extreme number is called unusual, and not one with a wrong unit that nobody should rely on', () => {
    const extreme = [
      onlyCardOf(potassiumResult(16, '2026-11-12')),
      onlyCardOf(potassiumResult(25, '2026-11-12', flagConcept('HH'))),
    ];
    expect(extreme.map((card) => card.result.row.kind.check)).toEqual(['check value', 'check value']);
    for (const card of extreme) {
      expect(noteSentences(card)).toContain('This number is very unusual, so it should be checked.');
      expect(said(card).join()).not.toMatch(/unit|rely/);
    }
    const glucose = onlyCardOf(resultInput('2345-7', 1900, 'mg/dL', '2026-11-12'));
    expect(noteSentences(glucose).join()).toMatch(/^The unit of this result may be wrong/);
  });

  describe('parts that contradict each other are called so, and neither unusual nor of a wrong unit', () => {
    const inOne = (id: string, code: string, parts: readonly (readonly [string, number, string])[]) => ({
      ...resultInput(code, 0, '', '2026-11-12', { id }),
      valueQuantity: undefined,
      component: parts.map(([part, value, unit]) => ({
        code: loinc(part),
        valueQuantity: ucum(value, unit),
      })),
    });
    const pressure = (id: string, value: number) =>
      inOne(id, '85354-9', [
        ['8480-6', value, 'mm[Hg]'],
        ['8462-4', value, 'mm[Hg]'],
      ]);

    test('on the card', () => {
      const card = onlyCardOf(pressure('a', 90));
      expect(noteSentences(card)).toEqual([
        'Some numbers of this reading do not fit together, so they should be checked.',
      ]);
      expect(said(card).join()).not.toMatch(/unusual|unit/);
    });

    test('of one in another unit that is newer', () => {
      const { result, series } = onlyCardOf(pressure('a', 90));
      const lead = { row: result.row, series };
      const newer = newerSentence(
        { manner: 'other-unit', order: 'after', lead, parts: [lead, lead] },
        CARD_ZONE,
        'other',
      );
      expect(newer).toMatch(/90\/90 .* do not fit together, so they should be checked\.$/);
      expect(newer).not.toMatch(/unusual|unit of/);
    });

    test('of a newer one with another code no other unit is said', () => {
      const { result, series } = onlyCardOf(pressure('a', 90));
      const lead = { row: result.row, series, isInShownUnit: true };
      const newer = newerSentence(
        { manner: 'other-unit', order: 'after', lead, parts: [lead] },
        CARD_ZONE,
        'laboratory',
      );
      expect(newer).toContain('cannot be compared with the ones before');
      expect(newer).not.toContain('in another unit');
    });

    test('on each card of shares above 100 %', () => {
      const shares = inOne('a', '57021-8', [
        ['770-8', 70, '%'],
        ['736-9', 33, '%'],
      ]);
      for (const card of cardsOf(recordOf([shares]).series))
        expect(noteSentences(card)).toEqual([
          'Some numbers of this test do not fit together, so they should be checked.',
        ]);
    });
  });

  test('what another result of the sample says stands on the card', () => {
    const specimen = { specimen: { reference: 'Specimen/1' } };
    const hemolyzed = { id: 'ldh', code: { text: 'LDH' }, note: [{ text: 'Hemolyzed' }] };
    const cards = cardsOf(
      recordOf([
        potassiumResult(5.9, '2026-11-12', specimen),
        { ...potassiumResult(400, '2026-11-12', specimen), ...hemolyzed },
      ]).series,
    );
    const card = cards.find(({ result }) => result.text === '5.9')!;
    expect(noteSentences(card)).toContain(
      'With another result of this sample, the laboratory noted: “Hemolyzed”.',
    );
  });

  test('in the record of somebody who has died nobody is told to call or to ask a care team', () => {
    const of = (...resources: readonly unknown[]) => adviceSentence(onlyCardOf(...resources), '555', true);
    expect(of(potassiumResult(6.9, '2026-11-12', flagConcept('HH')))).toBe(
      'The laboratory marked this result as urgent. Questions about this record? Ask the health system.',
    );
    expect(of(potassiumResult(4.1, '2026-11-12'))).toBe(
      'Questions about this record? Ask the health system.',
    );
  });

  test('rule 13: a critical result in words that is newer than the last number says to call now', () => {
    const card = onlyCardOf(
      potassiumResult(4.1, '2026-11-12'),
      potassiumResult('Gross hemolysis', '2026-11-13', flagConcept('AA')),
    );
    expect([card.result.text, isCritical(card)]).toEqual(['4.1', true]);
    expect(said(card)[0]).toBe(
      'A newer result, from November 13, 2026, is in words: “Gross hemolysis”. It was marked as not usual.',
    );
  });

  test('rule 34: a preliminary result is announced without its value, whether a final one is there or not', () => {
    const preliminary = potassiumResult(6.6, '2026-11-24', { status: 'preliminary' });
    const card = onlyCardOf(potassiumResult(4.1, '2026-11-12'), preliminary);
    expect(said(card)).toContain(
      'A test from November 24, 2026 is not final yet. The value will show here when the laboratory has finished it.',
    );
    expect(said(card).join(' ')).not.toContain('6.6');
    expect(missingValueSentence(onlyCardOf(preliminary), CARD_ZONE)).toMatch(
      /^A test from November 24, 2026 is not final yet/,
    );
  });

  test('rule 18: no direction is said between two methods, and the value before is still told', () => {
    const by = (text: string) => ({ method: { text } });
    const card = onlyCardOf(
      potassiumResult(4, '2026-11-01', by('ISE')),
      potassiumResult(5, '2026-11-02', by('Flame')),
    );
    expect(beforeSentences(card, CARD_ZONE, READ_AT_MS)).toEqual([
      'Last time, on November 1, 2026, it was 4 mmol/L.',
      'That was inside the range.',
    ]);
  });

  test('rule 36: a value of which nobody said that it is final says so, and calls nobody well', () => {
    for (const status of ['unknown', 'in-review', undefined]) {
      const card = onlyCardOf(potassiumResult(4.1, '2026-11-12', { status }));
      expect([noteSentences(card), standingOf(card)]).toEqual([
        ['The laboratory did not say that this result is final.'],
        'open',
      ]);
      expect(adviceSentence(card, undefined, false)).toBe('Ask your care team what this means.');
    }
    const newer = onlyCardOf(
      potassiumResult(4.1, '2026-11-12'),
      potassiumResult(4.4, '2026-11-13', { status: 'unknown' }),
    );
    expect(maybeNewerSentences(newer, CARD_ZONE)[0]).toContain(
      'The laboratory did not say that this result is final.',
    );
  });

  test('a date that cannot be right is said with the value, and calls nobody well', () => {
    const card = onlyCardOf(potassiumResult(4.1, '2031-01-01T08:00:00Z'));
    expect([noteSentences(card), standingOf(card)]).toEqual([
      ['The date of this result cannot be right.'],
      'open',
    ]);
  });

  test('rule 21: why there is no value is told as it was sent, and what is withheld in plain words', () => {
    const absent = (dataAbsentReason: object) =>
      onlyCardOf({ ...potassiumResult('', '2026-11-12', { dataAbsentReason }), valueString: undefined });
    expect(noteSentences(absent({ text: 'Specimen lost' }))).toEqual([
      'The laboratory noted: “Specimen lost”.',
    ]);
    expect(noteSentences(absent({ coding: [{ code: 'masked' }] }))).toEqual([
      'The health system does not show this value here.',
    ]);
  });

  test('what the laboratory wrote about a result is said as it was sent, and each thing once', () => {
    const noted = (note: readonly object[], more: object = {}) =>
      noteSentences(onlyCardOf(potassiumResult(6.1, '2026-11-12', { note, ...more })));
    expect(noted([{ text: 'Specimen hemolyzed; result may be falsely elevated' }])).toEqual([
      'The laboratory noted: “Specimen hemolyzed; result may be falsely elevated”.',
    ]);
    expect(noted([{ text: 'Previously reported as 4.1' }], { status: 'corrected' })).toEqual([
      'The laboratory has corrected this result.',
      'The laboratory noted: “Previously reported as 4.1”.',
    ]);
    expect(noted([{ text: 'First' }, { text: 'Second' }, { text: 'First' }])).toEqual([
      'The laboratory noted: “First”.',
      'The laboratory noted: “Second”.',
    ]);
    const specimen = { contained: [{ resourceType: 'Specimen', id: 's', note: [{ text: 'Drawn late' }] }] };
    expect(noted([], { ...specimen, specimen: { reference: '#s' } })).toEqual([
      'The laboratory noted: “Drawn late”.',
    ]);
    expect(noted([{ text: '{\\rtf1\\ansi Please \\b repeat\\b0 .}' }])).toEqual([
      'The laboratory noted: “Please repeat.”',
    ]);
    const [long = ''] = noted([{ text: 'word '.repeat(200) }]);
    expect(long.endsWith('…”')).toBe(true);
  });

  test('a result of years ago is not told as how it is now, and a month is no day', () => {
    const old = onlyCardOf(potassiumResult(5.4, '2019-10'), potassiumResult(5.8, '2020-11-12'));
    expect(beforeSentences(old, CARD_ZONE, READ_AT_MS)).toEqual([
      'Before that, in October 2019, it was 5.4 mmol/L.',
      'That was above the range.',
      'This one is higher.',
    ]);
  });
});

describe('rule 14: a number does not travel without its unit', () => {
  const bare = (value: number, at: string) => resultInput('2823-3', value, '', at);

  test('where none was sent that is said, of the result itself and of a newer one', () => {
    expect(said(onlyCardOf(bare(4.2, '2026-11-12')))).toContain('This result came without a unit.');
    const [card] = cardsOf(recordOf([potassiumResult(4.1, '2026-10-12'), bare(42, '2026-11-12')]).series);
    expect(maybeNewerSentences(card!, CARD_ZONE).join(' ')).toMatch(
      /: 42\. This result came without a unit\./,
    );
  });

  test('of a measure that has no unit nothing is missed', () => {
    const ph = onlyCardOf(resultInput('2744-1', 7.4, '', '2026-11-12'));
    expect(said(ph).join(' ')).not.toContain('unit');
  });
});
