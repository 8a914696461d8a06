import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { onlyCardOf, potassiumResult, rangeOf } from './cardFixture.ts';
import { cardsOf } from './cards.ts';
import { positionSentencesOf } from './rangeSentences.ts';

afterEach(() => speakEnglish());

describe('rule 55: a card says where a result lies, in sentences', () => {
  test.each([
    [0, 'Upper number: It was marked as above its range.'],
    [1, 'Lower number: It was marked as above its range.'],
  ])('what was sent with one number of a blood pressure is said of that number: %i', (marked, sentence) => {
    const sent = pressure(150, 95, '2026-11-12');
    const component = (sent['component'] as readonly object[]).map((side, i) =>
      i === marked ? { ...side, ...flagConcept('H') } : side,
    );
    expect(positionSentencesOf(onlyCardOf({ ...sent, component }))).toEqual([sentence]);
  });

  test.each([
    [{ high: { value: 155, unit: 'furlong' } }, 'up to 155 furlong'],
    [{ high: { value: 5.1, unit: 'mmoll' } }, 'up to 5.1 mmoll'],
    [{ low: { value: 14, unit: 'mg/dL' }, high: { value: 20, unit: 'mg/dL' } }, '14 mg/dL to 20 mg/dL'],
    [{ low: { value: 3.5, unit: 'mmol/L' }, high: { value: 20, unit: 'mg/dL' } }, '3.5 mmol/L to 20 mg/dL'],
    [{ low: { value: 3.5 }, high: { value: 5.1, unit: '‰' } }, '3.5 (no unit) to 5.1 ‰'],
    [{ low: { value: 3.6, code: 'Cel' }, high: { value: 5.1, code: '1' } }, '3.6 °C to 5.1 (no unit)'],
  ])(
    'a range in a unit that is not the result’s is told with it, and nothing is compared: %j',
    (range, words) => {
      const card = onlyCardOf(potassiumResult(4.1, '2026-11-12', { referenceRange: [range] }));
      expect(positionSentencesOf(card)).toEqual([`The range the laboratory uses is ${words}.`]);
    },
  );

  test.each([
    ['en', 'The laboratory wrote about its range: up to 20 mg/dL “adult”.'],
    ['es', 'El laboratorio escribió sobre su rango: hasta 20 mg/dL “adult”.'],
  ] as const)('limits beside words are told in the language of the page: %s', (language, said) => {
    if (language === 'es') speak('es', 'es-MX', { myResults: myResultsSpanish });
    const range = { high: { value: 20, unit: 'mg/dL' }, text: 'adult' };
    const card = onlyCardOf(potassiumResult(4.1, '2026-11-12', { referenceRange: [range] }));
    expect(positionSentencesOf(card)).toEqual([said]);
  });

  test.each([
    [
      { referenceRange: [{ text: '<5.7' }] },
      'This result is above the range the laboratory uses: less than 5.7.',
    ],
    [rangeOf(undefined, 5.1), 'This result is above the range the laboratory uses: up to 5.1.'],
    [rangeOf(6), 'This result is below the range the laboratory uses: 6 or higher.'],
    [
      { referenceRange: [{ text: '3.50-5.10' }] },
      'This result is above the range the laboratory uses: 3.50 to 5.10.',
    ],
    [
      { referenceRange: [{ low: { value: 3.5 }, text: '3.5-5.1' }] },
      'This result is above the range the laboratory uses: 3.5 to 5.1.',
    ],
    [
      { referenceRange: [{ low: { value: 3.5 }, text: '<5.1' }] },
      'This result is above the range the laboratory uses: 3.5 to 5.1.',
    ],
    [
      { referenceRange: [{ low: { value: 5.8 }, text: '>5.8' }] },
      'This result is below the range the laboratory uses: more than 5.8.',
    ],
    [
      { referenceRange: [{ high: { value: 5.8, comparator: '<' } }] },
      'This result is above the range the laboratory uses: less than 5.8.',
    ],
    [
      { referenceRange: [{ text: '< OR = 5.8 mmol/L' }] },
      'This result is inside the range the laboratory uses: up to 5.8.',
    ],
    [
      { referenceRange: [{ text: 'Less than 5.8' }] },
      'This result is above the range the laboratory uses: less than 5.8.',
    ],
    [{ referenceRange: [{ text: 'see report' }] }, 'The laboratory wrote about its range: “see report”.'],
    [{ referenceRange: [] }, 'No range came with this result.'],
  ])('of the range %o it says "%s"', (more, sentence) => {
    expect(positionSentencesOf(onlyCardOf(potassiumResult(5.8, '2026-11-12', more)))).toEqual([sentence]);
  });

  test('a range that cannot be compared with a limit is told all the same', () => {
    const limit = { valueQuantity: { value: 10, unit: 'mmol/L', comparator: '<' } };
    const card = onlyCardOf(potassiumResult(10, '2026-11-12', limit));
    expect(card.result.text).toBe('<10');
    expect(positionSentencesOf(card)).toEqual([
      'This means less than 10 mmol/L.',
      'The range the laboratory uses is 3.5 to 5.',
    ]);
  });

  test('rule 10: a range in another unit than the result has its unit with it', () => {
    const said = (code: string, unit: string, value: number, range: object): readonly string[] =>
      positionSentencesOf(
        onlyCardOf(resultInput(code, value, unit, '2026-11-12', { referenceRange: [range] })),
      );
    const inKg = { low: { value: 60, unit: 'kg' }, high: { value: 70, unit: 'kg' } };
    expect(said('29463-7', '[lb_av]', 154, inKg)).toEqual([
      'The range that was sent with it is 60 kg to 70 kg.',
    ]);
    expect(said('718-7', 'g/dL', 15.2, { high: { value: 155, unit: 'furlong' } })).toEqual([
      'The range the laboratory uses is up to 155 furlong.',
    ]);
    // A share has no sign of its own, so that it stands in percent, and its range has no other unit behind it.
    expect(said('4544-3', '{fraction}', 0.42, { low: { value: 36, unit: '%' } })).toEqual([
      'The range the laboratory uses is 36 % or higher.',
    ]);
    const withWords = { high: { value: 70, unit: 'kg' }, text: 'for her height' };
    expect(said('29463-7', '[lb_av]', 154, withWords).join(' ')).toContain('for her height');
  });

  test('rule 30: a limit below zero that was read from text keeps its sign', () => {
    const baseExcess = (text: string) =>
      resultInput('11555-0', -3, 'mmol/L', '2026-11-12', { referenceRange: [{ text }] });
    const card = onlyCardOf(baseExcess('-2 - 2'));
    expect(positionSentencesOf(card)).toEqual([
      'This result is below the range the laboratory uses: -2 to 2.',
    ]);
    const both = onlyCardOf(baseExcess('-4.0--1.5'));
    expect(positionSentencesOf(both)).toEqual([
      'This result is inside the range the laboratory uses: -4.0 to -1.5.',
    ]);
  });

  test('a mark for the whole Observation is not told as a mark of one of its parts', () => {
    const part = (code: string, value: number, low: number, high: number) => ({
      code: loinc(code),
      valueQuantity: { value, unit: 'mmol/L' },
      ...rangeOf(low, high),
    });
    const panel = {
      ...potassiumResult('', '2026-11-12', flagConcept('H')),
      code: loinc('24326-1'),
      valueString: undefined,
      referenceRange: undefined,
      component: [part('2823-3', 4.1, 3.5, 5), part('2951-2', 150, 136, 145)],
    };
    const [first, second] = cardsOf(recordOf([panel]).series).map(positionSentencesOf);
    const group = 'The laboratory marked a group of results as outside its range. This one is in the group.';
    const inside = [first, second].find((one) => one?.[0]?.includes('inside'));
    expect(inside).toEqual(['This result is inside the range the laboratory uses: 3.5 to 5.', group]);
  });
});

describe('in Spanish a mark is said in a whole sentence, without “como por encima”', () => {
  const WITHOUT_RANGE = { referenceRange: [] };
  test.each([
    ['H', WITHOUT_RANGE, ['El laboratorio indicó que este resultado está por encima de su rango.']],
    ['N', WITHOUT_RANGE, ['El laboratorio indicó que este resultado está dentro de su rango.']],
    [
      'L',
      {},
      [
        'Este resultado está dentro del rango que usa el laboratorio: de 3.5 a 5.',
        'Pero el laboratorio indicó que está por debajo de su rango.',
      ],
    ],
  ])('the mark "%s" beside %o', (code, more, sentences) => {
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    const card = onlyCardOf(potassiumResult(4.1, '2026-11-12', { ...flagConcept(code), ...more }));
    expect(positionSentencesOf(card)).toEqual(sentences);
  });

  test.each([
    ['A', 'no es habitual'],
    ['H', 'es más alto de lo habitual'],
    ['N', 'es habitual'],
  ])('the mark "%s" of an answer in words', (code, said) => {
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    const card = onlyCardOf(
      potassiumResult('Detected', '2026-11-12', { ...flagConcept(code), ...WITHOUT_RANGE }),
    );
    expect(positionSentencesOf(card)).toEqual([`El laboratorio indicó que este resultado ${said}.`]);
  });

  test('of a measurement, whose mark came from nobody in particular', () => {
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    const weight = resultInput('29463-7', 98, 'kg', '2026-11-12', flagConcept('H'));
    expect(positionSentencesOf(onlyCardOf(weight))).toEqual(['Se indicó que está por encima de su rango.']);
  });
});

describe('the words of the only range are told where they say for whom or for what it is', () => {
  const said = (text: string) =>
    positionSentencesOf(
      onlyCardOf(potassiumResult(4.4, '2026-11-12', { referenceRange: [{ ...LIMITS, text }] })),
    );
  const LIMITS = { low: { value: 3.5 }, high: { value: 5 } };
  const inside = 'This result is inside the range the laboratory uses: 3.5 to 5.';

  test.each(['Child 2-5 y', 'Tanner IV: 3.5-5', 'Adult', 'Fasting: 3.5-5', '3.5-5 mmol/L (Male)'])(
    '"%s"',
    (text) => {
      expect(said(text)).toEqual([inside, `The laboratory wrote about its range: “${text}”.`]);
    },
  );

  test.each([
    '3.5-5',
    '3.5 - 5.0',
    '(3.5-5.0)',
    '3.5-5 mmol/L',
    '3.5-5 MMOL/L',
    '3.5 to 5.0',
    'Normal: 3.5-5',
    'Reference range: 3.5 - 5.0 mmol/L',
    '3.5-5 mEq/L',
  ])('"%s" says no more than its limits', (text) => {
    expect(said(text)).toHaveLength(1);
  });

  test.each([
    ['20150-9', 3.1, 'L', 2.5, 5, 'Normal: 2.5-5 L'],
    ['785-6', 30, 'pg', 27, 33, 'Reference range: 27-33pg'],
    ['785-6', 30, 'pg', 27, 33, '(27 - 33 pg)'],
  ])('a short unit is no word, and no part of one: %s %d %s', (code, value, unit, low, high, text) => {
    const range = { low: { value: low }, high: { value: high }, text };
    const card = onlyCardOf(resultInput(code, value, unit, '2026-11-12', { referenceRange: [range] }));
    expect(positionSentencesOf(card)).toHaveLength(1);
  });

  test('beside a number that was converted, they would name limits in another unit', () => {
    const range = { low: { value: 0.36 }, high: { value: 0.46 }, text: 'Adult: 0.36-0.46' };
    const card = onlyCardOf(
      resultInput('4544-3', 41, '%', '2026-11-01'),
      resultInput('4544-3', 0.42, '{fraction}', '2026-11-12', { referenceRange: [range] }),
    );
    expect(card.result.row.kind.isConverted).toBe(true);
    expect(positionSentencesOf(card).join(' ')).not.toContain('0.36');
  });

  test('a range in words alone keeps them too', () => {
    const card = onlyCardOf(
      resultInput('2345-7', 92, 'mg/dL', '2026-11-12', { referenceRange: [{ text: 'Fasting: 70-99' }] }),
    );
    expect(positionSentencesOf(card).join(' ')).toContain('“Fasting: 70-99”');
  });
});
