import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventInterpreter } from './chartEvents.ts';
import { contextOf, ENCOUNTER, notification, PATIENT, PATIENT_ID, TOPIC } from './hubFixture.ts';
import { readHubMessage } from './hubMessages.ts';

const ISS = 'https://fhir.general.example/r4';
const NOW_MS = Date.UTC(2026, 10, 28, 12);
const newJudge = () => {
  const judge = createEventInterpreter({ iss: ISS, patientId: PATIENT_ID, topic: TOPIC }, () => NOW_MS);
  return (name: string, context: readonly unknown[], more: Parameters<typeof notification>[2] = {}) => {
    const message = readHubMessage(JSON.stringify(notification(name, context, more)));
    return message.kind === 'event' ? judge(message) : message.kind;
  };
};
const same = contextOf(PATIENT_ID);
const other = contextOf('another-patient');

test('the events of the specification: open and close of this patient, of another, and of an encounter', () => {
  const judge = newJudge();
  expect(judge('Patient-open', same)).toBe('same');
  expect(judge('patient-OPEN', same)).toBe('same');
  expect(judge('Encounter-open', [{ key: 'encounter', resource: ENCOUNTER }, ...same])).toBe('same');
  expect(judge('Patient-open', other)).toBe('other');
  expect(judge('Encounter-open', [{ key: 'encounter', resource: ENCOUNTER }, ...other])).toBe('unknown');
  expect(judge('Patient-close', other)).toBe('noChange');
  expect(judge('Patient-close', same)).toBe('closed');
});

test('who signs out of the EHR has left every chart, whatever the event holds and whenever it happened', () => {
  const judge = newJudge();
  expect(judge('Patient-open', same)).toBe('same');
  for (const context of [[], same, other, [{ key: 'parameters', resource: { resourceType: 'Parameters' } }]])
    for (const name of ['UserLogout', 'userLogout', 'userlogout'])
      expect(judge(name, context, { timestamp: '2019-11-25T13:16:00.00' })).toBe('signedOut');
  expect(judge('UserLogout', [], { topic: 'another' })).toBe('foreign');
  expect(judge('UserHibernate', [])).toBe('noChange');
});

test('an event of another session says nothing, whoever it is about', () => {
  const judge = newJudge();
  for (const topic of ['', 'another', TOPIC.toUpperCase(), `${TOPIC} `])
    expect(judge('Patient-open', other, { topic })).toBe('foreign');
});

test('where the patient cannot be compared, the view is closed', () => {
  const judge = newJudge();
  const { id: _, ...withoutId } = PATIENT;
  for (const context of [
    [],
    [{ key: 'patient' }],
    [{ key: 'patient', resource: withoutId }],
    [{ key: 'patient', resource: { ...PATIENT, id: 7 } }],
    [{ key: 'patient', resource: { ...PATIENT, id: '..' } }],
    [{ key: 'patient', resource: { ...PATIENT, id: `${PATIENT_ID} ` } }],
    [{ key: 'patient', resource: { ...PATIENT, resourceType: 'Person' } }],
    [{ key: 'patient', reference: { reference: `https://other.example/r4/Patient/${PATIENT_ID}` } }],
    [{ key: 'patient', reference: { reference: `${ISS}.evil.example/Patient/${PATIENT_ID}` } }],
    [...same, ...other],
    [{ key: 'person', resource: PATIENT }],
    ['patient', null, 7],
  ])
    for (const name of ['Patient-open', 'Patient-close', 'Encounter-open'])
      expect([name, context, judge(name, context)]).toEqual([name, context, 'unknown']);
});

test('a reference to this patient at this server is as good as the patient', () => {
  const judge = newJudge();
  for (const reference of [
    `Patient/${PATIENT_ID}`,
    `${ISS}/Patient/${PATIENT_ID}`,
    `${ISS}/Patient/${PATIENT_ID}/_history/3`,
  ])
    expect(judge('Patient-open', [{ key: 'patient', reference: { reference } }])).toBe('same');
  expect(judge('Encounter-open', [{ key: 'encounter', resource: ENCOUNTER }])).toBe('same');
});

test('an event about a study closes the view where it names another patient, and says nothing without one', () => {
  const judge = newJudge();
  expect(judge('ImagingStudy-open', [{ key: 'study', resource: {} }, ...other])).toBe('other');
  expect(judge('ImagingStudy-open', [{ key: 'study', resource: {} }, ...same])).toBe('same');
  expect(judge('DiagnosticReport-open', [{ key: 'report', resource: {} }])).toBe('noChange');
  for (const name of [
    'Home-open',
    'UserHibernate',
    'SyncError',
    'org.example.transmogrify',
    'Encounter-close',
  ])
    expect(judge(name, [])).toBe('noChange');
});

test('events that come late, twice or out of order: the newest decides', () => {
  const at = (minute: number) => ({ timestamp: new Date(Date.UTC(2026, 10, 28, 11, minute)).toISOString() });
  const judge = newJudge();
  expect(judge('Patient-open', same, at(10))).toBe('same');
  expect(judge('Patient-open', same, at(10))).toBe('same'); // doubled
  expect(judge('Patient-open', other, at(9))).toBe('noChange'); // another patient before this one
  expect(judge('Patient-close', same, at(9))).toBe('noChange'); // closed, and then opened again
  expect(judge('Patient-open', other, at(10))).toBe('other');
  expect(judge('Patient-open', other, at(11))).toBe('other');
  expect(judge('Patient-open', other, { timestamp: '2023-04-01T010:38:04.16' })).toBe('other');
});

test('a time in the future binds nobody: another patient after it closes the view', () => {
  const judge = newJudge();
  expect(judge('Patient-open', same, { timestamp: '2099-01-01T00:00:00Z' })).toBe('same');
  expect(judge('Patient-open', other, { timestamp: '2026-11-28T11:59:00Z' })).toBe('other');
});

test('one id for two events does not hide the second', () => {
  const judge = newJudge();
  expect(judge('Patient-open', same, { id: 'x' })).toBe('same');
  expect(judge('Patient-open', other, { id: 'x' })).toBe('other');
});

test('in whatever order events come, the view is open at the end only if the newest says this patient', () => {
  const event = fc.record({
    isOther: fc.boolean(),
    minute: fc.integer({ min: 0, max: 59 }),
    isDoubled: fc.boolean(),
  });
  const holds = fc.check(
    fc.property(fc.uniqueArray(event, { minLength: 1, selector: ({ minute }) => minute }), (events) => {
      const judge = newJudge();
      const verdicts = events.flatMap(({ isOther, minute, isDoubled }) => {
        const more = { timestamp: new Date(Date.UTC(2026, 10, 28, 11, minute)).toISOString() };
        const verdict = judge('Patient-open', isOther ? other : same, more);
        return isDoubled ? [verdict, judge('Patient-open', isOther ? other : same, more)] : [verdict];
      });
      const newest = events.toSorted((a, b) => b.minute - a.minute)[0];
      return newest?.isOther !== true || verdicts.includes('other');
    }),
    { numRuns: 300, seed: 63 },
  );
  expect(holds.counterexample).toBeNull();
});

test('another chart is never past because the clock of who opened this one runs ahead', () => {
  const at = (minutes: number) => ({ timestamp: new Date(NOW_MS + minutes * 60_000).toISOString() });
  for (const ahead of [1, 3, 5])
    for (const opened of [0, 0.5, ahead - 0.1]) {
      const judge = newJudge();
      expect(judge('Patient-open', same, at(ahead))).toBe('same');
      expect(judge('Patient-open', other, at(opened))).toBe('other');
    }
  const judge = newJudge();
  expect(judge('Patient-open', same, at(3))).toBe('same');
  expect(judge('Patient-open', other, at(-1))).toBe('noChange');
});
