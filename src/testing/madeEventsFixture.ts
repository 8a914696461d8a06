/** This file makes up treatment for lanes, ribbon and timeline: a few courses, encounters and procedures. */
import type {
  CareEvent,
  DoseStep,
  EventTime,
  EventType,
  MedicationCourse,
} from '../clinical/events/careEvent.ts';
import type { Precision } from '../clinical/time/date.ts';

const PRECISIONS: Record<number, Precision> = { 0: 'none', 4: 'year', 7: 'month', 10: 'day' };
const precisionOf = (text: string): Precision => PRECISIONS[text.length] ?? 'instant';

/** Reads times such as "2026", "2026-10", "2026-10-20" or a full time. The end '…' means that the event goes on. */
export function madeEventTime(start: string, end = ''): EventTime {
  const isOngoing = end === '…';
  const hasEnd = end !== '' && !isOngoing;
  return {
    startMs: start === '' ? Number.NaN : Date.parse(start),
    precision: precisionOf(start),
    endMs: hasEnd ? Date.parse(end) : undefined,
    endPrecision: hasEnd ? precisionOf(end) : 'none',
    isOngoing,
  };
}

let count = 0;

export function madeDoseStep(
  start: string,
  end: string,
  amount: number,
  more: Partial<DoseStep> = {},
): DoseStep {
  const unit = more.unit ?? 'mg/day';
  return {
    ...madeEventTime(start, end),
    type: 'MedicationRequest',
    id: `step-${++count}`,
    doseText: `${amount} ${unit.replace('/day', ' daily')}`,
    shortDose: `${amount} ${unit}`,
    amount,
    unit,
    status: end === '…' ? 'active' : 'completed',
    ...more,
  };
}

export const madeCourse = (name: string, steps: readonly DoseStep[]): MedicationCourse => ({
  key: `text:${name.toLowerCase()}`,
  name,
  steps,
});

const LANES: Partial<Record<EventType, CareEvent['lane']>> = {
  Procedure: 'procedure',
  Condition: 'condition',
  Immunization: 'immunization',
  DiagnosticReport: 'report',
};
const STATUSES: Partial<Record<EventType, string>> = {
  Procedure: 'completed',
  Condition: 'active',
  Immunization: 'completed',
  DiagnosticReport: 'final',
};

export const madeCareEvent = (
  type: EventType,
  text: string,
  start: string,
  { end = '', ...more }: Partial<CareEvent> & { readonly end?: string } = {},
): CareEvent => ({
  ...madeEventTime(start, end),
  type,
  lane: LANES[type] ?? 'encounter',
  id: `event-${++count}`,
  text,
  status: STATUSES[type] ?? 'finished',
  encounterClass: type === 'Encounter' ? 'AMB' : '',
  note: '',
  ...more,
});

export const courses: readonly MedicationCourse[] = [
  madeCourse('Lisinopril', [
    madeDoseStep('2014-11-01', '2017-11-15', 10),
    madeDoseStep('2017-11-15', '2021-05-05', 20),
    madeDoseStep('2021-05-05', '2023-02-06', 40),
    madeDoseStep('2023-03-01', '2024-01-17', 20),
    madeDoseStep('2024-01-17', '…', 40),
  ]),
  madeCourse('Chlorthalidone', [
    madeDoseStep('2025-01-15', '2026-04-22', 12.5),
    madeDoseStep('2026-04-22', '…', 25),
  ]),
  madeCourse('Spironolactone', [madeDoseStep('2026-10-20', '2026-11-13', 25, { status: 'stopped' })]),
  madeCourse('Semaglutide', [
    madeDoseStep('2023-03-29', '2023-06-14', 0.5, { unit: 'mg/wk' }),
    madeDoseStep('2023-06-14', '…', 1, { unit: 'mg/wk' }),
  ]),
];

const visits = [
  '2014-12-03',
  '2021-08-11',
  '2023-03-01',
  '2026-08-25',
  '2026-10-20',
  '2026-11-12',
  '2026-11-24',
];

export const events: readonly CareEvent[] = [
  ...visits.map((at) => madeCareEvent('Encounter', 'Office visit', at)),
  madeCareEvent('Encounter', 'Telephone', '2026-11-13', { encounterClass: 'VR' }),
  madeCareEvent('Encounter', 'Inpatient, pneumonia', '2023-02-06', {
    end: '2023-02-11',
    encounterClass: 'IMP',
  }),
  madeCareEvent('Procedure', 'Renal ultrasound', '2021-06-09'),
  madeCareEvent('Procedure', 'Chest X-ray', '2023-02-06'),
  madeCareEvent('Procedure', 'Renal artery duplex', '2026-09-02'),
  madeCareEvent('Condition', 'Chronic kidney disease stage 3', '2019', { end: '…' }),
  madeCareEvent('Immunization', 'Influenza vaccine', '2025-10'),
  madeCareEvent('DiagnosticReport', 'Blood culture', '2023-02-07T10:00:00Z', {
    note: 'No growth\nafter 5 days.',
  }),
];
