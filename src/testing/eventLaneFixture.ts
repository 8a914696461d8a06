/** Made-up treatment for the tests of lanes, ribbon and timeline: a few courses, encounters and procedures. */
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

/** "2026", "2026-10", "2026-10-20" or a full time; an end of '…' goes on. */
export function laneTime(start: string, end = ''): EventTime {
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

export function laneStep(start: string, end: string, amount: number, more: Partial<DoseStep> = {}): DoseStep {
  const unit = more.unit ?? 'mg/d';
  return {
    ...laneTime(start, end),
    type: 'MedicationRequest',
    id: `step-${++count}`,
    doseText: `${amount} ${unit.replace('/d', ' daily')}`,
    shortDose: `${amount} ${unit}`,
    amount,
    unit,
    status: end === '…' ? 'active' : 'completed',
    ...more,
  };
}

export const laneCourse = (name: string, steps: readonly DoseStep[]): MedicationCourse => ({
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

export const laneEvent = (
  type: EventType,
  text: string,
  start: string,
  { end = '', ...more }: Partial<CareEvent> & { readonly end?: string } = {},
): CareEvent => ({
  ...laneTime(start, end),
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
  laneCourse('Lisinopril', [
    laneStep('2014-11-01', '2017-11-15', 10),
    laneStep('2017-11-15', '2021-05-05', 20),
    laneStep('2021-05-05', '2023-02-06', 40),
    laneStep('2023-03-01', '2024-01-17', 20),
    laneStep('2024-01-17', '…', 40),
  ]),
  laneCourse('Chlorthalidone', [laneStep('2025-01-15', '2026-04-22', 12.5), laneStep('2026-04-22', '…', 25)]),
  laneCourse('Spironolactone', [laneStep('2026-10-20', '2026-11-13', 25, { status: 'stopped' })]),
  laneCourse('Semaglutide', [
    laneStep('2023-03-29', '2023-06-14', 0.5, { unit: 'mg/wk' }),
    laneStep('2023-06-14', '…', 1, { unit: 'mg/wk' }),
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
  ...visits.map((at) => laneEvent('Encounter', 'Office visit', at)),
  laneEvent('Encounter', 'Telephone', '2026-11-13', { encounterClass: 'VR' }),
  laneEvent('Encounter', 'Inpatient, pneumonia', '2023-02-06', { end: '2023-02-11', encounterClass: 'IMP' }),
  laneEvent('Procedure', 'Renal ultrasound', '2021-06-09'),
  laneEvent('Procedure', 'Chest X-ray', '2023-02-06'),
  laneEvent('Procedure', 'Renal artery duplex', '2026-09-02'),
  laneEvent('Condition', 'Chronic kidney disease stage 3', '2019', { end: '…' }),
  laneEvent('Immunization', 'Influenza vaccine', '2025-10'),
  laneEvent('DiagnosticReport', 'Blood culture', '2023-02-07T10:00:00Z', {
    note: 'No growth\nafter 5 days.',
  }),
];
