import { afterEach, describe, expect, test } from 'vitest';
import { stepFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { patientUnitsSpanish } from '../units/patientUnits.es.messages.ts';
import { careSpanish } from './care.es.messages.ts';
import { directionsSpanish } from './directions.es.messages.ts';
import { directionsOf } from './directions.ts';

afterEach(() => speakEnglish());

const speakSpanish = () =>
  speak('es', 'es-MX', {
    care: careSpanish,
    directions: directionsSpanish,
    myResults: myResultsSpanish,
    patientUnits: patientUnitsSpanish,
  });

const tablets = (value: number) => ({ doseAndRate: [{ doseQuantity: { value, unit: 'tablet' } }] });
const mg = (value: number) => ({ doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }] });
const timed = (repeat: object) => ({ timing: { repeat } });
const DAILY = { frequency: 1, period: 1, periodUnit: 'd' };
const every = (period: number, periodUnit: string, more: object = {}) =>
  timed({ frequency: 1, period, periodUnit, ...more });

/** Returns the directions of an order in English and in Spanish. */
function told(...dosageInstruction: readonly object[]): readonly string[] {
  const step = stepFrom('MedicationRequest', { dosageInstruction });
  const english = directionsOf(step).words;
  speakSpanish();
  const spanish = directionsOf(step).words;
  speakEnglish();
  return [english, spanish];
}

describe('directions that Longview puts together are in the language of the page', () => {
  test.each([
    ['hours', { ...tablets(1), ...every(8, 'h') }, '1 tablet every 8 hours', '1 tableta cada 8 horas'],
    [
      'a span of hours',
      { ...tablets(2), ...every(4, 'h', { periodMax: 6 }) },
      '2 tablets every 4–6 hours',
      '2 tabletas cada 4–6 horas',
    ],
    ['each day', { ...mg(25), ...timed(DAILY) }, '25 mg every day', '25 mg cada día'],
    ['days', { ...mg(50), ...every(3, 'd') }, '50 mg every 3 days', '50 mg cada 3 días'],
    [
      'times a day',
      { ...mg(5), ...timed({ frequency: 2, period: 1, periodUnit: 'd' }) },
      '5 mg 2 times a day',
      '5 mg 2 veces al día',
    ],
    [
      'a span of times',
      { ...mg(5), ...timed({ frequency: 1, frequencyMax: 3, period: 1, periodUnit: 'wk' }) },
      '5 mg 1–3 times a week',
      '5 mg 1–3 veces a la semana',
    ],
    [
      'at bedtime',
      { ...mg(10), ...timed({ ...DAILY, when: ['HS'] }) },
      '10 mg every day at bedtime',
      '10 mg cada día al acostarse',
    ],
    [
      'before meals',
      { ...mg(10), ...timed({ frequency: 3, period: 1, periodUnit: 'd', when: ['AC'] }) },
      '10 mg 3 times a day before meals',
      '10 mg 3 veces al día antes de las comidas',
    ],
    [
      'on days',
      { ...mg(10), ...timed({ dayOfWeek: ['mon', 'thu'] }) },
      '10 mg on Monday, Thursday',
      '10 mg los lunes, jueves',
    ],
    [
      'at times of the day',
      { ...mg(10), ...timed({ timeOfDay: ['08:00:00', '13:00:00'] }) },
      '10 mg at 08:00, at 13:00',
      '10 mg a las 08:00, a las 13:00',
    ],
    [
      'for some days',
      { ...mg(10), ...timed({ ...DAILY, boundsDuration: { value: 7, unit: 'd' } }) },
      '10 mg every day for 7 days',
      '10 mg cada día durante 7 días',
    ],
    ['once', { ...tablets(1), ...timed({ count: 1 }) }, '1 tablet once', '1 tableta una vez'],
    [
      'a range of doses',
      {
        doseAndRate: [
          { doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 2, unit: 'tablet' } } },
        ],
        ...timed(DAILY),
      },
      '1–2 tablets every day',
      '1–2 tabletas cada día',
    ],
    [
      'when needed',
      { ...tablets(1), ...timed(DAILY), asNeededBoolean: true },
      '1 tablet every day, when needed',
      '1 tableta cada día, cuando haga falta',
    ],
    [
      'the most of a day',
      {
        ...tablets(1),
        ...timed(DAILY),
        maxDosePerPeriod: { numerator: { value: 8, unit: 'tablet' }, denominator: { value: 24, unit: 'h' } },
      },
      '1 tablet every day, at most 8 tablets in 24 hours',
      '1 tableta cada día, como máximo 8 tabletas en 24 horas',
    ],
    [
      'a code',
      { ...mg(10), timing: { code: { coding: [{ code: 'BID' }] } } },
      '10 mg 2 times a day',
      '10 mg 2 veces al día',
    ],
    [
      'a dose without a unit',
      { doseAndRate: [{ doseQuantity: { value: 5 } }], ...timed(DAILY) },
      '5 (no unit was sent) every day',
      '5 (se envió sin unidad) cada día',
    ],
  ])('%s', (_, instruction, english, spanish) => {
    expect(told(instruction)).toEqual([english, spanish]);
  });

  test('steps that follow each other say so, each with its days', () => {
    const step = (sequence: number, value: number, start: string, end: string) => ({
      sequence,
      ...mg(value),
      ...timed({ ...DAILY, boundsPeriod: { start, end } }),
    });
    expect(told(step(1, 40, '2026-03-01', '2026-03-05'), step(2, 20, '2026-03-06', '2026-03-10'))).toEqual([
      '40 mg every day from March 1, 2026 to March 5, 2026, then 20 mg every day from March 6, 2026 to March 10, 2026',
      '40 mg cada día desde el 1 de marzo de 2026 hasta el 5 de marzo de 2026, y después 20 mg cada día desde el 6 de marzo de 2026 hasta el 10 de marzo de 2026',
    ]);
  });
});

describe('words that were sent stay as they were sent, between quotation marks beside ours', () => {
  test.each([
    [
      'a reason for which it is needed',
      { ...tablets(1), ...timed(DAILY), asNeededCodeableConcept: { text: 'back pain' } },
      '1 tablet every day, when needed for “back pain”',
      '1 tableta cada día, cuando haga falta por “back pain”',
    ],
    [
      'a route and an instruction',
      {
        ...tablets(1),
        ...timed(DAILY),
        route: { text: 'Oral' },
        additionalInstruction: [{ text: 'With food' }],
      },
      '1 tablet every day, “Oral”, “With food”',
      '1 tableta cada día, “Oral”, “With food”',
    ],
    [
      'the words of the order, beside a limit that they leave out',
      {
        text: 'Take up to 2 tablets every 4 hours',
        maxDosePerPeriod: { numerator: { value: 8, unit: 'tablet' }, denominator: { value: 24, unit: 'h' } },
      },
      '“Take up to 2 tablets every 4 hours”, at most 8 tablets in 24 hours',
      '“Take up to 2 tablets every 4 hours”, como máximo 8 tabletas en 24 horas',
    ],
    [
      'words that name another dose than the one that was sent',
      { text: 'Take 10 mg by mouth daily', ...mg(20), ...timed(DAILY) },
      '“Take 10 mg by mouth daily” (the record also says 20 mg)',
      '“Take 10 mg by mouth daily” (la historia clínica también dice 20 mg)',
    ],
    [
      'a code that nobody here knows',
      { ...mg(10), timing: { code: { text: 'XQZ' } } },
      '10 mg “XQZ”',
      '10 mg “XQZ”',
    ],
  ])('%s', (_, instruction, english, spanish) => {
    expect(told(instruction)).toEqual([english, spanish]);
  });

  test('words that are all of the directions have no marks around them', () => {
    expect(told({ text: 'Take 1 tablet by mouth with food' })).toEqual([
      'Take 1 tablet by mouth with food',
      'Take 1 tablet by mouth with food',
    ]);
    const step = stepFrom('MedicationRequest', { dosageInstruction: [{ text: 'Take 1 tablet' }] });
    expect(directionsOf(step)).toEqual({ words: 'Take 1 tablet', isSent: true, isTimingElsewhere: false });
  });
});

test('a timing that cannot be put in words is left to the app of the health system', () => {
  const step = stepFrom('MedicationRequest', {
    dosageInstruction: [{ ...mg(15), ...timed({ ...DAILY, count: 10 }), asNeededBoolean: true }],
  });
  expect(directionsOf(step)).toEqual({
    words: '15 mg every day, when needed',
    isSent: false,
    isTimingElsewhere: true,
  });
});

test('a dose that was given says its parts in the language of the page', () => {
  const step = stepFrom('MedicationAdministration', {
    dosage: { dose: { value: 2, unit: 'tablet' }, route: { text: 'Oral' } },
  });
  speakSpanish();
  expect(directionsOf(step).words).toBe('2 tabletas, “Oral”');
});

test('a product whose name says another step of the coded dose is told in the language of the page', () => {
  const step = stepFrom('MedicationRequest', {
    medicationCodeableConcept: { text: 'levothyroxine 50 mcg tablet' },
    dosageInstruction: [{ text: 'Take 1 tablet daily', ...mg(50) }],
  });
  const english = directionsOf(step).words;
  speakSpanish();
  expect([english, directionsOf(step).words]).toEqual([
    '“Take 1 tablet daily” (the record also says 50 mg, 50 mcg)',
    '“Take 1 tablet daily” (la historia clínica también dice 50 mg, 50 mcg)',
  ]);
});
