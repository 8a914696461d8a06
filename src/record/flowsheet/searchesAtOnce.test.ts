import { afterEach, describe, expect, test, vi } from 'vitest';
import { FhirError } from '../../fhir/FhirError.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { potassiumEntry, readingSignal, setUpRecordReading } from '../../testing/recordReadingFixture.ts';
import { hasCurveIn } from './recordPass.ts';
import { recordReading } from './recordReading.ts';
import type { RecordSnapshot } from './recordSnapshot.ts';

setUpRecordReading();

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns a reading whose searches each take until `answered`, and the number of those that run now and ran at most. */
function readingOf(
  vendor: string,
  entries: readonly object[],
  answered: (search: string) => Promise<void>,
  options: { readonly areNewestAwaited?: boolean; readonly areNamesAwaited?: boolean } = {},
) {
  const count = { begun: 0, running: 0, most: 0 };
  const reader = fakeReader(() => [entries]);
  const counted: typeof reader = {
    ...reader,
    async *pages(type, search, signal) {
      count.begun += 1;
      count.most = Math.max(count.most, (count.running += 1));
      await answered(search);
      yield* reader.pages(type, search, signal);
      count.running -= 1;
    },
  };
  const reading = recordReading(readSession({ vendor }), counted, options);
  return { count, reading };
}

test.each(['epic', 'oracle', 'meditech'])('%s is asked for three searches at a time', async (vendor) => {
  const { count, reading } = readingOf(vendor, [potassiumEntry('1', 4)], () => pause(1));
  await reading.run(readingSignal, () => {});
  expect(count.begun).toBeGreaterThan(3);
  expect(count.most).toBe(3);
});

test('a generic server is asked for everything when the first curve is painted, and not before', async () => {
  vi.stubGlobal('document', { visibilityState: 'visible' });
  const frame = new Promise<() => void>((resolve) => vi.stubGlobal('requestAnimationFrame', resolve));
  let answerOthers = (): void => {};
  const others = new Promise<void>((resolve) => (answerOthers = resolve));
  const { count, reading } = readingOf('generic', [potassiumEntry('1', 4)], (search) =>
    search.includes('vital-signs') ? Promise.resolve() : others,
  );
  const record = reading.run(readingSignal, () => {});
  const paint = await frame;
  expect(count.begun).toBe(3);
  paint();
  await vi.waitFor(() => expect(count.begun).toBe(4));
  answerOthers();
  expect(await record).toMatchObject({ ended: true, complete: true });
  expect(count.most).toBe(3);
});

test('where names are awaited, the first curve is told when the searches for vital signs and for the laboratory are answered', async () => {
  let answerLaboratory = (): void => {};
  const laboratory = new Promise<void>((resolve) => (answerLaboratory = resolve));
  const answered = (search: string) => (search.includes('laboratory') ? laboratory : Promise.resolve());
  const { reading } = readingOf('generic', [potassiumEntry('1', 4)], answered, { areNamesAwaited: true });
  const told: RecordSnapshot[] = [];
  const record = reading.run(readingSignal, (snapshot) => told.push(snapshot));
  await pause(100);
  expect(told.filter(hasCurveIn)).toEqual([]);
  answerLaboratory();
  await record;
  const [first] = told.filter(hasCurveIn);
  expect(first?.namedAnalytes).toEqual(new Map([['k', 2]]));
});

test('a search that fails is waited for no longer, and the names of the other are known', async () => {
  const answered = async (search: string): Promise<void> => {
    if (!search.includes('laboratory')) return;
    await pause(20);
    throw new FhirError('not-allowed', 'Observation');
  };
  const { reading } = readingOf('generic', [potassiumEntry('1', 4)], answered, { areNamesAwaited: true });
  const told: RecordSnapshot[] = [];
  await reading.run(readingSignal, (snapshot) => told.push(snapshot));
  expect(told.find(hasCurveIn)?.namedAnalytes).toEqual(new Map([['k', 1]]));
});

test('a first search without an answer delays the first curve by a fraction of a second, and then nothing is known of what the record names', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const answered = (search: string): Promise<void> =>
    search.includes('laboratory') ? new Promise(() => {}) : Promise.resolve();
  const { reading } = readingOf('generic', [potassiumEntry('1', 4)], answered, { areNamesAwaited: true });
  const told: RecordSnapshot[] = [];
  void reading.run(readingSignal, (snapshot) => told.push(snapshot));
  await vi.advanceTimersByTimeAsync(199);
  expect(told.filter(hasCurveIn)).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  const [first] = told.filter(hasCurveIn);
  expect(first).toBeDefined();
  expect(first?.namedAnalytes).toBeUndefined();
});

test('a generic server whose first searches hold no curve is asked for everything when they have ended', async () => {
  const { count, reading } = readingOf('generic', [], () => pause(1));
  expect(await reading.run(readingSignal, () => {})).toMatchObject({ ended: true, complete: true });
  expect(count).toEqual({ begun: 4, running: 0, most: 3 });
});

describe('where a list waits for the newest results of each first search, a generic server is asked for everything else', () => {
  /** Returns a reading in which the laboratory's search is answered late, and a way to answer it. */
  function slowLaboratory() {
    let answerLaboratory = (): void => {};
    const laboratory = new Promise<void>((resolve) => (answerLaboratory = resolve));
    const answered = (search: string) => (search.includes('laboratory') ? laboratory : Promise.resolve());
    return {
      ...readingOf('generic', [potassiumEntry('1', 4)], answered, { areNewestAwaited: true }),
      answerLaboratory,
    };
  }

  test('when these are painted', async () => {
    vi.stubGlobal('document', { visibilityState: 'visible' });
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
    const { count, reading, answerLaboratory } = slowLaboratory();
    const record = reading.run(readingSignal, () => {});
    await pause(50);
    expect([count.begun, frames.length]).toEqual([3, 0]);
    answerLaboratory();
    await vi.waitFor(() => expect(frames).toHaveLength(1));
    expect(count.begun).toBe(3);
    frames[0]!();
    expect(await record).toMatchObject({ ended: true, complete: true });
    expect(count.begun).toBe(4);
  });

  test('after four seconds, when the list is drawn without them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { count, reading, answerLaboratory } = slowLaboratory();
    const record = reading.run(readingSignal, () => {});
    await vi.advanceTimersByTimeAsync(3900);
    expect(count.begun).toBe(3);
    await vi.advanceTimersByTimeAsync(100);
    expect(count.begun).toBe(4);
    vi.useRealTimers();
    answerLaboratory();
    expect(await record).toMatchObject({ ended: true, complete: true });
  });
});
