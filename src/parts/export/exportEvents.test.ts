import { expect, test } from 'vitest';
import { madeCourse, madeCareEvent, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { exportEvents, exportEventTitle } from './exportEvents.ts';

const WINDOW = { startMs: Date.parse('2025-11-24T06:00:00Z'), endMs: Date.parse('2026-11-24T20:00:00Z') };

const exported = (more: Parameters<typeof eventsSnapshot>[0], most = 20) => {
  const { lines, omissions } = exportEvents(
    eventsSnapshot({ courses: [], events: [], ...more }),
    WINDOW,
    'America/Chicago',
    { changes: most, others: most },
  );
  return { lines: lines.map(({ lane, text }) => `${exportEventTitle(lane)}: ${text}`), omissions };
};

test('a change of medication stands with its date and the dose before it, newest first', () => {
  const losartan = madeCourse('Losartan', [
    madeDoseStep('2024-01-10', '2026-03-02', 25),
    madeDoseStep('2026-03-03', '2026-05-01', 50),
    madeDoseStep('2026-09-01', '…', 25),
  ]);
  expect(exported({ courses: [losartan] }).lines).toEqual([
    'Medication changes: Losartan 25 mg/day ordered again from 1 Sep 2026',
    'Medication changes: Losartan order ended 1 May 2026, was 50 mg/day',
    'Medication changes: Losartan 50 mg/day since 3 Mar 2026, was 25 mg/day',
  ]);
});

const PREDNISONE = madeDoseStep('2026-01-01', '…', 5);
const BURST = madeDoseStep('2026-03-01', '2026-03-06', 40);

test('a burst beside a dose that goes on stands with its end', () => {
  expect(exported({ courses: [madeCourse('Prednisone', [PREDNISONE, BURST])] }).lines).toEqual([
    'Medication changes: Prednisone 40 mg/day ended 6 Mar 2026, 5 mg/day continues',
    'Medication changes: Prednisone 40 mg/day since 1 Mar 2026, beside or after 5 mg/day',
    'Medication changes: Prednisone 5 mg/day ordered from 1 Jan 2026',
  ]);
});

test('the dose before is the one that ran until then, not the one that was told last', () => {
  const long = madeDoseStep('2026-01-01', '2026-06-01', 5);
  const more = madeCourse('Prednisone', [long, BURST, madeDoseStep('2026-06-01', '…', 7.5)]);
  expect(exported({ courses: [more] }).lines[0]).toBe(
    'Medication changes: Prednisone 7.5 mg/day since 1 Jun 2026, was 5 mg/day',
  );
  expect(exported({ courses: [madeCourse('Prednisone', [long, BURST])] }).lines[0]).toBe(
    'Medication changes: Prednisone order ended 1 Jun 2026, was 5 mg/day',
  );
});

test('an order that ends where the drug is reported as taken is no stop, and says what is not known', () => {
  const statement = {
    type: 'MedicationStatement',
    doseText: '',
    shortDose: '',
    amount: undefined,
    unit: '',
  } as const;
  const metoprolol = madeCourse('Metoprolol', [
    madeDoseStep('2019-01-01', '…', 50, statement),
    madeDoseStep('2026-11-01', '2026-11-12', 50),
  ]);
  expect(exported({ courses: [metoprolol] }).lines).toEqual([
    'Medication changes: Metoprolol 50 mg/day ended 12 Nov 2026, another dose not known to have ended',
    'Medication changes: Metoprolol 50 mg/day since 1 Nov 2026, beside or after another dose',
  ]);
});

test('what other kinds of resource say of a medication is counted, not left out in silence', () => {
  const on = (day: string, type: 'MedicationDispense' | 'MedicationStatement') =>
    madeDoseStep(day, type === 'MedicationStatement' ? '…' : '', 50, { type });
  const metoprolol = madeCourse('Metoprolol', [
    madeDoseStep('2026-01-01', '…', 50),
    on('2026-01-02', 'MedicationDispense'),
    on('2026-02-02', 'MedicationDispense'),
    on('2026-02-10', 'MedicationStatement'),
    on('2020-02-02', 'MedicationDispense'),
  ]);
  expect(exported({ courses: [metoprolol] }).omissions).toContain(
    'Medication changes: 1 medication statement, 2 medication dispenses not listed.',
  );
});

test('what lies ahead is planned, and not told as if it had happened', () => {
  const readAtMs = Date.parse('2026-11-20T14:00:00Z');
  const steps = [
    madeDoseStep('2026-01-01', '…', 50),
    madeDoseStep('2026-11-22', '2026-11-24', 10, { readAtMs }),
  ];
  expect(exported({ courses: [madeCourse('Losartan', steps)] }).lines.slice(0, 2)).toEqual([
    'Medication changes: Losartan 10 mg/day, end planned 24 Nov 2026',
    'Medication changes: Losartan 10 mg/day planned from 22 Nov 2026',
  ]);
});

test('in a window of days each change stands with its time', () => {
  const drip = madeCourse('Norepinephrine', [
    madeDoseStep('2026-11-20T14:00:00Z', '2026-11-20T20:00:00Z', 0.2, { unit: 'µg/kg/min' }),
    madeDoseStep('2026-11-20T20:00:00Z', '…', 0.1, { unit: 'µg/kg/min' }),
  ]);
  const window = { startMs: Date.parse('2026-11-19T14:00:00Z'), endMs: Date.parse('2026-11-24T14:00:00Z') };
  const events = eventsSnapshot({ courses: [drip], events: [] });
  const { lines } = exportEvents(events, window, 'America/Chicago', { changes: 9, others: 9 });
  expect(lines.map(({ text }) => text)).toEqual([
    'Norepinephrine 0.1 µg/kg/min since 20 Nov 2026, 14:00, was 0.2 µg/kg/min',
    'Norepinephrine 0.2 µg/kg/min ordered from 20 Nov 2026, 08:00',
  ]);
});

test('nothing from outside the window is listed, and how much there is of it is said', () => {
  const metoprolol = madeCourse('Metoprolol', [
    madeDoseStep('2020-01-01', '2021-01-01', 50),
    madeDoseStep('2021-01-02', '…', 100),
    madeDoseStep('2026-01-01', '2027-01-01', 25, { status: 'on-hold', isNotDone: true }),
  ]);
  const future = madeCourse('Insulin', [madeDoseStep('2026-12-24', '…', 10)]);
  const undated = madeCourse('Aspirin', [madeDoseStep('', '', 100)]);
  const { lines, omissions } = exported({
    courses: [metoprolol, future, undated],
    events: [madeCareEvent('Procedure', 'Biopsy', '2019-05-02'), madeCareEvent('Condition', 'Gout', '')],
  });
  expect(lines).toEqual([]);
  expect(omissions).toContain(
    'Medication changes: no changes in this period; 2 before this period, 1 after this period, 1 planned, held or not given, 1 without a date not listed.',
  );
  expect(omissions).toContain('Procedures: none in this period; 1 before this period not listed.');
  expect(omissions).toContain('Conditions: none in this period; 1 without a date not listed.');
});

test('what goes on into the window stands in it with its own dates; what was not done with its status', () => {
  expect(
    exported({
      events: [
        madeCareEvent('Condition', 'Chronic kidney disease', '2019', { end: '…' }),
        madeCareEvent('Procedure', 'Renal biopsy', '2026-10-21', { status: 'not-done' }),
      ],
    }).lines,
  ).toEqual([
    'Procedures: Renal biopsy, not done, 21 Oct 2026',
    'Conditions: Chronic kidney disease, since 2019',
  ]);
});

test('more than there is room for are counted', () => {
  const encounters = ['2026-01-05', '2026-02-05', '2026-03-05'].map((day) =>
    madeCareEvent('Encounter', 'Visit', day),
  );
  const { lines, omissions } = exported({ events: encounters }, 2);
  expect(lines).toEqual(['Encounters: Visit, 5 Mar 2026', 'Encounters: Visit, 5 Feb 2026']);
  expect(omissions).toContain('Encounters: 1 more in this period not listed.');
});

test('rule 38: what was not granted, failed or is not complete is told apart from what is not there', () => {
  const { omissions } = exported({
    events: [madeCareEvent('Procedure', 'Biopsy', '2026-10-21')],
    states: eventStates({
      MedicationRequest: 'not-granted',
      MedicationStatement: 'not-granted',
      MedicationAdministration: 'not-granted',
      MedicationDispense: 'not-granted',
      Encounter: 'failed',
      Procedure: 'incomplete',
      Condition: 'complete',
      Immunization: 'reading',
      DiagnosticReport: 'not-allowed',
    }),
  });
  expect(omissions).toEqual([
    'Medication changes: not granted to Longview.',
    'Encounters: could not be loaded.',
    'Procedures: not all could be loaded.',
    'Conditions: none recorded.',
    'Immunizations: loading.',
    'Reports: not allowed by this health system.',
  ]);
  expect(exportEvents(undefined, WINDOW, 'UTC', { changes: 20, others: 20 }).omissions).toEqual([
    'Medication, encounters and other events: not loaded yet.',
  ]);
});

test.each([
  ['MedicationDispense', '2026-03-02', 'Losartan 50 mg/day last dispensed 2 Mar 2026'],
  ['MedicationAdministration', '2026-11-03', 'Losartan 50 mg/day last given 3 Nov 2026'],
  ['MedicationStatement', '2026-04-05', 'Losartan 50 mg/day taken from 5 Apr 2026'],
  ['MedicationRequest', '2026-04-05', 'Losartan 50 mg/day ordered from 5 Apr 2026'],
] as const)('decision 38: a %s without all orders says what it carries: %s', (type, day, text) => {
  const step = madeDoseStep(day, type === 'MedicationStatement' ? '…' : '', 50, { type });
  const course = { ...madeCourse('Losartan', [step]), isWithoutOrders: true as const };
  expect(exported({ courses: [course] }).lines).toEqual([`Medication changes: ${text}`]);
});

test('a report of which results are missing says so', () => {
  const panel = madeCareEvent('DiagnosticReport', 'Basic panel', '2026-03-02', { missingResultCount: 2 });
  expect(exported({ events: [panel] }).lines).toEqual([
    'Reports: Basic panel, 2 Mar 2026, 2 results of this report are not in this record',
  ]);
});
