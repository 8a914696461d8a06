import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { fleschKincaidGrade, spanishEase } from '../../../testing/readingLevel/readingLevel.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { cardsOf, type PatientCard } from '../card/cards.ts';
import { daySentences, partSentences } from './daySentences.ts';
import { measurementsSpanish } from './measurements.es.messages.ts';
import { whoMeasuredText } from './measuredByWords.ts';
import { adviceSentence, noteSentences } from '../card/cardSentences.ts';
import { positionSentencesOf } from '../card/rangeSentences.ts';

const ZONE = 'America/Chicago';
const TODAY_MS = Date.parse('2026-11-24T18:00:00Z');
const own = { performer: [{ reference: 'Patient/p1' }], method: { text: 'Arm cuff, at home' } };
const clinic = { performer: [{ reference: 'Practitioner/n1' }] };
const weight = (value: number | string, at: string, more: object = own) =>
  resultInput('29463-7', value, 'kg', at, { ...more });
const cuff = (upper: number, lower: number | undefined, at: string, more: object = own) => ({
  ...pressure(upper, lower, at),
  ...more,
});
const cardOf = (...resources: readonly unknown[]): PatientCard => {
  const [card, ...others] = cardsOf(recordOf(resources).series);
  if (card === undefined || others.length > 0) throw new Error('There is not one card.');
  return card;
};
const days = (...resources: readonly unknown[]) => daySentences(cardOf(...resources), TODAY_MS, ZONE);

/** These have no plainer word. */
const NAMES = new Set(['medición', 'mediciones']);

afterEach(() => speakEnglish());

describe('days and weeks are said as facts', () => {
  test('how many readings, from which to which, and what at least half of them were', () => {
    const said = days(
      weight(82.1, '2026-11-24T07:00:00-06:00'),
      weight(82.5, '2026-11-22T07:00:00-06:00'),
      weight(82.4, '2026-11-20T07:00:00-06:00'),
      weight(84, '2026-11-01T07:00:00-06:00'),
    );
    expect(said).toEqual([
      'In the last 7 days: 3 readings, self-measured, from 82.1 to 82.5 kg. At least half were 82.4 or lower.',
      'In the last 30 days: 4 readings, self-measured, from 82.1 to 84 kg. At least half were 82.4 or lower.',
    ]);
  });

  test('the two numbers of a blood pressure are said apart, so that no reading is made up', () => {
    const [week] = days(
      cuff(118, 80, '2026-11-24T07:00:00-06:00'),
      cuff(142, 70, '2026-11-23T07:00:00-06:00'),
      cuff(128, 88, '2026-11-22T07:00:00-06:00'),
    );
    expect(week).toBe(
      'In the last 7 days, with no others in the last 30: 3 readings, self-measured. Upper number from 118 to 142, at least half 128 or lower. Lower number from 70 to 88, at least half 80 or lower.',
    );
  });

  test('rule 18: readings of the clinic are counted by themselves', () => {
    const [, own30, clinic30] = days(
      weight(82, '2026-11-10T07:00:00-06:00'),
      weight(82.2, '2026-11-09T07:00:00-06:00'),
      weight(83.4, '2026-11-10T10:00:00-06:00', clinic),
    );
    expect(own30).toBe('In the last 30 days: 2 readings, self-measured, from 82 to 82.2 kg.');
    expect(clinic30).toBe('In the last 30 days: 1 reading, measured by the clinic, 83.4 kg.');
  });

  test('readings of which nobody said who measured are not taken for all beside those of a source', () => {
    const unnamed = weight(84, '2026-11-22T10:00:00-06:00', {});
    const said = days(weight(82, '2026-11-23T07:00:00-06:00'), unnamed);
    expect(said.slice(0, 2).toSorted()).toEqual([
      'In the last 7 days, with no others in the last 30: 1 reading, not said who measured, 84 kg.',
      'In the last 7 days, with no others in the last 30: 1 reading, self-measured, 82 kg.',
    ]);
    expect(days(unnamed)[0]).toBe('In the last 7 days, with no others in the last 30: 1 reading, 84 kg.');
  });

  test('rule 18: what was measured in different ways has no middle', () => {
    const by = (text: string) => ({ ...own, method: { text } });
    const [week] = days(
      weight(82, '2026-11-23T07:00:00-06:00', by('Bathroom scale')),
      weight(85, '2026-11-24T07:00:00-06:00', by('Chair scale')),
    );
    expect(week).toBe(
      'In the last 7 days, with no others in the last 30: 2 readings, self-measured. They were measured in different ways, so they are not compared.',
    );
  });

  test('rules 20, 33 and 34: a limit, a preliminary and a withdrawn reading are in no count, and the first two are announced', () => {
    const said = days(
      weight(82, '2026-11-24T07:00:00-06:00'),
      weight(99, '2026-11-24T06:00:00-06:00', { status: 'preliminary' }),
      weight(98, '2026-11-24T05:00:00-06:00', { status: 'entered-in-error' }),
      resultInput('29463-7', 0, 'kg', '2026-11-24T04:00:00-06:00', {
        valueQuantity: { value: 180, unit: 'kg', comparator: '>' },
      }),
    );
    expect(said).toEqual([
      'In the last 7 days, with no others in the last 30: 1 reading, self-measured, 82 kg.',
      '2 more readings of these days are not counted. See all readings for the reason.',
    ]);
    expect(said.join()).not.toMatch(/9[89]|180/);
  });

  test('rule 17: a number whose unit may be wrong is in no lowest, highest or middle, and one that is only unusual is', () => {
    const glucose = (value: number, at: string) => resultInput('41653-7', value, 'mmol/L', at, own);
    const doubted = days(glucose(110, '2026-11-24T07:00:00-06:00'), glucose(6, '2026-11-23T07:00:00-06:00'));
    expect(doubted[0]).toBe(
      'In the last 7 days, with no others in the last 30: 1 reading, self-measured, 6 mmol/L.',
    );
    expect(doubted.at(-1)).toMatch(/^1 more reading of these days is not counted\./);
    const oxygen = (value: number, at: string) => resultInput('59408-5', value, '%', at, own);
    const unusual = days(oxygen(20, '2026-11-24T07:00:00-06:00'), oxygen(97, '2026-11-23T07:00:00-06:00'));
    expect(unusual[0]).toBe(
      'In the last 7 days, with no others in the last 30: 2 readings, self-measured, from 20 to 97 %.',
    );
  });

  test('rule 23: a reading that was sent twice counts once', () => {
    const [week] = days(weight(82, '2026-11-24T07:00:00-06:00'), weight(82, '2026-11-24T07:00:00-06:00'));
    expect(week).toBe('In the last 7 days, with no others in the last 30: 1 reading, self-measured, 82 kg.');
  });

  test('rules 43 and 44: a day begins in the zone of the record, and a date without a time is its own day', () => {
    const inside = days(weight(82, '2026-11-18T00:30:00-06:00'), weight(82, '2026-11-18'));
    expect(inside[0]).toBe(
      'In the last 7 days, with no others in the last 30: 2 readings, self-measured, all 82 kg.',
    );
    const outside = days(weight(82, '2026-11-17T23:30:00-06:00'), weight(82, '2026-11-17'));
    expect(outside[0]).toBe('In the last 7 days: no readings.');
  });

  test('readings of the last 7 days alone are said once, for 30 days too', () => {
    expect(days(weight(82, '2026-11-24T07:00:00-06:00'), weight(83, '2026-11-22T07:00:00-06:00'))).toEqual([
      'In the last 7 days, with no others in the last 30: 2 readings, self-measured, from 82 to 83 kg.',
    ]);
  });

  test('an old reading is not called recent', () => {
    expect(days(weight(82, '2026-03-03T09:00:00-06:00'))).toEqual(['In the last 30 days: no readings.']);
  });

  test('mornings and evenings of a blood pressure are said where one source has both', () => {
    const morning = cuff(140, 90, '2026-11-23T07:00:00-06:00');
    const evening = cuff(130, 80, '2026-11-23T20:00:00-06:00');
    expect(partSentences(cardOf(morning, evening), TODAY_MS, ZONE)).toEqual([
      'Mornings, from 4 a.m. to noon, in the last 30 days: 1 reading, self-measured, 140/90 mmHg.',
      'Evenings, from 5 p.m. to midnight, in the last 30 days: 1 reading, self-measured, 130/80 mmHg.',
    ]);
    expect(partSentences(cardOf(morning), TODAY_MS, ZONE)).toEqual([]);
    const byClinic = cuff(130, 80, '2026-11-23T20:00:00-06:00', clinic);
    expect(partSentences(cardOf(morning, byClinic), TODAY_MS, ZONE)).toEqual([]);
  });
});

describe('the newest reading', () => {
  test('says who measured and how, as far as it was sent', () => {
    const who = (more: object) =>
      whoMeasuredText(cardOf(weight(82, '2026-11-24T07:00:00Z', more)).result.row);
    expect(who({ ...own, device: { display: 'Arm cuff' } })).toBe('self-measured (Arm cuff, at home)');
    expect(who({ ...own, bodySite: { text: 'Right arm' }, device: { display: 'Arm cuff' } })).toBe(
      'self-measured (Arm cuff, at home, Right arm)',
    );
    expect(who(clinic)).toBe('measured by the clinic');
    expect(who({ method: { text: 'Standing scale' } })).toBe('Standing scale');
    expect(who({})).toBe('');
  });

  test('rule 32: without a range nothing is said about one, and no target is made up', () => {
    expect(positionSentencesOf(cardOf(cuff(170, 100, '2026-11-24T07:00:00Z')))).toEqual([]);
  });

  test('says where it lies beside a range that was sent, for each number of a blood pressure', () => {
    const side = (code: string, value: number, low: number, high: number) => ({
      code: { coding: [{ system: 'http://loinc.org', code }] },
      valueQuantity: { value, unit: 'mmHg' },
      referenceRange: [{ low: { value: low, unit: 'mmHg' }, high: { value: high, unit: 'mmHg' } }],
    });
    const sent = {
      ...pressure(134, 72, '2026-11-24T07:00:00Z'),
      component: [side('8480-6', 134, 90, 130), side('8462-4', 72, 60, 80)],
    };
    expect(positionSentencesOf(cardOf(sent))).toEqual([
      'Upper number: This is above the range that was sent with it: 90 to 130.',
      'Lower number: This is inside the range that was sent with it: 60 to 80.',
    ]);
  });

  test('rule 7: a missing number is named', () => {
    expect(noteSentences(cardOf(pressure(134, undefined, '2026-11-24T07:00:00Z')))).toEqual([
      'The lower number was not recorded.',
    ]);
    const card = cardOf(
      pressure(130, 80, '2026-11-23T07:00:00Z'),
      pressure(134, undefined, '2026-11-24T07:00:00Z'),
    );
    expect(noteSentences(card)).toEqual(['The lower number was not recorded.']);
  });

  test('rule 7: a number that was sent is not called missing, where it is in doubt or in another unit', () => {
    const lowerIn = (value: number, unit: string) => ({
      ...pressure(134, undefined, '2026-11-24T07:00:00Z'),
      component: [
        { code: loinc('8480-6'), valueQuantity: { value: 134, unit: 'mmHg' } },
        { code: loinc('8462-4'), valueQuantity: { value, unit } },
      ],
    });
    const before = pressure(130, 80, '2026-11-23T07:00:00Z');
    const unclear = 'The lower number that was sent is not clear, so it does not stand here.';
    expect(noteSentences(cardOf(before, lowerIn(7600, 'mmHg')))).toEqual([unclear]);
    const [upper, lower] = cardsOf(recordOf([lowerIn(10.1, 'kPa')]).series);
    expect([upper, lower].map((card) => card && noteSentences(card))).toEqual([
      [unclear],
      ['The upper number that was sent is not clear, so it does not stand here.'],
    ]);
    expect([upper, lower].map((card) => card?.result.text)).toEqual(['134', '10.1']);
  });

  test('one that was marked as critical says to call now', () => {
    const marked = weight(190, '2026-11-24T07:00:00Z', { interpretation: [{ coding: [{ code: 'HH' }] }] });
    expect(adviceSentence(cardOf(marked), undefined, false)).toContain('call your care team now');
    expect(adviceSentence(cardOf(marked), '+1 555 010 0100', false)).toContain('call now: +1 555 010 0100.');
  });
});

test('in Spanish the same facts are said', () => {
  speak('es', 'es-MX', { measurements: measurementsSpanish });
  const said = days(weight('82.10', '2026-11-24T07:00:00-06:00'), weight(83, '2026-11-23T07:00:00-06:00'));
  expect(said[0]).toBe(
    'En los últimos 7 días, sin otras en los últimos 30: 1 medición, por la propia persona, 83 kg.',
  );
  expect(whoMeasuredText(cardOf(weight(82, '2026-11-24T07:00:00Z')).result.row)).toBe(
    'por la propia persona (Arm cuff, at home)',
  );
});

describe('rule 55: every sentence is easy to read', () => {
  /** The texts of a catalog as they are written, each with a number or a word for its values. */
  const sentencesIn = (file: string): string[] =>
    [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/'([^'\n]+)',$/gm)]
      .map(([, text = '']) =>
        text
          .replaceAll(/\{count, plural, one \{(.*?)\} other \{(?:[^{}]|\{\w+\})*\}\}/g, '$1')
          .replaceAll(/\{\w+\}/g, '7'),
      )
      .filter((text) => /[.!?]$/.test(text));

  test('in English for grade 8 and below', () => {
    const sentences = sentencesIn('measurements.messages.ts');
    expect(sentences.length).toBeGreaterThan(15);
    expect(sentences.filter((text) => fleschKincaidGrade(text) > 8)).toEqual([]);
  });

  test('in Spanish normal or easy', () => {
    const sentences = sentencesIn('measurements.es.messages.ts');
    expect(sentences.length).toBeGreaterThan(15);
    expect(sentences.filter((text) => spanishEase(text, NAMES) < 55)).toEqual([]);
  });
});
