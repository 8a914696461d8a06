import { expect, test, vi } from 'vitest';
import { medicationTexts } from '../../clinical/medication/medication.messages.ts';
import { FhirError, type FhirFailure } from '../../fhir/FhirError.ts';
import type { FhirReader } from '../../fhir/reader.ts';
import { answersOf, carvedilol, eventServer } from '../../testing/eventServerFixture.ts';
import { RXNORM } from '../../testing/eventsFromFhirFixture.ts';
import type { EventsSnapshot } from './eventsSnapshot.ts';

const WITHOUT_NAME = medicationTexts('withoutName');

/** Returns an order for the drug that this reference names. */
const orderFor = (id: string, reference: string, fields: object = {}): object =>
  carvedilol(id, { medicationCodeableConcept: undefined, medicationReference: { reference }, ...fields });

const drug = (id: string, text: string, fields: object = {}): object => ({
  resourceType: 'Medication',
  id,
  code: { text },
  ...fields,
});

type Answer = object | FhirFailure;

/** Returns a reader of single resources that has these, by their paths, and the paths that it was asked for. */
function drugs(answers: Readonly<Record<string, Answer>>) {
  const read = vi.fn<FhirReader['read']>((type, path) => {
    const answer = answers[path] ?? 'refused';
    return typeof answer === 'string' ? Promise.reject(new FhirError(answer, type)) : Promise.resolve(answer);
  });
  return { read, asked: () => read.mock.calls.map(([type, path]) => `${type}: ${path}`) };
}

async function coursesOfOrders(
  orders: readonly object[],
  answers: Readonly<Record<string, Answer>>,
  granted: Parameters<typeof eventServer>[1] = {},
) {
  const { read, asked } = drugs(answers);
  const server = eventServer(
    answersOf({ MedicationRequest: [orders] }),
    granted,
    { snapshotEveryMs: 0 },
    { read },
  );
  const snapshot = await server.run();
  return { snapshot, asked: asked(), lanes: lanesOf(snapshot) };
}

const lanesOf = ({ courses }: EventsSnapshot) =>
  courses.map(({ name, steps }) => [name, steps.map(({ id }) => id)]);
const notesOf = ({ courses }: EventsSnapshot) =>
  courses.flatMap(({ steps }) => steps.map(({ note = '' }) => note.split('\n')[0]));

test('a drug that an order names by reference alone is called by its Medication', async () => {
  const { lanes, asked } = await coursesOfOrders([orderFor('m1', 'Medication/9')], {
    'Medication/9': drug('9', 'Warfarin'),
  });
  expect(lanes).toEqual([['Warfarin', ['m1']]]);
  expect(asked).toEqual(['Medication: Medication/9']);
});

test.each(['MedicationRequest', 'MedicationAdministration', 'MedicationStatement', 'MedicationDispense'])(
  'so is that of a %s',
  async (resourceType) => {
    const { read } = drugs({ 'Medication/9': drug('9', 'Warfarin') });
    const resource = orderFor('m1', 'Medication/9', { resourceType, status: 'completed' });
    const answers = answersOf({ [resourceType]: [[resource]] });
    expect(lanesOf(await eventServer(answers, {}, undefined, { read }).run())).toEqual([
      ['Warfarin', ['m1']],
    ]);
  },
);

test('a name that comes later has its strength compared with the coded dose', async () => {
  const dosageInstruction = [{ doseAndRate: [{ doseQuantity: { value: 50, unit: 'mg' } }] }];
  const { snapshot } = await coursesOfOrders([orderFor('m1', 'Medication/9', { dosageInstruction })], {
    'Medication/9': drug('9', 'Levothyroxine 50 mcg tablet'),
  });
  const steps = snapshot.courses.flatMap((course) => course.steps);
  expect(steps.map(({ doseText, amount }) => [doseText, amount])).toEqual([
    ['50 mg (also sent as 50 mcg)', undefined],
  ]);
});

test('two orders for one Medication share a lane and one read, and those for another one do not', async () => {
  const orders = [
    orderFor('m1', 'Medication/9'),
    orderFor('m2', 'https://fhir.general.example/r4/Medication/9'),
    orderFor('m3', 'Medication/10'),
  ];
  const { lanes, asked } = await coursesOfOrders(orders, {
    'Medication/9': drug('9', 'Warfarin'),
    'Medication/10': drug('10', 'Aspirin'),
  });
  expect(lanes).toEqual([
    ['Warfarin', ['m1', 'm2']],
    ['Aspirin', ['m3']],
  ]);
  expect(asked.toSorted()).toEqual(['Medication: Medication/10', 'Medication: Medication/9']);
});

test('orders by reference and by code share a lane where the codes are the same', async () => {
  const code = { coding: [{ system: RXNORM, code: '11289' }], text: 'Warfarin' };
  const orders = [orderFor('m1', 'Medication/9'), carvedilol('m2', { medicationCodeableConcept: code })];
  const { lanes } = await coursesOfOrders(orders, { 'Medication/9': drug('9', '', { code }) });
  expect(lanes).toEqual([['Warfarin', ['m1', 'm2']]]);
});

test('two Medications without a name are two lanes', async () => {
  const orders = [orderFor('m1', 'Medication/9'), orderFor('m2', 'Medication/10')];
  const answers = { 'Medication/9': drug('9', ''), 'Medication/10': drug('10', '') };
  const { lanes, snapshot } = await coursesOfOrders(orders, answers);
  expect(lanes).toEqual([
    [WITHOUT_NAME, ['m1']],
    [WITHOUT_NAME, ['m2']],
  ]);
  expect(notesOf(snapshot)).toEqual([
    medicationTexts('medicationUnnamed'),
    medicationTexts('medicationUnnamed'),
  ]);
});

test('a version is read as that version', async () => {
  const { lanes, asked } = await coursesOfOrders([orderFor('m1', 'Medication/9/_history/2')], {
    'Medication/9/_history/2': drug('9', 'Warfarin'),
  });
  expect(lanes).toEqual([['Warfarin', ['m1']]]);
  expect(asked).toEqual(['Medication: Medication/9/_history/2']);
});

test('what has a name is not asked for', async () => {
  const display = { reference: 'Medication/9', display: 'Warfarin 5 mg' };
  const { asked } = await coursesOfOrders(
    [carvedilol('m1'), orderFor('m2', '', { medicationReference: display })],
    {},
  );
  expect(asked).toEqual([]);
});

test.each([
  ['another server', 'https://elsewhere.example/r4/Medication/9'],
  ['another folder of the server', 'https://fhir.general.example/other/Medication/9'],
  ['no Medication', 'Substance/9'],
  ['a search', 'Medication/9?_format=json'],
  ['a way up', 'Medication/../Patient/9'],
])('nothing is asked of %s', async (_, reference) => {
  const { asked, lanes, snapshot } = await coursesOfOrders([orderFor('m1', reference)], {});
  expect(asked).toEqual([]);
  expect(lanes).toEqual([[WITHOUT_NAME, ['m1']]]);
  expect(notesOf(snapshot)).toEqual([medicationTexts('medicationElsewhere')]);
});

test.each<[string, Answer, Parameters<typeof medicationTexts>[0]]>([
  ['is not there', 'refused', 'medicationUnread'],
  ['must not be read', 'not-allowed', 'medicationNotAllowed'],
  ['does not come', 'network', 'medicationUnread'],
  ['is too large', 'limit', 'medicationUnread'],
  ['has another id', drug('10', 'Aspirin'), 'medicationUnread'],
  ['is another resource', 'unreadable', 'medicationUnread'],
  ['was entered in error', drug('9', 'Aspirin', { status: 'entered-in-error' }), 'medicationWithdrawn'],
  [
    'was Entered-In-Error in capitals',
    drug('9', 'Aspirin', { status: 'Entered-In-Error' }),
    'medicationWithdrawn',
  ],
])('a drug stays without a name, and says why, where its Medication %s', async (_, answer, why) => {
  const { lanes, snapshot } = await coursesOfOrders([orderFor('m1', 'Medication/9')], {
    'Medication/9': answer,
  });
  expect(lanes).toEqual([[WITHOUT_NAME, ['m1']]]);
  expect(notesOf(snapshot)).toEqual([medicationTexts(why)]);
  expect(snapshot.ended).toBe(true);
});

test('a server that grants it unasked, as Epic does, is asked for the name', async () => {
  const requestedScope = 'launch patient/Patient.r patient/MedicationRequest.rs';
  const { lanes } = await coursesOfOrders(
    [orderFor('m1', 'Medication/9')],
    { 'Medication/9': drug('9', 'Warfarin') },
    { requestedScope, scope: `${requestedScope} patient/Medication.r` },
  );
  expect(lanes).toEqual([['Warfarin', ['m1']]]);
});

test('without the permission no Medication is asked for, and its orders say so', async () => {
  const scope = 'launch patient/Patient.r patient/MedicationRequest.rs';
  const { lanes, asked, snapshot } = await coursesOfOrders(
    [orderFor('m1', 'Medication/9')],
    { 'Medication/9': drug('9', 'Warfarin') },
    { requestedScope: scope, scope },
  );
  expect(asked).toEqual([]);
  expect(lanes).toEqual([[WITHOUT_NAME, ['m1']]]);
  expect(notesOf(snapshot)).toEqual([medicationTexts('medicationNotAllowed')]);
});

test('no more than 200 Medications are asked for, and the others say so', async () => {
  const ids = Array.from({ length: 203 }, (_, i) => `${i}`);
  const { asked, snapshot } = await coursesOfOrders(
    ids.map((id) => orderFor(`m${id}`, `Medication/${id}`)),
    Object.fromEntries(ids.map((id) => [`Medication/${id}`, drug(id, `Drug ${id}`)])),
  );
  expect(asked).toHaveLength(200);
  expect(notesOf(snapshot).filter((note) => note === medicationTexts('medicationTooMany'))).toHaveLength(3);
});

test('the events have not ended before the names came', async () => {
  const seen: EventsSnapshot[] = [];
  const { read } = drugs({ 'Medication/9': drug('9', 'Warfarin') });
  const answers = answersOf({ MedicationRequest: [[orderFor('m1', 'Medication/9')]] });
  const last = await eventServer(answers, {}, undefined, { read }).run(seen);
  expect(last.ended).toBe(true);
  for (const snapshot of [...seen, last].filter(({ ended }) => ended))
    expect(lanesOf(snapshot)).toEqual([['Warfarin', ['m1']]]);
});

test('run again, it reads the names that did not come, and a refresh reads all of them', async () => {
  const answers: Record<string, Answer> = {
    'Medication/9': 'server',
    'Medication/10': drug('10', 'Aspirin'),
  };
  const { read, asked } = drugs(answers);
  const orders = [orderFor('m1', 'Medication/9'), orderFor('m2', 'Medication/10')];
  const server = eventServer(answersOf({ MedicationRequest: [orders] }), {}, undefined, { read });
  await server.run();
  answers['Medication/9'] = drug('9', 'Warfarin');
  read.mockClear();
  expect(lanesOf(await server.run())).toContainEqual(['Warfarin', ['m1']]);
  expect(asked()).toEqual(['Medication: Medication/9']);
  answers['Medication/10'] = 'network';
  answers['Medication/9'] = drug('9', 'Warfarin sodium');
  server.reading.startOver();
  // What was read before stays where it cannot be read again.
  expect(lanesOf(await server.run())).toEqual([
    ['Warfarin sodium', ['m1']],
    ['Aspirin', ['m2']],
  ]);
});

test('a Medication that was withdrawn since is named no longer', async () => {
  const answers: Record<string, Answer> = { 'Medication/9': drug('9', 'Warfarin') };
  const { read } = drugs(answers);
  const server = eventServer(
    answersOf({ MedicationRequest: [[orderFor('m1', 'Medication/9')]] }),
    {},
    undefined,
    { read },
  );
  await server.run();
  answers['Medication/9'] = drug('9', 'Warfarin', { status: 'entered-in-error' });
  server.reading.startOver();
  expect(lanesOf(await server.run())).toEqual([[WITHOUT_NAME, ['m1']]]);
});

test('a run that was stopped leaves no Medication unasked', async () => {
  const stopped = new AbortController();
  const { read, asked } = drugs({ 'Medication/9': drug('9', 'Warfarin') });
  const answers = answersOf({ MedicationRequest: [[orderFor('m1', 'Medication/9')]] });
  const server = eventServer(answers, {}, undefined, { read });
  read.mockImplementationOnce((type) => {
    stopped.abort();
    return Promise.reject(new FhirError('aborted', type));
  });
  await server.reading.run(stopped.signal, () => {});
  expect(lanesOf(await server.run())).toEqual([['Warfarin', ['m1']]]);
  expect(asked()).toEqual(['Medication: Medication/9', 'Medication: Medication/9']);
});
