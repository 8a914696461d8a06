import { expect, test, vi } from 'vitest';
import { readMoment } from '../../clinical/time/date.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { recordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

const signal = new AbortController().signal;
const potassium = (id: string, value: number, versionId = '1', status = 'final') => ({
  resourceType: 'Observation',
  id,
  meta: { versionId },
  status,
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-0${id}T08:00:00Z`,
  valueQuantity: { value, unit: 'mmol/L' },
});

/** Returns a server whose record a test changes between two readings. With `undefined` every search fails. */
function reading() {
  const server: { record: readonly object[] | undefined } = { record: [] };
  const reader = fakeReader(() => [server.record ?? 'server']);
  return { server, ...recordReading(readSession(), reader, { snapshotEveryMs: 0 }) };
}

const values = ({ series }: RecordSnapshot) => series.flatMap((one) => [...one.values]);

test('rule 35: reading again says what is new, corrected, withdrawn and no longer sent', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1), potassium('2', 4.2), potassium('3', 4.3), potassium('4', 4.4)];
  await run(signal, () => {});
  server.record = [
    potassium('1', 4.1),
    potassium('2', 5.2, '2', 'corrected'),
    potassium('3', 4.3, '2', 'entered-in-error'),
    potassium('5', 4.5),
  ];
  startOver();
  const record = await run(signal, () => {});
  expect(record.refresh).toEqual({ state: 'done', added: 1, corrected: 1, withdrawn: 1, gone: 1 });
  expect(values(record)).toEqual([4.1, 5.2, 4.5]);
  expect(record.account).toMatchObject({ received: 4, drawn: 3, withdrawn: 1 });
});

test('what was read before stays until the second reading has ended, and is no less complete', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1)];
  await run(signal, () => {});
  server.record = [potassium('1', 4.1), potassium('2', 4.2)];
  startOver();
  const seen: RecordSnapshot[] = [];
  await run(signal, (snapshot) => seen.push(snapshot));
  expect(seen.length).toBeGreaterThan(1);
  for (const snapshot of seen) {
    expect(values(snapshot)).toEqual([4.1]);
    expect(snapshot).toMatchObject({ ended: true, complete: true, refresh: { state: 'reading' } });
  }
});

test('the marks of pages are those of the last reading, so that refreshing each minute holds no more of them', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1)];
  performance.clearMarks('longview:page');
  const marks = () => performance.getEntriesByName('longview:page').length;
  await run(signal, () => {});
  const first = marks();
  expect(first).toBeGreaterThan(0);
  for (let i = 0; i < 3; i += 1) {
    startOver();
    await run(signal, () => {});
  }
  expect(marks()).toBe(first);
});

test('a second reading that fails takes nothing away and says so; the next may go well', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1)];
  const { readAtMs } = await run(signal, () => {});
  server.record = undefined;
  startOver();
  const failed = await run(signal, () => {});
  expect(failed).toMatchObject({ complete: true, readAtMs, refresh: { state: 'failed' } });
  expect(values(failed)).toEqual([4.1]);
  server.record = [potassium('1', 4.1)];
  startOver();
  expect(await run(signal, () => {})).toMatchObject({
    refresh: { state: 'done', added: 0, corrected: 0, withdrawn: 0, gone: 0 },
  });
});

test('a result of a clock that ran ahead is drawn when it is read again later, and is no correction', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-02T07:45:00Z') });
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1), potassium('2', 4.2)];
  expect(values(await run(signal, () => {}))).toEqual([4.1]);
  vi.setSystemTime(Date.parse('2026-01-02T08:05:00Z'));
  startOver();
  const record = await run(signal, () => {});
  vi.useRealTimers();
  expect(values(record)).toEqual([4.1, 4.2]);
  expect(record.refresh).toMatchObject({ state: 'done', added: 0, corrected: 0 });
});

test('what lies before the birth stays listed when the record is read again', async () => {
  const { server, run, startOver, setBirth } = reading();
  server.record = [potassium('1', 4.1), potassium('2', 4.2), potassium('4', 4.4)];
  await run(signal, () => {});
  expect(values(setBirth(readMoment('2026-01-04')))).toEqual([4.4]);
  startOver();
  const record = await run(signal, () => {});
  expect(values(record)).toEqual([4.4]);
  expect(record.refresh).toMatchObject({ state: 'done', added: 0, corrected: 0 });
});

test('a second reading that was stopped half way goes on when it is run again', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1)];
  await run(signal, () => {});
  server.record = [potassium('2', 4.2)];
  startOver();
  const stopped = new AbortController();
  stopped.abort();
  expect(values(await run(stopped.signal, () => {}))).toEqual([4.1]);
  expect(values(await run(signal, () => {}))).toEqual([4.2]);
});

test('rules 35 and 48: what is not this patient’s any more is gone, and what never was is not called new', async () => {
  const { server, run, startOver } = reading();
  const ofAnother = { subject: { reference: 'Patient/p2' } };
  server.record = [
    potassium('1', 4.1),
    potassium('2', 7.2),
    potassium('3', 7.3),
    { ...potassium('6', 4.6), ...ofAnother },
  ];
  await run(signal, () => {});
  server.record = [
    potassium('1', 4.1),
    { ...potassium('2', 7.2, '2'), ...ofAnother },
    { ...potassium('3', 7.3, '2'), subject: undefined },
    { ...potassium('4', 7.4), ...ofAnother },
    { ...potassium('5', 7.5), subject: undefined },
    potassium('6', 4.6, '2'),
  ];
  startOver();
  const record = await run(signal, () => {});
  expect(values(record)).toEqual([4.1, 4.6]);
  expect(record.refresh).toEqual({ state: 'done', added: 1, corrected: 0, withdrawn: 0, gone: 2 });
});

test('a withdrawn result that stands again is added, and one that stays withdrawn is no news', async () => {
  const { server, run, startOver } = reading();
  server.record = [
    potassium('1', 4.1, '1', 'entered-in-error'),
    potassium('2', 4.2, '1', 'entered-in-error'),
  ];
  await run(signal, () => {});
  server.record = [potassium('1', 4.1, '2'), potassium('2', 4.2, '2', 'entered-in-error')];
  startOver();
  const { refresh } = await run(signal, () => {});
  expect(refresh).toEqual({ state: 'done', added: 1, corrected: 0, withdrawn: 0, gone: 0 });
});

/** Reads a record of which one search fails each time, with these results of each of the others. */
function readingWithGap() {
  const server = { failing: '', records: {} as Readonly<Record<string, readonly object[]>> };
  const reader = fakeReader(({ search }) => {
    const category = (new URLSearchParams(search).get('category') ?? 'all').split('|').at(-1)!;
    return category === 'all' || category === server.failing ? ['server'] : [server.records[category] ?? []];
  });
  return { server, ...recordReading(readSession(), reader, { snapshotEveryMs: 0 }) };
}

test('rule 37: where another search fails than before, what it brought before stays and is not called gone', async () => {
  const { server, run, startOver } = readingWithGap();
  server.records = {
    laboratory: [potassium('1', 4.1), potassium('2', 7.2)],
    exam: [3, 4, 5].map((id) => potassium(String(id), id)),
  };
  server.failing = 'exam';
  await run(signal, () => {});
  server.failing = 'laboratory';
  startOver();
  const record = await run(signal, () => {});
  expect(values(record)).toEqual([4.1, 7.2]);
  expect(record.refresh).toEqual({ state: 'failed' });
});

test('a record of which only a part was granted may hold less when it is read again', async () => {
  const server = { record: [potassium('1', 4.1), potassium('2', 7.2)] };
  const session = readSession({ missingGrants: { denied: [], partial: ['Observation'] } });
  const { run, startOver } = recordReading(
    session,
    fakeReader(() => [server.record]),
    { snapshotEveryMs: 0 },
  );
  expect(await run(signal, () => {})).toMatchObject({ complete: false });
  server.record = [potassium('1', 4.1)];
  startOver();
  const record = await run(signal, () => {});
  expect(values(record)).toEqual([4.1]);
  expect(record.refresh).toMatchObject({ state: 'done', gone: 1 });
});

const updated = (lastUpdated: string) => ({ meta: { lastUpdated } });

test.each([
  ['an older version by number', potassium('1', 7.2, '3', 'corrected'), potassium('1', 4.1, '2')],
  ['a version before its withdrawal', potassium('1', 7.2, '2', 'entered-in-error'), potassium('1', 7.2, '1')],
  [
    'an older version by date',
    { ...potassium('1', 7.2), ...updated('2026-01-02T08:00:00Z') },
    { ...potassium('1', 4.1), ...updated('2026-01-01T08:00:00Z') },
  ],
])('rule 35: from a copy of the server that is behind nothing is taken: %s', async (_, newer, older) => {
  const { server, run, startOver } = reading();
  server.record = [newer, potassium('2', 4.2)];
  const before = values(await run(signal, () => {}));
  server.record = [older, potassium('2', 4.2), potassium('3', 4.3)];
  startOver();
  const behind = await run(signal, () => {});
  expect(values(behind)).toEqual(before);
  expect(behind.refresh).toEqual({ state: 'failed' });
  server.record = [newer, potassium('2', 4.2), potassium('3', 4.3)];
  startOver();
  expect(values(await run(signal, () => {}))).toEqual([...before, 4.3]);
});

test('versions that cannot be compared hold up no refresh', async () => {
  const { server, run, startOver } = reading();
  server.record = [potassium('1', 4.1, '7'), { ...potassium('2', 4.2), meta: undefined }];
  await run(signal, () => {});
  server.record = [
    { ...potassium('1', 4.4), ...updated('2026-01-01T08:00:00Z') },
    { ...potassium('2', 4.5), meta: undefined },
  ];
  startOver();
  expect(values(await run(signal, () => {}))).toEqual([4.4, 4.5]);
});
