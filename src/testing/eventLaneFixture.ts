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
export function timeOf(start: string, end = ''): EventTime {
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

export function stepOf(start: string, end: string, amount: number, more: Partial<DoseStep> = {}): DoseStep {
  const unit = more.unit ?? 'mg/d';
  return {
    ...timeOf(start, end),
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

export const courseOf = (name: string, steps: readonly DoseStep[]): MedicationCourse => ({
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

export const eventOf = (
  type: EventType,
  text: string,
  start: string,
  { end = '', ...more }: Partial<CareEvent> & { readonly end?: string } = {},
): CareEvent => ({
  ...timeOf(start, end),
  type,
  lane: LANES[type] ?? 'encounter',
  id: `event-${++count}`,
  text,
  status: STATUSES[type] ?? 'finished',
  kind: type === 'Encounter' ? 'AMB' : '',
  note: '',
  ...more,
});

export const courses: readonly MedicationCourse[] = [
  courseOf('Lisinopril', [
    stepOf('2014-11-01', '2017-11-15', 10),
    stepOf('2017-11-15', '2021-05-05', 20),
    stepOf('2021-05-05', '2023-02-06', 40),
    stepOf('2023-03-01', '2024-01-17', 20),
    stepOf('2024-01-17', '…', 40),
  ]),
  courseOf('Chlorthalidone', [stepOf('2025-01-15', '2026-04-22', 12.5), stepOf('2026-04-22', '…', 25)]),
  courseOf('Spironolactone', [stepOf('2026-10-20', '2026-11-13', 25, { status: 'stopped' })]),
  courseOf('Semaglutide', [
    stepOf('2023-03-29', '2023-06-14', 0.5, { unit: 'mg/wk' }),
    stepOf('2023-06-14', '…', 1, { unit: 'mg/wk' }),
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
  ...visits.map((at) => eventOf('Encounter', 'Office visit', at)),
  eventOf('Encounter', 'Telephone', '2026-11-13', { kind: 'VR' }),
  eventOf('Encounter', 'Inpatient, pneumonia', '2023-02-06', { end: '2023-02-11', kind: 'IMP' }),
  eventOf('Procedure', 'Renal ultrasound', '2021-06-09'),
  eventOf('Procedure', 'Chest X-ray', '2023-02-06'),
  eventOf('Procedure', 'Renal artery duplex', '2026-09-02'),
  eventOf('Condition', 'Chronic kidney disease stage 3', '2019', { end: '…' }),
  eventOf('Immunization', 'Influenza vaccine', '2025-10'),
  eventOf('DiagnosticReport', 'Blood culture', '2023-02-07T10:00:00Z', { note: 'No growth\nafter 5 days.' }),
];
