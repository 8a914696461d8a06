import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { readMoment } from '../../clinical/time/date.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { recordReading } from './recordReading.ts';
import { replaces } from '../rules/replacedResultsFixture.ts';
import { potassiumOfDay, repeatableReading, unaborted, values } from './recordRefreshFixture.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

/** Node gives its collector of garbage to those who ask for it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}

test('rule 35: reading again says what is new, corrected, withdrawn and no longer sent', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [
    potassiumOfDay('1', 4.1),
    potassiumOfDay('2', 4.2),
    potassiumOfDay('3', 4.3),
    potassiumOfDay('4', 4.4),
  ];
  await run(unaborted, () => {});
  server.record = [
    potassiumOfDay('1', 4.1),
    potassiumOfDay('2', 5.2, '2', 'corrected'),
    potassiumOfDay('3', 4.3, '2', 'entered-in-error'),
    potassiumOfDay('5', 4.5),
  ];
  startOver();
  const record = await run(unaborted, () => {});
  expect(record.refresh).toEqual({ state: 'done', added: 1, corrected: 1, withdrawn: 1, gone: 1 });
  expect(values(record)).toEqual([4.1, 5.2, 4.5]);
  expect(record.account).toMatchObject({ received: 4, drawn: 3, withdrawn: 1 });
});

test('rule 35: what was corrected since the view was opened is told by every later refresh, each result once', async () => {
  const { server, run, startOver } = repeatableReading();
  const readAgain = (...record: readonly object[]) => {
    server.record = record;
    startOver();
    return run(unaborted, () => {});
  };
  const third = potassiumOfDay('3', 4.3);
  server.record = [potassiumOfDay('1', 4.1), potassiumOfDay('2', 4.2), third];
  await run(unaborted, () => {});
  const none = { state: 'done', added: 0, corrected: 0, withdrawn: 0, gone: 0 };
  const corrected = (id: string, version: string) =>
    potassiumOfDay(id, 5 + Number(version), version, 'corrected');
  const second = [corrected('1', '2'), potassiumOfDay('2', 4.2), third];
  expect((await readAgain(...second)).refresh).toEqual({ ...none, corrected: 1 });
  expect((await readAgain(...second)).refresh).toEqual({ ...none, correctedBefore: 1 });
  server.record = undefined;
  startOver();
  expect((await run(unaborted, () => {})).refresh).toEqual({ state: 'failed' });
  expect((await readAgain(corrected('1', '2'), corrected('2', '2'), third)).refresh).toEqual({
    ...none,
    corrected: 1,
    correctedBefore: 1,
  });
  expect((await readAgain(corrected('1', '3'), corrected('2', '2'), third)).refresh).toEqual({
    ...none,
    corrected: 1,
    correctedBefore: 1,
  });
  // What was taken back, or is gone, is shown no longer.
  const withdrawn = potassiumOfDay('1', 8, '4', 'entered-in-error');
  expect((await readAgain(withdrawn, third)).refresh).toEqual({ ...none, withdrawn: 1, gone: 1 });
});

test('rule 35: a result that another one replaces since then is told as corrected, and so when it stands again', async () => {
  const { server, run, startOver } = repeatableReading();
  const readAgain = (...record: readonly object[]) => {
    server.record = record;
    startOver();
    return run(unaborted, () => {});
  };
  const wrong = potassiumOfDay('1', 7.8);
  const right = (version: string, more: object = {}) => ({
    ...potassiumOfDay('2', 4.2, version),
    ...replaces('Observation/1'),
    ...more,
  });
  const none = { state: 'done', added: 0, corrected: 0, withdrawn: 0, gone: 0 };
  server.record = [wrong];
  await run(unaborted, () => {});
  const replaced = await readAgain(wrong, right('1'));
  expect(values(replaced)).toEqual([4.2]);
  expect(replaced.refresh).toEqual({ ...none, added: 1, corrected: 1 });
  expect((await readAgain(wrong, right('1'))).refresh).toEqual({ ...none, correctedBefore: 1 });
  const again = await readAgain(wrong, right('2', { status: 'entered-in-error' }));
  expect(values(again)).toEqual([7.8]);
  expect(again.refresh).toEqual({ ...none, withdrawn: 1, corrected: 1 });
  // Both are new to a reader who saw neither.
  const both = repeatableReading();
  await both.run(unaborted, () => {});
  both.server.record = [wrong, right('1')];
  both.startOver();
  expect((await both.run(unaborted, () => {})).refresh).toEqual({ ...none, added: 2 });
});

test('what was read before stays until the second reading has ended, and is no less complete', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  await run(unaborted, () => {});
  server.record = [potassiumOfDay('1', 4.1), potassiumOfDay('2', 4.2)];
  startOver();
  const seen: RecordSnapshot[] = [];
  await run(unaborted, (snapshot) => seen.push(snapshot));
  expect(seen.length).toBeGreaterThan(1);
  for (const snapshot of seen) {
    expect(values(snapshot)).toEqual([4.1]);
    expect(snapshot).toMatchObject({ ended: true, complete: true, refresh: { state: 'reading' } });
  }
});

test('the marks of pages are those of the last reading, so that refreshing each minute holds no more of them', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  performance.clearMarks('longview:page');
  const marks = () => performance.getEntriesByName('longview:page').length;
  await run(unaborted, () => {});
  const first = marks();
  expect(first).toBeGreaterThan(0);
  for (let i = 0; i < 3; i += 1) {
    startOver();
    await run(unaborted, () => {});
  }
  expect(marks()).toBe(first);
});

test('a second reading that fails takes nothing away and says so; the next may go well', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  const { readAtMs } = await run(unaborted, () => {});
  server.record = undefined;
  startOver();
  const failed = await run(unaborted, () => {});
  expect(failed).toMatchObject({ complete: true, readAtMs, refresh: { state: 'failed' } });
  expect(values(failed)).toEqual([4.1]);
  server.record = [potassiumOfDay('1', 4.1)];
  startOver();
  expect(await run(unaborted, () => {})).toMatchObject({
    refresh: { state: 'done', added: 0, corrected: 0, withdrawn: 0, gone: 0 },
  });
});

test('a result of a clock that ran ahead is drawn when it is read again later, and is no correction', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-02T07:45:00Z') });
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1), potassiumOfDay('2', 4.2)];
  expect(values(await run(unaborted, () => {}))).toEqual([4.1]);
  vi.setSystemTime(Date.parse('2026-01-02T08:05:00Z'));
  startOver();
  const record = await run(unaborted, () => {});
  vi.useRealTimers();
  expect(values(record)).toEqual([4.1, 4.2]);
  expect(record.refresh).toMatchObject({ state: 'done', added: 0, corrected: 0 });
});

test('what lies before the birth stays listed when the record is read again', async () => {
  const { server, run, startOver, setLifetime } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1), potassiumOfDay('2', 4.2), potassiumOfDay('4', 4.4)];
  await run(unaborted, () => {});
  expect(values(setLifetime({ birth: readMoment('2026-01-04') }))).toEqual([4.4]);
  startOver();
  const record = await run(unaborted, () => {});
  expect(values(record)).toEqual([4.4]);
  expect(record.refresh).toMatchObject({ state: 'done', added: 0, corrected: 0 });
});

test('rule 40: what the last refresh came to is still told after a return from the back-forward cache or another try for something else', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  await run(unaborted, () => {});
  const readAgain = (record: readonly object[] | undefined) => {
    server.record = record;
    startOver();
    return run(unaborted, () => {});
  };
  const seen: RecordSnapshot[] = [];
  // Such a return, and the button that tries the events again, run the same reading once more.
  const comeBack = () => run(unaborted, (snapshot) => seen.push(snapshot));
  await readAgain([potassiumOfDay('1', 4.1), potassiumOfDay('2', 4.2)]);
  const done = { state: 'done', added: 1, corrected: 0, withdrawn: 0, gone: 0 };
  expect((await comeBack()).refresh).toEqual(done);
  await readAgain(undefined);
  expect((await comeBack()).refresh).toEqual({ state: 'failed' });
  expect((await comeBack()).refresh).toEqual({ state: 'failed' });
  expect(seen.filter(({ refresh }) => refresh === undefined)).toEqual([]);
});

test('a second reading that was stopped half way goes on when it is run again', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  await run(unaborted, () => {});
  server.record = [potassiumOfDay('2', 4.2)];
  startOver();
  const stopped = new AbortController();
  stopped.abort();
  expect(values(await run(stopped.signal, () => {}))).toEqual([4.1]);
  expect(values(await run(unaborted, () => {}))).toEqual([4.2]);
});

test('rules 35 and 48: what is not this patient’s any more is gone, and what never was is not called new', async () => {
  const { server, run, startOver } = repeatableReading();
  const ofAnother = { subject: { reference: 'Patient/p2' } };
  server.record = [
    potassiumOfDay('1', 4.1),
    potassiumOfDay('2', 7.2),
    potassiumOfDay('3', 7.3),
    { ...potassiumOfDay('6', 4.6), ...ofAnother },
  ];
  await run(unaborted, () => {});
  server.record = [
    potassiumOfDay('1', 4.1),
    { ...potassiumOfDay('2', 7.2, '2'), ...ofAnother },
    { ...potassiumOfDay('3', 7.3, '2'), subject: undefined },
    { ...potassiumOfDay('4', 7.4), ...ofAnother },
    { ...potassiumOfDay('5', 7.5), subject: undefined },
    potassiumOfDay('6', 4.6, '2'),
  ];
  startOver();
  const record = await run(unaborted, () => {});
  expect(values(record)).toEqual([4.1, 4.6]);
  expect(record.refresh).toEqual({ state: 'done', added: 1, corrected: 0, withdrawn: 0, gone: 2 });
});

test('a withdrawn result that stands again is added, and one that stays withdrawn is no news', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [
    potassiumOfDay('1', 4.1, '1', 'entered-in-error'),
    potassiumOfDay('2', 4.2, '1', 'entered-in-error'),
  ];
  await run(unaborted, () => {});
  server.record = [potassiumOfDay('1', 4.1, '2'), potassiumOfDay('2', 4.2, '2', 'entered-in-error')];
  startOver();
  const { refresh } = await run(unaborted, () => {});
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
    laboratory: [potassiumOfDay('1', 4.1), potassiumOfDay('2', 7.2)],
    exam: [3, 4, 5].map((id) => potassiumOfDay(String(id), id)),
  };
  server.failing = 'exam';
  await run(unaborted, () => {});
  server.failing = 'laboratory';
  startOver();
  const record = await run(unaborted, () => {});
  expect(values(record)).toEqual([4.1, 7.2]);
  expect(record.refresh).toEqual({ state: 'failed' });
});

test('a record of which only a part was granted may hold less when it is read again', async () => {
  const server = { record: [potassiumOfDay('1', 4.1), potassiumOfDay('2', 7.2)] };
  const session = readSession({ missingGrants: { denied: [], partial: ['Observation'] } });
  const { run, startOver } = recordReading(
    session,
    fakeReader(() => [server.record]),
    { snapshotEveryMs: 0 },
  );
  expect(await run(unaborted, () => {})).toMatchObject({ complete: false });
  server.record = [potassiumOfDay('1', 4.1)];
  startOver();
  const record = await run(unaborted, () => {});
  expect(values(record)).toEqual([4.1]);
  expect(record.refresh).toMatchObject({ state: 'done', gone: 1 });
});

test('a record that is refreshed again and again holds none of the readings before', async () => {
  const { server, run, startOver } = repeatableReading();
  server.record = [potassiumOfDay('1', 4.1)];
  const read = async (): Promise<WeakRef<object>> => new WeakRef((await run(unaborted, () => {})).series[0]!);
  const readings = [await read()];
  for (let again = 0; again < 3; again++) {
    startOver();
    readings.push(await read());
  }
  // A reading may be held by a task that has not run yet.
  await vi.waitFor(() => {
    collectGarbage();
    expect(readings.map((one) => one.deref() !== undefined)).toEqual([false, false, false, true]);
  });
});
