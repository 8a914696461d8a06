import { describe, expect, it } from 'vitest';
import { medicationStepOf } from '../../clinical/medication/medicationSteps.ts';
import { coursesOf } from '../../clinical/medication/courses.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
import { madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { MINUTE_MS } from '../../clinical/time/durations.ts';
import { frameOf } from '../axis/frame.ts';
import { courseText, currentCourseText } from './courseText.ts';
import { deviceSettingCourse } from './deviceSettings.ts';
import { layoutCourse } from './courseLayout.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const frame = frameOf({
  startMs: START_MS,
  endMs: Date.parse('2026-11-24T20:00:00Z'),
  timeZone: 'UTC',
  widthPx: 400,
  heightPx: 24,
});

/** An infusion as a pump writes it down, with a rate and a period. */
const pumped = (
  drug: string,
  rate: number,
  unit: string,
  end: string | undefined,
  status = 'in-progress',
) => ({
  resourceType: 'MedicationAdministration',
  id: `${drug}-${rate}`,
  status,
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: drug },
  effectivePeriod: { start: '2026-11-24T06:00:00Z', ...(end && { end }) },
  dosage: { rateQuantity: { value: rate, unit, code: unit } },
});

function courseOfPump(resource: unknown) {
  const reading = medicationStepOf(resource, {
    patientId: 'p1',
    fhirBase: 'https://fhir.example',
    nowMs: NOW_MS,
    hidePreliminary: false,
  });
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return coursesOf([reading])[0]!;
}

describe('what still runs is said as running, and never as stopped', () => {
  it.each([
    ['insulin', 3, 'U/h', '2026-11-24T20:00:00Z', '24 Nov 2026, 20:00'],
    ['vasopressin', 0.03, 'U/min', '2026-11-24T19:45:00Z', '24 Nov 2026, 19:45'],
    ['norepinephrine', 0.06, 'ug/kg/min', '2026-11-24T14:00:00Z', '24 Nov 2026, 14:00'],
  ])('%s in progress, last written down at its end', (drug, rate, unit, end, when) => {
    const course = courseOfPump(pumped(drug, rate, unit, end));
    expect(currentCourseText(course, frame, NOW_MS).join(' ')).toContain(`running at last reading, ${when}`);
    expect(currentCourseText(course, frame, NOW_MS).join(' ')).not.toContain('until');
    expect(courseChanges(course).map(({ sign }) => sign)).not.toContain('−');
    expect(layoutCourse(course, frame, { textScale: 1, nowMs: NOW_MS }).bars[0]!.isOpenRight).toBe(true);
  });

  it('an infusion that was stopped says when, and its bar is closed', () => {
    const course = courseOfPump(pumped('propofol', 1, 'mg/kg/h', '2026-11-24T14:00:00Z', 'stopped'));
    expect(currentCourseText(course, frame, NOW_MS)).toEqual(['', 'until 24 Nov 2026, 14:00']);
    expect(layoutCourse(course, frame, { textScale: 1, nowMs: NOW_MS }).bars[0]!.isOpenRight).toBe(false);
  });

  it('a setting of a device is running at its last reading, with its value', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      at: new Date(START_MS + 5 * i * MINUTE_MS).toISOString(),
      text: '28',
      unit: '%',
    }));
    const course = deviceSettingCourse(madeSeries(rows, { id: 'fio2', name: 'FiO2', unitText: '%' }))!;
    const lastMs = START_MS + 195 * MINUTE_MS;
    expect(courseText(course, lastMs, 'UTC')).toEqual([
      '28 %',
      'running at last reading, 19 Nov 2026, 23:15',
    ]);
    expect(courseText(course, lastMs + 31 * MINUTE_MS, 'UTC')).toEqual([
      '',
      '28 %, running at last reading, 19 Nov 2026, 23:15',
    ]);
  });
});

describe('two pumps of one drug', () => {
  const RATE = { unit: 'ug/kg/min', type: 'MedicationAdministration' } as const;
  const pump = (start: string, end: string, rate = 0.1) =>
    madeDoseStep(`2026-11-24T${start}:00Z`, end && `2026-11-24T${end}:00Z`, rate, RATE);
  const ordered = madeDoseStep('2026-11-24T06:00:00Z', '2026-11-24T14:00:00Z', 0.1, { unit: RATE.unit });
  const endless = (start: string) => madeDoseStep(`2026-11-24T${start}:00Z`, '…', 0.1, RATE);
  const said = (steps: readonly ReturnType<typeof madeDoseStep>[], at: string) =>
    courseText({ key: 'n', name: 'Norepinephrine', steps }, Date.parse(`2026-11-24T${at}:00Z`), 'UTC')[0];

  it.each([
    ['at one rate', [pump('06:00', '12:00'), pump('08:00', '14:00')], '2 × 0.1 ug/kg/min'],
    [
      'at one rate under one order',
      [ordered, pump('06:00', '12:00'), pump('08:00', '14:00')],
      '2 × 0.1 ug/kg/min',
    ],
    ['at two rates', [pump('06:00', '12:00'), pump('08:00', '14:00', 0.05)], '0.1 ug/kg/min, 0.05 ug/kg/min'],
    [
      'three, two of them at one rate',
      [pump('06:00', '12:00'), pump('07:00', '12:00', 0.05), pump('08:00', '14:00')],
      '2 × 0.1 ug/kg/min, 0.05 ug/kg/min',
    ],
    ['that began together and run on', [endless('06:00'), endless('06:00')], '2 × 0.1 ug/kg/min'],
  ])('%s are told with their number while both run', (_, steps, both) => {
    expect(said(steps, '09:00')).toBe(both);
  });

  it.each(['06:30', '13:00'])('are told as one while one of them runs, at %s', (time) => {
    expect(said([pump('06:00', '12:00'), pump('08:00', '14:00')], time)).toBe('0.1 ug/kg/min');
    expect(said([ordered, pump('06:00', '12:00'), pump('08:00', '14:00')], time)).toBe('0.1 ug/kg/min');
  });

  it.each([
    ['a pump that is written down anew each hour', [pump('06:00', '09:05'), pump('09:00', '12:00')], '09:02'],
    [
      'a pump that nobody closed when it was written down anew',
      [endless('06:00'), endless('07:00')],
      '09:00',
    ],
    ['an order that is given as ordered', [ordered, pump('06:00', '14:00')], '09:00'],
  ])('%s is one', (_, steps, at) => {
    expect(said(steps, at)).toBe('0.1 ug/kg/min');
  });
});

describe('a pause that was written down beside an infusion that is still in progress', () => {
  const at = (time: string) => `2026-11-24T${time}:00Z`;
  const given = { unit: 'mL/h', type: 'MedicationAdministration' } as const;
  const held = { ...given, status: 'on-hold', isNotDone: true } as const;
  const running = madeDoseStep(at('06:00'), '…', 10, given);
  const said = (...steps: readonly ReturnType<typeof madeDoseStep>[]) =>
    courseText({ key: 'p', name: 'Propofol', steps }, Date.parse(at('13:00')), 'UTC')[1];

  it('stands beside its rate, with its time', () => {
    expect(said(running, madeDoseStep(at('12:00'), '', 10, held))).toContain(
      'reported as on hold, 24 Nov 2026, 12:00',
    );
  });

  it.each([
    ['that is over', madeDoseStep(at('12:00'), at('12:30'), 10, held)],
    ['that is still to come', madeDoseStep(at('13:30'), '', 10, held)],
  ])('is not told %s', (_, pause) => {
    expect(said(running, pause)).not.toContain('on hold');
  });

  it('is not told once the infusion was written down as given again', () => {
    const again = madeDoseStep(at('12:30'), at('14:00'), 10, given);
    expect(said(running, madeDoseStep(at('12:00'), '', 10, held), again)).not.toContain('on hold');
  });
});
