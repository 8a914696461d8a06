import { expect, test } from 'vitest';
import { answersOf, carvedilol, encounter, eventServer, stateOf } from '../../testing/eventServerFixture.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';

test('each type is asked for once, in the EHR of a hospital at most two at a time, and ends complete', async () => {
  const server = eventServer(
    answersOf({
      MedicationRequest: [[carvedilol('m1')], [carvedilol('m2')]],
      Encounter: [[encounter('e1')]],
    }),
    { vendor: 'epic' },
  );
  const { states, events, courses, ended } = await server.run();
  expect(server.requests.map(({ type }) => type).toSorted()).toEqual(
    states.map(({ type }) => type).toSorted(),
  );
  expect(new Set(server.requests.map(({ search }) => search))).toEqual(new Set(['patient=p1&_count=1000']));
  expect(server.maxOpen()).toBe(2);
  expect(states.every(({ state }) => state === 'complete')).toBe(true);
  expect(events.map(({ id }) => id)).toEqual(['e1']);
  expect(courses.map(({ steps }) => steps.map(({ id }) => id))).toEqual([['m1', 'm2']]);
  expect(ended).toBe(true);
});

test('a generic server is asked for all types at once', async () => {
  const server = eventServer(answersOf({}));
  const { states } = await server.run();
  expect(server.maxOpen()).toBe(states.length);
});

test('a type is asked for only when it was asked at sign-in and granted, in whatever spelling', async () => {
  const requestedScope =
    'launch patient/Patient.r patient/Encounter.rs patient/Procedure.rs patient/Condition.rs';
  const scope = 'patient/Patient.Read patient/Encounter.Read user/Condition.r patient/Immunization.rs';
  const server = eventServer(() => [[]], { requestedScope, scope });
  const snapshot = await server.run();
  expect(server.requests.map(({ type }) => type)).toEqual(['Encounter']);
  expect(stateOf(snapshot, 'Encounter')).toBe('complete');
  for (const type of ['Procedure', 'Condition'] as const) expect(stateOf(snapshot, type)).toBe('not-granted');
  // A type that the site does not ask for is not read, granted or not.
  for (const type of ['Immunization', 'MedicationRequest', 'DiagnosticReport'] as const)
    expect(stateOf(snapshot, type)).toBe('not-asked');
  expect(snapshot.ended).toBe(true);
});

test('rule 38: not allowed, refused, failed and broken off are told apart, and none takes another down', async () => {
  const snapshot = await eventServer(
    answersOf({
      MedicationRequest: ['not-allowed'],
      Procedure: ['refused'],
      Condition: ['server'],
      Encounter: [[encounter('e1')], 'network'],
    }),
  ).run();
  expect(stateOf(snapshot, 'MedicationRequest')).toBe('not-allowed');
  expect(stateOf(snapshot, 'Procedure')).toBe('refused');
  expect(stateOf(snapshot, 'Condition')).toBe('failed');
  expect(stateOf(snapshot, 'Encounter')).toBe('incomplete');
  expect(stateOf(snapshot, 'Immunization')).toBe('complete');
  expect(snapshot.states.find(({ type }) => type === 'Encounter')).toMatchObject({
    received: 1,
    failure: 'network',
  });
  expect(snapshot.events).toHaveLength(1);
});

test('a snapshot follows each page, and none before the last has ended', async () => {
  const seen: EventsSnapshot[] = [];
  await eventServer(answersOf({ Encounter: [[encounter('e1')], [encounter('e2')], [encounter('e3')]] })).run(
    seen,
  );
  expect(new Set(seen.map(({ events }) => events.length))).toEqual(new Set([0, 1, 2, 3]));
  expect(seen.slice(0, -1).every(({ ended }) => !ended)).toBe(true);
  expect(seen.at(-1)?.ended).toBe(true);
});

test.each([
  ['no event at all', { Encounter: [[]] }],
  ['one page', { Procedure: [[]], Encounter: [[encounter('e1')]] }],
  ['ten pages', { Encounter: Array.from({ length: 10 }, (_, i) => [encounter(`e${i}`)]) }],
])('pages of events that come within a moment are shown together: %s', async (_name, answers) => {
  const seen: EventsSnapshot[] = [];
  const last = await eventServer(answersOf(answers), {}, { snapshotEveryMs: 200 }).run(seen);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ ended: false, events: [] });
  expect(last.ended).toBe(true);
  expect(last.events).toHaveLength(answers.Encounter?.flat().length ?? 0);
});

test("another patient's, withdrawn and unreadable resources are left out and counted", async () => {
  const { leftOut, events, courses } = await eventServer(
    answersOf({
      Encounter: [
        [
          encounter('e1', { subject: { reference: 'Patient/p2' } }),
          encounter('e2', { status: 'entered-in-error' }),
          encounter('e3', { subject: { identifier: { value: '1' } } }),
          null,
          encounter('e4'),
        ],
      ],
      MedicationRequest: [[carvedilol('m1', { status: 'entered-in-error' })]],
    }),
  ).run();
  expect(leftOut).toEqual({ strangers: 1, unconfirmed: 1, withdrawn: 2, unreadable: 1 });
  expect(events.map(({ id }) => id)).toEqual(['e4']);
  expect(courses).toEqual([]);
});

test('fixture 69: a type of which some do not say whose they are is not complete, and trying again is no use', async () => {
  const snapshot = await eventServer(
    answersOf({ Encounter: [[encounter('e1'), encounter('e2', { subject: undefined })]] }),
  ).run();
  expect(snapshot.states.find(({ type }) => type === 'Encounter')).toMatchObject({
    state: 'incomplete',
    isUnconfirmed: true,
    isFinal: true,
  });
  expect(stateOf(snapshot, 'Procedure')).toBe('complete');
  expect(snapshot.leftOut.unconfirmed).toBe(1);
});

test.each([
  ['suppressed', true],
  ['protected', true],
  ['incomplete', undefined],
] as const)('events that are %s are asked for again only where that may help', async (shortfall, isFinal) => {
  const server = eventServer(
    answersOf({ Encounter: [{ matches: [encounter('e1')], shortfalls: [shortfall] }] }),
  );
  const encounters = (await server.run()).states.find(({ type }) => type === 'Encounter');
  expect(encounters).toEqual({
    type: 'Encounter',
    state: 'incomplete',
    received: 1,
    ...(isFinal && { isFinal }),
  });
  const asked = server.requests.length;
  await server.run();
  expect(server.requests).toHaveLength(isFinal ? asked : asked + 1);
});

test('what comes twice counts once, and the newer version stands whichever came first', async () => {
  const newer = encounter('e1', { meta: { versionId: '2' }, type: [{ text: 'Ward' }] });
  for (const page of [
    [encounter('e1'), newer, encounter('e1')],
    [newer, encounter('e1')],
  ])
    expect(
      (await eventServer(answersOf({ Encounter: [page] })).run()).events.map(({ text }) => text),
    ).toEqual(['Ward']);
});

test('a resource that was withdrawn in a newer version is not shown from the older one', async () => {
  const withdrawn = encounter('e1', { meta: { versionId: '2' }, status: 'entered-in-error' });
  const { events, leftOut } = await eventServer(
    answersOf({ Encounter: [[withdrawn], [encounter('e1')]] }),
  ).run();
  expect(events).toEqual([]);
  expect(leftOut.withdrawn).toBe(1);
});

test('of one version that is sent both standing and withdrawn the withdrawal counts', async () => {
  const pages = [encounter('e1'), encounter('e1', { status: 'entered-in-error' })];
  for (const page of [pages, pages.toReversed()]) {
    const { events, leftOut } = await eventServer(answersOf({ Encounter: [page] })).run();
    expect([events.length, leftOut.withdrawn]).toEqual([0, 1]);
  }
});

test('run again, it reads only what has not ended well, from the page that failed', async () => {
  let broken = true;
  const server = eventServer(({ type, from }) => {
    if (type !== 'Encounter') return [[]];
    if (from !== undefined) return [[encounter('e2')]];
    return broken ? [[encounter('e1')], 'server'] : [[encounter('e1')], [encounter('e2')]];
  });
  expect(stateOf(await server.run(), 'Encounter')).toBe('incomplete');
  broken = false;
  server.requests.length = 0;
  const snapshot = await server.run();
  expect(server.requests.map(({ type, from }) => [type, from?.page])).toEqual([['Encounter', 2]]);
  expect(stateOf(snapshot, 'Encounter')).toBe('complete');
  expect(snapshot.events.map(({ id }) => id)).toEqual(['e1', 'e2']);
});

test('a server that wants more than the patient is asked that way; a narrower search is never complete', async () => {
  const server = eventServer(({ type, search }) => {
    if (type === 'Condition') return search.includes('category=') ? [[]] : ['refused'];
    if (type === 'MedicationRequest') return search.includes('intent=') ? [[carvedilol('m1')]] : ['refused'];
    return [[]];
  });
  const snapshot = await server.run();
  expect(stateOf(snapshot, 'Condition')).toBe('incomplete');
  expect(stateOf(snapshot, 'MedicationRequest')).toBe('complete');
});

test('rule 37: what the server keeps back, and a scope for a part only, take the claim of completeness', async () => {
  const held = await eventServer(
    answersOf({ Encounter: [{ matches: [], shortfalls: ['suppressed'] }] }),
  ).run();
  expect(stateOf(held, 'Encounter')).toBe('incomplete');
  const part = await eventServer(() => [[]], { missingGrants: { denied: [], partial: ['Condition'] } }).run();
  expect(stateOf(part, 'Condition')).toBe('part');
  expect(stateOf(part, 'Encounter')).toBe('complete');
});

test('a fault that is not a failed read is not swallowed', async () => {
  const server = eventServer(() => {
    throw new TypeError('a fault of ours');
  });
  await expect(server.run()).rejects.toThrow('a fault of ours');
});

test('an event without an id that is nested three thousand deep takes no other event along', async () => {
  const extension: unknown = JSON.parse('{"extension":['.repeat(3000) + ']}'.repeat(3000));
  const nested = { ...encounter('e1'), id: undefined, extension };
  const snapshot = await eventServer(
    answersOf({ Encounter: [[nested, nested, encounter('e2')]], MedicationRequest: [[carvedilol('m1')]] }),
  ).run();
  // A resource that is nested so deep cannot be compared with another one, so that each of them counts.
  expect(snapshot.events).toHaveLength(3);
  expect([stateOf(snapshot, 'Encounter'), stateOf(snapshot, 'MedicationRequest')]).toEqual([
    'complete',
    'complete',
  ]);
});

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

test.each([
  ['one category', 'patient/Condition.rs?category=problem-list-item', 'problem-list-item'],
  ['two scopes', 'patient/Condition.rs?category=a patient/Condition.rs?category=b', 'a,b'],
  [
    'a category with its system',
    `patient/Condition.rs?category=${CATEGORY}|health-concern`,
    `${CATEGORY}|health-concern`,
  ],
  ['another query', 'patient/Condition.rs?clinical-status=active', null],
])('a type of which a part was granted is searched for that part: %s', async (_, part, category) => {
  const requestedScope = `patient/Patient.r ${part}`;
  const server = eventServer(() => [[]], { requestedScope, scope: requestedScope });
  expect(stateOf(await server.run(), 'Condition')).toBe('part');
  expect(server.requests.map(({ search }) => new URLSearchParams(search).get('category'))).toEqual([
    category,
  ]);
});

const dispensed = {
  resourceType: 'MedicationDispense',
  id: 'd1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: 'Carvedilol' },
  whenHandedOver: '2026-03-02',
};

test.each([
  ['refused', ['refused']],
  ['not allowed', ['not-allowed']],
  ['broken off', [[carvedilol('m1')], 'server']],
  ['kept back in part', [{ matches: [carvedilol('m1')], shortfalls: ['suppressed'] }]],
] as const)('decision 38: a course says that not all orders were read: %s', async (_, pages) => {
  const { courses } = await eventServer(
    answersOf({ MedicationRequest: pages, MedicationDispense: [[dispensed]] }),
  ).run();
  expect(courses.map(({ isWithoutOrders }) => isWithoutOrders)).toEqual([true]);
});

test('decision 38: a course says nothing of orders that were all read, and while they are read again', async () => {
  const server = eventServer(answersOf({ MedicationRequest: [[]], MedicationDispense: [[dispensed]] }));
  expect((await server.run()).courses[0]).not.toHaveProperty('isWithoutOrders');
  server.reading.startOver();
  const seen: EventsSnapshot[] = [];
  await server.run(seen);
  expect(seen.flatMap(({ courses }) => courses).some((one) => 'isWithoutOrders' in one)).toBe(false);
});

test('an order for a stay that is over is left open, whichever of the two is read first', async () => {
  const order = carvedilol('m1', {
    category: [{ coding: [{ code: 'inpatient' }] }],
    encounter: { reference: 'Encounter/e1' },
    authoredOn: '2020-03-03T08:00:00Z',
  });
  const period = { start: '2020-03-02T08:00:00Z', end: '2020-03-09T08:30:00Z' };
  const stay = encounter('e1', { class: { code: 'IMP' }, period });
  const { courses } = await eventServer(
    answersOf({ MedicationRequest: [[order]], Encounter: [[stay]] }),
  ).run();
  expect(courses.flatMap(({ steps }) => steps)).toMatchObject([
    { isOngoing: false, isLeftOpen: true, endMs: Date.parse(period.end) },
  ]);
});
