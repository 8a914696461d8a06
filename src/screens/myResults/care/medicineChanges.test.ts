import { afterEach, describe, expect, test } from 'vitest';
import { courses, madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { doseWords, sentDoseUnits } from './doseWords.ts';
import { medicineChanges, medicineChangesBetween } from './medicineChanges.ts';
import { careSpanish } from './care.es.messages.ts';
import { patientUnitsSpanish } from '../units/patientUnits.es.messages.ts';

const ZONE = 'America/Chicago';
const said = (course: ReturnType<typeof madeCourse>) =>
  medicineChanges([course], ZONE).map(({ date, change, medicine }) => `${date}. ${change}: ${medicine}`);

afterEach(() => speakEnglish());

describe('what changed in the medicines', () => {
  test('is said in everyday words, the newest first', () => {
    expect(
      medicineChanges(courses, ZONE)
        .slice(0, 4)
        .map(({ date, change, medicine }) => `${date}. ${change}: ${medicine}`),
    ).toEqual([
      'November 13, 2026. Stopped: Spironolactone 25 mg a day',
      'October 20, 2026. Started: Spironolactone 25 mg a day',
      'April 22, 2026. Dose changed from 12.5 mg a day to 25 mg a day: Chlorthalidone',
      'January 15, 2025. Started: Chlorthalidone 12.5 mg a day',
    ]);
  });

  test('of orders that were sent without an id each end has its own words and its own reason', () => {
    const unnamed = { id: '' };
    const stopped = { ...unnamed, status: 'stopped', statusReason: 'Side effects' };
    const course = madeCourse('Carvedilol', [
      madeDoseStep('2026-03-01', '2026-03-10', 5, stopped),
      madeDoseStep('2026-06-01', '2026-06-10', 5, unnamed),
    ]);
    expect(medicineChanges([course], ZONE).map(({ change, reason }) => [change, reason])).toEqual([
      ['The order ended', ''],
      ['Started', ''],
      ['Stopped', 'Side effects'],
      ['Started', ''],
    ]);
  });

  test('decision 38: only an order that was stopped says "stopped"', () => {
    const order = madeCourse('Amoxicillin', [madeDoseStep('2026-03-01', '2026-03-10', 1500)]);
    expect(said(order)[0]).toBe('March 10, 2026. The order ended: Amoxicillin 1,500 mg a day');
    const report = madeCourse('Ibuprofen', [
      madeDoseStep('2026-03-01', '2026-03-10', 400, { type: 'MedicationStatement', status: 'stopped' }),
    ]);
    expect(said(report)).toEqual([
      'March 10, 2026. Reported as no longer taken: Ibuprofen 400 mg a day',
      'March 1, 2026. Reported as taken: Ibuprofen 400 mg a day',
    ]);
  });

  test.each([
    ['MedicationDispense', 'Last handed out by a pharmacy'],
    ['MedicationAdministration', 'Last given'],
  ] as const)('a %s alone says when that was, and neither started nor stopped', (type, words) => {
    const once = (at: string) => madeDoseStep(at, '', 500, { type, shortDose: '500 mg', unit: 'mg' });
    const course = {
      ...madeCourse('Metformin', [once('2026-05-02'), once('2026-08-01')]),
      isWithoutOrders: true as const,
    };
    expect(said(course)).toEqual([`August 1, 2026. ${words}: Metformin 500 mg`]);
  });

  test('a second dose is no change of the first one while nobody says that the first one ended', () => {
    const [first, burst] = [madeDoseStep('2026-01-01', '…', 5), madeDoseStep('2026-03-01', '2026-03-06', 40)];
    expect(said(madeCourse('Prednisone', [first, burst]))).toEqual([
      'March 6, 2026. One of the doses ended, 40 mg a day: Prednisone 5 mg a day',
      'March 1, 2026. New dose of 40 mg a day, with or instead of 5 mg a day: Prednisone',
      'January 1, 2026. Started: Prednisone 5 mg a day',
    ]);
    const unknown = madeDoseStep('2026-01-01', '…', 5, {
      doseText: '',
      shortDose: '',
      amount: undefined,
      unit: '',
    });
    expect(said(madeCourse('Prednisone', [unknown, burst]))).toContain(
      'March 1, 2026. New dose of 40 mg a day, with or instead of another one: Prednisone',
    );
    const replaced = [madeDoseStep('2026-01-01', '2026-03-01', 5), madeDoseStep('2026-03-01', '…', 10)];
    expect(said(madeCourse('Prednisone', replaced))[0]).toBe(
      'March 1, 2026. Dose changed from 5 mg a day to 10 mg a day: Prednisone',
    );
    speak('es', 'es-MX', { care: careSpanish, patientUnits: patientUnitsSpanish });
    expect(said(madeCourse('Prednisone', [first, burst]))[1]).toContain(
      'Nueva dosis de 40 mg al día, además de 5 mg al día o en su lugar',
    );
  });

  test('the end of an infusion is no stop', () => {
    const type = 'MedicationAdministration';
    const course = madeCourse('Heparin', [
      madeDoseStep('2026-05-02T08:00:00Z', '2026-05-03T09:00:00Z', 12, { type, unit: 'U/kg/h' }),
    ]);
    expect(said(course)).toEqual([
      'May 3, 2026. Last given: Heparin 12 units/kg/h',
      'May 2, 2026. Given: Heparin 12 units/kg/h',
    ]);
  });

  test('what lies ahead is planned and follows what has happened', () => {
    const readAtMs = Date.parse('2026-11-24T20:00:00Z');
    const course = madeCourse('Prednisone', [
      madeDoseStep('2026-11-20', '2026-12-01', 20, { readAtMs }),
      madeDoseStep('2026-12-01', '2026-12-08', 10, { readAtMs }),
    ]);
    expect(said(course)).toEqual([
      'November 20, 2026. Started: Prednisone 20 mg a day',
      'December 1, 2026. Planned change of dose from 20 mg a day to 10 mg a day: Prednisone',
      'December 8, 2026. Planned end: Prednisone 10 mg a day',
    ]);
  });

  test('a change without a dose in numbers is said without one', () => {
    const unknown = { shortDose: '', amount: undefined, unit: '' };
    const course = madeCourse('Warfarin', [
      madeDoseStep('2026-01-01', '2026-02-01', 1, { ...unknown, doseText: 'as told' }),
      madeDoseStep('2026-02-01', '…', 1, { ...unknown, doseText: 'by the plan' }),
    ]);
    expect(said(course)).toEqual([
      'February 1, 2026. Dose or directions changed: Warfarin',
      'January 1, 2026. Started: Warfarin',
    ]);
  });

  test('a date is as exact as it was sent, and one that is not exact stands beside each curve that it may belong to', () => {
    const course = madeCourse('Levothyroxine', [madeDoseStep('2026-05', '…', 75, { unit: 'ug/day' })]);
    expect(said(course)).toEqual(['May 2026. Started: Levothyroxine 75 ug a day']);
    const between = (from: string, to: string) =>
      medicineChangesBetween([course], [Date.parse(from), Date.parse(to)], ZONE).length;
    expect(between('2026-05-20', '2026-06-20')).toBe(1);
    expect(between('2026-06-20', '2026-07-20')).toBe(0);
  });
});

test.each([
  ['25 mg/day', '25 mg a day'],
  ['0.5 mg/week', '0.5 mg a week'],
  ['5 mg/48 h', '5 mg every 48 hours'],
  ['1000 mg/day + 500 mg as needed', '1,000 mg a day and 500 mg when needed'],
  ['0.08 ug/kg/min', '0.08 ug/kg/min'],
  ['500 mg', '500 mg'],
  ['1 tablet(s)/day', '1 tablet a day'],
  ['2 TAB/day', '2 tablets a day'],
  ['0.5 tbl as needed', '0.5 tablets when needed'],
  ['20 unit(s)/day', '20 units a day'],
  ['10 U/day', '10 units a day'],
  ['5 U/h', '5 units/h'],
  ['2 puff/6 h', '2 puffs every 6 hours'],
  ['5 mEq/hr', '5 mEq/hour'],
  ['1 each/day', '1 each a day'],
  ['', ''],
])('the dose %s reads "%s"', (short, words) => expect(doseWords(short)).toBe(words));

test.each([
  ['1 tablet(s)/day', '1 tableta al día', []],
  ['2 capsule(s)/day', '2 cápsulas al día', []],
  ['1 unit/day', '1 unidad al día', []],
  ['10 units as needed', '10 unidades cuando haga falta', []],
  ['10 U/day', '10 unidades al día', []],
  ['0.08 mcg/kg/min', '0.08 mcg/kg/min', []],
  ['1000 IU/day', '1,000 IU al día', []],
  ['1 each/day + 5 mg/day', '1 each al día y 5 mg al día', ['each']],
  ['2 spray(s)/day', '2 spray(s) al día', ['spray(s)']],
])(
  'in Spanish the dose %s reads "%s", and only what nobody knows is of an unknown language',
  (short, words, unknown) => {
    speak('es', 'es-MX', { care: careSpanish, patientUnits: patientUnitsSpanish });
    expect(doseWords(short)).toBe(words);
    expect(sentDoseUnits(short)).toEqual(unknown);
  },
);

test('in Spanish the numbers stay as they were sent', () => {
  speak('es', 'es-MX', { care: careSpanish });
  expect(said(courses[1]!)[0]).toBe(
    '22 de abril de 2026. La dosis cambió de 12.5 mg al día a 25 mg al día: Chlorthalidone',
  );
});
