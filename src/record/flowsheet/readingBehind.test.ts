/** While pages wait to be read, the record is drawn less often (decision 50). */
import { afterEach, expect, test, vi } from 'vitest';
import { manyResults } from '../../testing/dateServerFixture.ts';
import { heldReading, isForWindow } from '../../testing/heldReadingFixture.ts';
import { potassiumEntry, readingSignal, recordReadingOf } from '../../testing/recordReadingFixture.ts';
import { throttle } from './throttle.ts';

vi.mock('./throttle.ts', async (original) => {
  const actual = await original<{ readonly throttle: typeof throttle }>();
  return { throttle: vi.fn<typeof throttle>(actual.throttle) };
});

afterEach(() => vi.unstubAllGlobals());

/** Returns whether the next snapshot of the reading that runs may be put off now. */
const mayWait = (): boolean | undefined => vi.mocked(throttle).mock.calls[0]?.[2]?.();

test('a snapshot may be put off while the windows of a long record wait, and not when they are read', async () => {
  const held = heldReading({ results: manyResults(6000) });
  const record = held.reading.run(readingSignal, () => {});
  await vi.waitFor(() => expect(held.asked.filter(isForWindow)).toHaveLength(6), { timeout: 30_000 });
  await held.answered();
  await vi.waitFor(() => expect(mayWait()).toBe(true), { timeout: 30_000 });
  held.goOn();
  expect(await record).toMatchObject({ complete: true });
  expect(mayWait()).toBe(false);
});

test('a record of a few pages is drawn as ever', async () => {
  const seen: (boolean | undefined)[] = [];
  await recordReadingOf(() => [[potassiumEntry('1', 4)]]).run(readingSignal, () => seen.push(mayWait()));
  expect(new Set(seen)).toEqual(new Set([false]));
});
