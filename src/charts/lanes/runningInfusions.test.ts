import { describe, expect, it } from 'vitest';
import { medicationStepOf } from '../../clinical/medication/medicationSteps.ts';
import { coursesOf } from '../../clinical/medication/courses.ts';
import { courseChanges } from '../../clinical/medication/courseChanges.ts';
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
