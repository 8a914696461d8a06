import { afterEach, expect, test, vi } from 'vitest';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { potassiumEntry, readingSignal, setUpRecordReading } from '../../testing/recordReadingFixture.ts';
import { recordReading } from './recordReading.ts';

setUpRecordReading();

afterEach(() => vi.unstubAllGlobals());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns a reading whose searches each take until `answered`, and the number of those that run now and ran at most. */
function readingOf(vendor: string, entries: readonly object[], answered: (search: string) => Promise<void>) {
  const count = { begun: 0, running: 0, most: 0 };
  const reader = fakeReader(() => [entries]);
  const reading = recordReading(readSession({ vendor }), {
    ...reader,
    async *pages(type, search, signal) {
      count.begun += 1;
      count.most = Math.max(count.most, (count.running += 1));
      await answered(search);
      yield* reader.pages(type, search, signal);
      count.running -= 1;
    },
  });
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

test('a generic server whose first searches hold no curve is asked for everything when they have ended', async () => {
  const { count, reading } = readingOf('generic', [], () => pause(1));
  expect(await reading.run(readingSignal, () => {})).toMatchObject({ ended: true, complete: true });
  expect(count).toEqual({ begun: 4, running: 0, most: 3 });
});
