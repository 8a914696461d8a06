import { afterEach, expect, test, vi } from 'vitest';
import {
  asked,
  category,
  potassiumEntry,
  readingSignal,
  recordReadingOf,
  setUpRecordReading,
  type Answers,
} from '../../testing/recordReadingFixture.ts';
import type { RecordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

setUpRecordReading();

afterEach(() => vi.unstubAllGlobals());

/** Makes each page be taken in several tasks: every look at the clock comes late. */
const takeSlowly = (): void => {
  let now = 0;
  vi.stubGlobal('performance', { mark: () => undefined, now: () => (now += 50) });
};

/** Stops a run while it takes the last page of all, which is one of the laboratory, and begins the next run at once. */
async function runStoppedAtLastPage(
  otherwise: Answers,
): Promise<{ record: RecordSnapshot; told: RecordSnapshot[] }> {
  takeSlowly();
  const stopped = new AbortController();
  const told: RecordSnapshot[] = [];
  let reading: RecordReading | undefined;
  let next: Promise<RecordSnapshot> | undefined;
  const leaveAndComeBack = (): void => {
    if (next !== undefined) return;
    stopped.abort();
    asked.length = 0;
    next = reading?.run(readingSignal, (snapshot) => told.push(snapshot));
  };
  const last = {
    ...potassiumEntry('9', 4),
    get id() {
      leaveAndComeBack();
      return '9';
    },
  };
  const pages = [...Array.from({ length: 8 }, (_, i) => [potassiumEntry(String(i + 1), 4)]), [last]];
  reading = recordReadingOf((search) => (category(search) === 'laboratory' ? pages : otherwise(search)));
  await reading.run(stopped.signal, () => {});
  if (next === undefined) throw new Error('The run was not stopped.');
  return { record: await next, told };
}

test('a run that is stopped while it takes the last page leaves nothing for the next one to read again', async () => {
  const { record } = await runStoppedAtLastPage(() => [[]]);
  expect(record).toMatchObject({ ended: true, complete: true, account: { received: 9, duplicate: 0 } });
  expect(asked.map(category)).toEqual([]);
});

test('the next run reads the further categories that the stopped one found to be needed', async () => {
  const { record, told } = await runStoppedAtLastPage((search) => [
    category(search) === 'all' ? 'refused' : [],
  ]);
  expect(record).toMatchObject({ ended: true, complete: false, account: { received: 9 } });
  expect(asked.map(category)).toContain('sdoh');
  expect(told.filter(({ ended }) => ended)).toHaveLength(1);
});
