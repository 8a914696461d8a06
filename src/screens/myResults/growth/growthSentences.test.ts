import { afterEach, describe, expect, test } from 'vitest';
import { drawnPercentiles } from '../../../clinical/growth/growthCurves.ts';
import { girl, measuredAtDay, tables } from '../../../clinical/growth/growthFixture.ts';
import { growthZ, type GrowthChild } from '../../../clinical/growth/growthZ.ts';
import { calendarAge } from '../../../clinical/time/age.ts';
import { readMoment } from '../../../clinical/time/date.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { growthChartSpanish } from '../../../parts/growth/growthChart.es.messages.ts';
import { growthChartMessages, growthChartTexts } from '../../../parts/growth/growthChart.messages.ts';
import { vitalsWordsInSpanish } from '../../../parts/glossary/texts/vitals.es.messages.ts';
import { vitalsWords } from '../../../parts/glossary/texts/vitals.messages.ts';
import { growthSpanish } from './growth.es.messages.ts';
import { growthMessages, growthTexts } from './growth.messages.ts';
import {
  ageSentences,
  ageWords,
  assumedSentences,
  comparedSentence,
  referenceSentence,
} from './growthSentences.ts';

const SPANISH = { growth: growthSpanish, growthChart: growthChartSpanish };

afterEach(() => speakEnglish());

const cm = (value: number) => ({ measure: 'height', value, unit: 'cm' }) as const;
const grown = (day: number, value: number, more: Partial<GrowthChild> = {}) =>
  growthZ(measuredAtDay(day, cm(value)), { ...girl, ...more }, tables);
const said = (day: number, value: number, more: Partial<GrowthChild> = {}) =>
  comparedSentence(grown(day, value, more), more.sex ?? 'female');

describe('how tall a child is compared with others', () => {
  test('is said as so many of 100 girls or boys who are shorter', () => {
    expect(said(400, 74)).toBe('Of 100 girls of this age, about 30 are shorter.');
    expect(said(400, 74, { sex: 'male' })).toMatch(/^Of 100 boys of this age, about \d+ are shorter\.$/);
  });

  test('is fewer than 1 or more than 99 at the ends, and never all or none', () => {
    expect(said(400, 67.5)).toBe('Of 100 girls of this age, fewer than 1 is shorter.');
    expect(said(400, 84)).toBe('Of 100 girls of this age, more than 99 are shorter.');
  });

  test('is not said of a value that is a likely mistake', () => {
    expect(said(400, 40)).toContain('may have been written down wrong');
  });

  test.each([
    [{ sex: 'notKnown' }, 'The record says neither'],
    [{ sex: 'contradicted' }, 'The record is not clear on which'],
    [{ birth: readMoment('2024') }, 'does not have the full date of birth'],
  ] as const)('without what is needed says why: %o', (more, words) => {
    expect(said(400, 74, more)).toContain(words);
  });

  test('names the reference of its age', () => {
    const [who, cdc] = [grown(700, 84), grown(740, 85)];
    expect(who.isKnown && referenceSentence(who)).toContain('WHO');
    expect(cdc.isKnown && referenceSentence(cdc)).toContain('CDC');
  });

  test('says how the child is taken to have been measured, lying before the second birthday and standing after it', () => {
    const assumed = (day: number, position?: 'lying' | 'standing') => {
      const result = growthZ(measuredAtDay(day, { ...cm(84), ...(position && { position }) }), girl, tables);
      return result.isKnown ? assumedSentences(result) : [];
    };
    expect(assumed(700).join()).toContain('as if the child lay down');
    expect(assumed(740).join()).toContain('as if the child stood');
    expect([assumed(700, 'lying'), assumed(740, 'standing')]).toEqual([[], []]);
  });

  test('is the same number in Spanish', () => {
    speak('es', 'es-MX', SPANISH);
    expect(said(400, 74)).toBe('De cada 100 niñas de esta edad, cerca de 30 miden menos.');
  });
});

describe('the age', () => {
  test.each([
    ['2026-01-10', '2026-01-10', 'less than 1 day'],
    ['2026-01-10', '2026-01-11', '1 day'],
    ['2026-01-10', '2026-01-23', '13 days'],
    ['2026-01-10', '2026-01-24', '2 weeks'],
    ['2026-01-10', '2026-04-09', '12 weeks'],
    ['2026-01-10', '2026-04-10', '3 months'],
    ['2025-01-10', '2026-01-10', '12 months'],
    // February is short, and a month is complete on the day of the month of the birth.
    ['2025-02-01', '2025-06-01', '4 months'],
    ['2025-07-01', '2025-11-30', '4 months'],
    ['2023-03-01', '2025-02-28', '23 months'],
    ['2023-03-01', '2025-03-01', '2 years'],
    ['2021-01-15', '2024-01-14', '2 years and 11 months'],
    // Three years without a 29 February are shorter than three mean years.
    ['2021-01-15', '2024-01-15', '3 years'],
    ['2024-02-29', '2026-02-28', '23 months'],
    ['2021-05-20', '2024-10-24', '3 years and 5 months'],
    ['2026-01-10', '2026-01-01', 'before the due date'],
  ])('of a child born %s is on %s "%s", as birthdays are counted', (born, on, words) => {
    expect(ageWords(calendarAge(Date.parse(born), Date.parse(on)))).toBe(words);
  });

  test('that was not corrected because the weeks of pregnancy cannot be used says so', () => {
    const growth = grown(400, 74, { gestation: { kind: 'unusable', reasons: ['implausible'], rows: [] } });
    expect(ageSentences(growth)).toEqual([
      'Age on that day: 13 months.',
      'The record has a note on how long the pregnancy was. We could not use it, so the age counts from birth.',
    ]);
  });
});

test('one thing has one name: a measure is called on its curves what it is called in the list of results', () => {
  const { height, weight, bmi } = growthMessages;
  expect([height, weight, bmi]).toEqual([
    vitalsWords['height.name'],
    vitalsWords['weight.name'],
    vitalsWords['bmi.name'],
  ]);
  expect([
    growthSpanish.height,
    growthSpanish.weight,
    growthSpanish.bmi,
    growthSpanish.headCircumference,
  ]).toEqual([
    vitalsWordsInSpanish['height.name'],
    vitalsWordsInSpanish['weight.name'],
    vitalsWordsInSpanish['bmi.name'],
    vitalsWordsInSpanish['hc.name'],
  ]);
});

describe('the words of the screen', () => {
  const VALUES = {
    value: '74 cm',
    date: '4 May 2026',
    age: '13 months',
    weeks: '29',
    count: 40,
    shown: '40',
    sex: 'female',
    percentile: '40',
    reason: 'why',
    measure: 'height',
    years: '3 years',
    months: '5 months',
    name: 'Weight',
    unit: 'kg',
    dated: 'yes',
    atBirth: 'at birth',
    index: '2',
    total: '9',
  };
  const textsSaid = (): readonly string[] => [
    ...Object.keys(growthMessages).map((key) => String(Reflect.apply(growthTexts, undefined, [key, VALUES]))),
    ...Object.keys(growthChartMessages).map((key) =>
      String(Reflect.apply(growthChartTexts, undefined, [key, VALUES])),
    ),
  ];

  test.each([
    ['height', '50 are shorter', '50 miden menos'],
    ['weight', '50 weigh less', '50 pesan menos'],
    ['headCircumference', '50 have a smaller head', '50 tienen la cabeza más pequeña'],
    ['bmi', '50 have a lower BMI', '50 tienen un IMC más bajo'],
  ])('say what the lines of a chart of %s mean, in one short sentence', (measure, english, spanish) => {
    expect(growthChartTexts('curves', { measure })).toBe(
      `The number at the end of a line is its percentile. Line 50 means: of 100 children of the same age and sex, ${english}.`,
    );
    speak('es', 'es-MX', SPANISH);
    expect(growthChartTexts('curves', { measure })).toBe(
      `El número al final de cada línea es su percentil. La línea 50 quiere decir: de cada 100 niños de la misma edad y el mismo sexo, ${spanish}.`,
    );
  });

  test.each(['who2006', 'cdc2000'] as const)(
    'of %s hold: there is a line 50 for every measure',
    (reference) => {
      const measures = ['height', 'weight', 'headCircumference', 'bmi'] as const;
      for (const measure of measures) expect(drawnPercentiles(reference, measure)).toContain(50);
    },
  );

  test('judge nothing', () => {
    const judging =
      /normal|too (?:small|tall|short|heavy|thin)|overweight|obes|healthy weight|alarm|sobrepeso|bajo peso/i;
    expect(textsSaid().filter((text) => judging.test(text))).toEqual([]);
    speak('es', 'es-MX', SPANISH);
    expect(textsSaid().filter((text) => judging.test(text))).toEqual([]);
  });
});
