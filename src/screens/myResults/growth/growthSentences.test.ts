import { afterEach, describe, expect, test } from 'vitest';
import { girl, measuredAtDay, tables } from '../../../clinical/growth/growthFixture.ts';
import { growthZ, type GrowthChild } from '../../../clinical/growth/growthZ.ts';
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
    [{ sex: 'contradicted' }, 'The record names both'],
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
    [0, '0 days'],
    [1, '1 day'],
    [3.4, '3 days'],
    [13, '13 days'],
    [14, '2 weeks'],
    [60, '8 weeks'],
    [365, '12 months'],
    [700, '23 months'],
    [730, '2 years'],
    [1_253, '3 years and 5 months'],
    [-9, 'before the due date'],
  ])('of %i days reads "%s"', (days, words) => {
    expect(ageWords(days)).toBe(words);
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
    years: '3 years',
    months: '5 months',
    name: 'Weight',
    unit: 'kg',
    index: '2',
    total: '9',
  };
  const textsSaid = (): readonly string[] => [
    ...Object.keys(growthMessages).map((key) => String(Reflect.apply(growthTexts, undefined, [key, VALUES]))),
    ...Object.keys(growthChartMessages).map((key) =>
      String(Reflect.apply(growthChartTexts, undefined, [key, VALUES])),
    ),
  ];

  test('judge nothing', () => {
    const judging =
      /normal|too (?:small|tall|short|heavy|thin)|overweight|obes|healthy weight|alarm|sobrepeso|bajo peso/i;
    expect(textsSaid().filter((text) => judging.test(text))).toEqual([]);
    speak('es', 'es-MX', SPANISH);
    expect(textsSaid().filter((text) => judging.test(text))).toEqual([]);
  });
});
