import { expect, test, vi } from 'vitest';
import { encounter, eventServer } from '../../testing/eventServerFixture.ts';

const MORNING = '2026-01-07T08:00:00Z';
const NOON = '2026-01-07T12:00:00Z';
const version = (name: string, versionId?: string, lastUpdated?: string) =>
  encounter('e1', { meta: { versionId, lastUpdated }, type: [{ text: name }] });

/** Reads these encounters one after the other and returns the names of those that stand after the last reading. */
async function namesAfter(...readings: readonly (readonly object[])[]): Promise<readonly string[]> {
  let page: readonly object[] = [];
  const server = eventServer(({ type }) => (type === 'Encounter' ? [page] : [[]]));
  let names: readonly string[] = [];
  for (const next of readings) {
    page = next;
    // oxlint-disable-next-line no-await-in-loop -- one reading follows the other
    names = (await server.run()).events.map(({ text }) => text);
    server.reading.startOver();
  }
  return names;
}

test('of a server that counts its versions anew, what it changed later is taken', async () => {
  expect(await namesAfter([version('Ward', '5', MORNING)], [version('Intensive care', '1', NOON)])).toEqual([
    'Intensive care',
  ]);
});

test('without dates its second correction is taken', async () => {
  const [held, again, corrected] = [
    version('Ward', '5'),
    version('Ward', '1'),
    version('Intensive care', '2'),
  ];
  expect(await namesAfter([held], [again], [corrected])).toEqual(['Intensive care']);
});

test('from a copy that is behind nothing older is taken, and what it does not have yet stays', async () => {
  const newer = version('Intensive care', '5', NOON);
  const added = encounter('e2', { type: [{ text: 'Operating room' }] });
  expect(await namesAfter([newer, added], [version('Ward', '4', MORNING)])).toEqual([
    'Intensive care',
    'Operating room',
  ]);
  expect(await namesAfter([newer, added], [version('Ward', '4', MORNING)], [newer])).toEqual([
    'Intensive care',
  ]);
});

test('nor without dates', async () => {
  expect(await namesAfter([version('Intensive care', '5')], [version('Ward', '4')])).toEqual([
    'Intensive care',
  ]);
});

test('what it sends unchanged lets no older version pass later', async () => {
  const readings = [
    version('Ward', '5', NOON),
    version('Ward', '3', MORNING),
    version('Office', '4', MORNING),
  ];
  expect(await namesAfter(...readings.map((one) => [one]))).toEqual(['Ward']);
});

test('of versions that nothing tells apart the same one stands in whatever order they came', async () => {
  const both = [version('Intensive care', 'a'), version('Ward', 'b')];
  expect(await namesAfter(both)).toEqual(await namesAfter(both.toReversed()));
});

test('two versions in one reading are no copy that is behind', async () => {
  const gone = encounter('e2', { type: [{ text: 'Operating room' }] });
  const both = [version('Intensive care', '2'), version('Ward', '1')];
  expect(await namesAfter([version('Ward', '1'), gone], both)).toEqual(['Intensive care']);
});

test.each([
  ['what it withdrew', { status: 'entered-in-error' }],
  ['what said nobody before', { subject: undefined }],
  ['what it changed', { type: [{ text: 'Ward' }] }],
])('of a server that says no versions %s stands as it says later', async (_, before) => {
  const now = { meta: undefined, type: [{ text: 'Intensive care' }] };
  expect(await namesAfter([encounter('e1', { ...now, ...before })], [encounter('e1', now)])).toEqual([
    'Intensive care',
  ]);
});

test('rule 40: what a copy that is behind has sent makes the events no younger', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(MORNING) });
  let page = [version('Intensive care', '5')];
  const server = eventServer(({ type }) => (type === 'Encounter' ? [page] : [[]]));
  await server.run();
  page = [version('Ward', '4')];
  vi.setSystemTime(Date.parse(NOON));
  server.reading.startOver();
  const { readAtMs } = await server.run();
  vi.useRealTimers();
  expect(readAtMs).toBe(Date.parse(MORNING));
});

test('of two forms of one version the one that is further on stays, whichever came last', async () => {
  const going = encounter('e1', {
    status: 'in-progress',
    type: [{ text: 'Ward' }],
    period: { start: new Date().toISOString() },
  });
  const over = encounter('e1', {
    status: 'finished',
    type: [{ text: 'Office' }],
    period: { start: MORNING, end: NOON },
  });
  const withdrawn = encounter('e1', { status: 'entered-in-error' });
  const other = encounter('e1', {
    status: 'finished',
    type: [{ text: 'Clinic' }],
    period: { start: MORNING, end: NOON },
  });
  for (const [one, two, name] of [
    [going, over, ['Office']],
    [over, withdrawn, []],
    [going, withdrawn, []],
    [other, over, ['Office']],
  ] as const) {
    expect(await namesAfter([one, two])).toEqual(name);
    expect(await namesAfter([two, one])).toEqual(name);
  }
});
