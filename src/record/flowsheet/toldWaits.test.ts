import { expect, test } from 'vitest';
import type { OnWait } from '../../fhir/waitUntil.ts';
import {
  category,
  potassiumEntry,
  readingSignal,
  recordReadingOf,
  setUpRecordReading,
} from '../../testing/recordReadingFixture.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

setUpRecordReading();

test('a wait and its cause are part of the record while it lasts', async () => {
  const listeners: OnWait[] = [];
  const seen: RecordSnapshot[] = [];
  const record = await recordReadingOf(
    () => {
      listeners[0]?.(1_000_000, 'connection');
      listeners[0]?.(undefined);
      return [[]];
    },
    'epic',
    listeners,
  ).run(readingSignal, (snapshot) => seen.push(snapshot));
  expect(seen).toContainEqual(
    expect.objectContaining({ waitUntilMs: 1_000_000, waitCause: 'connection', ended: false }),
  );
  expect(record.waitUntilMs).toBeUndefined();
});

test('after the first curve a wait and its end are still told at once', async () => {
  const listeners: OnWait[] = [];
  const seen: RecordSnapshot[] = [];
  const reading = recordReadingOf(
    (search) => {
      if (category(search) === 'all') {
        listeners[0]?.(1_000_000, 'busy');
        listeners[0]?.(undefined);
      }
      return [[potassiumEntry('1', 4.2)]];
    },
    'generic',
    listeners,
    {},
    60_000,
  );
  await reading.run(readingSignal, (snapshot) => seen.push(snapshot));
  const later = seen.filter(({ series }) => series.length > 0).map(({ waitUntilMs }) => waitUntilMs);
  expect(later).toEqual([undefined, 1_000_000, undefined]);
});

test('a reading that has ended, or was stopped, tells nothing more', async () => {
  const listeners: OnWait[] = [];
  const told: RecordSnapshot[] = [];
  const stopped = new AbortController();
  const reading = recordReadingOf(() => [[potassiumEntry('1', 4.2)]], 'generic', listeners, {}, 10);
  await reading.run(stopped.signal, (snapshot) => told.push(snapshot));
  const count = told.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toHaveLength(count);
  stopped.abort();
  listeners[0]?.(1_000_000, 'busy');
  expect(told).toHaveLength(count);
});
