// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../testing/recordFixture.ts';
import { madeSeries } from '../testing/seriesFixture.ts';
import { useHeldPeriod } from './useHeldPeriod.ts';
import { useTimeWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { useViewWindow } from '../parts/timeWindow/viewWindowContext.ts';

const DATES = ['2024-01-10', '2025-03-10', '2026-06-01', '2026-10-20', '2026-11-20'];

/** Returns a record with results on some days. */
const readWith = (dates: readonly string[], more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOfSeries([madeSeries(dates.map((date) => ({ at: `${date}T12:00:00Z`, text: '4.1' })))], more);

/** Opens the record at an address. The returned function reads it again. */
function openAt(fragment: string, first: RecordSnapshot) {
  history.replaceState(null, '', fragment);
  let record = first;
  const Wrapper = ({ children }: { readonly children: ReactNode }) => {
    const view = useTimeWindow(record, TEST_TIME_ZONE, undefined);
    return <InOpenRecord {...{ record, view }}>{children}</InOpenRecord>;
  };
  const { result, rerender } = renderHook(
    () => {
      useHeldPeriod();
      return useViewWindow().visible;
    },
    { wrapper: Wrapper },
  );
  return {
    period: () => {
      const { startMs = Number.NaN, endMs = Number.NaN } = result.current ?? {};
      return [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
    },
    bring: (next: RecordSnapshot): void => {
      record = next;
      rerender();
    },
  };
}

beforeEach(() => history.replaceState(null, '', location.pathname));
afterEach(cleanup);

describe('a refresh that brings a newer result', () => {
  test.each(['#window=30d~400', '#series=k&window=7.5d~31', '#compare=k,creat&window=1y~500&view=table'])(
    'leaves a chosen period of the past on its days: %s',
    (fragment) => {
      const { period, bring } = openAt(fragment, readWith(DATES));
      const before = period();
      bring(readWith([...DATES, '2026-11-23']));
      expect(period()).toEqual(before);
      bring(readWith([...DATES, '2026-11-23', '2026-11-24']));
      expect(period()).toEqual(before);
      const otherParts = ({ hash }: { readonly hash: string }) =>
        hash
          .slice(1)
          .split('&')
          .filter((part) => !part.startsWith('window='));
      expect(otherParts(location)).toEqual(otherParts({ hash: fragment }));
    },
  );

  test('leaves it there also when the newest result was withdrawn', () => {
    const { period, bring } = openAt('#window=30d~400', readWith(DATES));
    const before = period();
    bring(readWith(DATES.slice(0, -1)));
    expect(period()).toEqual(before);
  });

  test.each(['#window=30d', '#window=all', '#', '#window=nonsense'])(
    'moves a window that ends with the newest result (rule 11): %s',
    (fragment) => {
      const { period, bring } = openAt(fragment, readWith(DATES));
      expect(period()[1]).toBe('2026-11-20T12:00');
      const { hash } = location;
      bring(readWith([...DATES, '2026-11-23']));
      expect(period()[1]).toBe('2026-11-23T12:00');
      expect(location.hash).toBe(hash);
    },
  );
});

test('while the first pages arrive, a link counts from the newest result so far', () => {
  const reading = { ended: false, complete: false } as const;
  const { period, bring } = openAt('#window=30d~400', readWith(DATES.slice(0, 3), reading));
  bring(readWith(DATES));
  expect(location.hash).toBe('#window=30d~400');
  expect(period()).toEqual(['2025-09-16T12:00', '2025-10-16T12:00']);
});
