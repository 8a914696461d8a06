// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../testing/InOpenRecord.tsx';
import { openedSession } from '../testing/openedSessionFixture.ts';
import { recordOfSeries } from '../testing/recordFixture.ts';
import { madeSeries } from '../testing/seriesFixture.ts';
import { useHeldPeriod } from './useHeldPeriod.ts';
import { undoZoom } from '../parts/timeWindow/undoZoom.ts';
import { useTimeWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { useViewWindow } from '../parts/timeWindow/viewWindowContext.ts';

const DATES = ['2024-01-10', '2025-03-10', '2026-06-01', '2026-10-20', '2026-11-20'];

/** Returns a record with results on some days. */
const readWith = (dates: readonly string[], more: Partial<RecordSnapshot> = {}): RecordSnapshot =>
  recordOfSeries([madeSeries(dates.map((date) => ({ at: `${date}T12:00:00Z`, text: '4.1' })))], more);

/** Opens the record where the address is. The returned functions tell the period, choose it, and read the record again. */
function openHere(first: RecordSnapshot, session: ReturnType<typeof openedSession>) {
  let record = first;
  const Wrapper = ({ children }: { readonly children: ReactNode }) => {
    const view = useTimeWindow(record, TEST_TIME_ZONE, undefined);
    return <InOpenRecord {...{ record, view, session }}>{children}</InOpenRecord>;
  };
  const { result, rerender, unmount } = renderHook(
    () => {
      useHeldPeriod();
      return useViewWindow();
    },
    { wrapper: Wrapper },
  );
  return {
    unmount,
    period: () => {
      const { startMs = Number.NaN, endMs = Number.NaN } = result.current.visible ?? {};
      return [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
    },
    choose: (choice: string) => act(() => result.current.onChoose(choice)),
    undo: () => act(() => undoZoom(result.current)),
    bring: (next: RecordSnapshot): void => {
      record = next;
      rerender();
    },
  };
}

/** Opens the record at an address. */
function openAt(fragment: string, first: RecordSnapshot) {
  const session = openedSession();
  history.replaceState(history.state, '', fragment);
  return openHere(first, session);
}

/** Returns an entry of the browser's history. The DOM of the tests goes back in none, so a test puts it there. */
const entryNow = () => ({ state: history.state as unknown, address: location.pathname + location.hash });

/** Goes there as Back and Forward do. A browser sends the second event only where the fragment is another one. */
const goTo = ({ state, address }: ReturnType<typeof entryNow>) =>
  act(() => {
    const isSameFragment = address === location.pathname + location.hash;
    history.replaceState(state, '', address);
    dispatchEvent(new PopStateEvent('popstate', { state }));
    if (!isSameFragment) dispatchEvent(new HashChangeEvent('hashchange'));
  });

const LATER = [...DATES, '2026-11-23'];

beforeEach(() => history.replaceState(null, '', location.pathname));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

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

describe('Back past a refresh', () => {
  test('leads to the days that were seen, also where its address happens to be the same', () => {
    const { period, choose, bring } = openAt('#window=30d~403', readWith(DATES));
    const [earlier, seen] = [entryNow(), period()];
    choose('30d~400');
    const [later, seenLater] = [entryNow(), period()];
    bring(readWith(LATER));
    expect(location.hash).toBe('#window=30d%7E403');
    const heldLater = entryNow();
    goTo(earlier);
    expect(period()).toEqual(seen);
    expect(location.hash).toBe('#window=30d%7E406');
    goTo(heldLater);
    expect(period()).toEqual(seenLater);
    goTo(later);
    expect(period()).toEqual(seenLater);
  });

  test('past two of them too, and Forward again', () => {
    const { period, choose, bring } = openAt('#window=90d~200', readWith(DATES));
    const steps: { readonly entry: ReturnType<typeof entryNow>; readonly seen: string[] }[] = [];
    const note = () => steps.push({ entry: entryNow(), seen: period() });
    note();
    choose('7.5d~31');
    note();
    bring(readWith(LATER));
    choose('1y~20');
    note();
    bring(readWith([...LATER, '2026-11-30']));
    choose('30d~2');
    note();
    const held = new Map<number, ReturnType<typeof entryNow>>();
    for (const i of [2, 1, 0, 1, 2, 3, 0, 3]) {
      goTo(held.get(i) ?? steps[i]!.entry);
      held.set(i, entryNow());
      expect([i, period()]).toEqual([i, steps[i]!.seen]);
    }
  });

  test('also where the newest result was withdrawn', () => {
    const { period, choose, bring } = openAt('#window=30d~400', readWith(DATES));
    const [earlier, seen] = [entryNow(), period()];
    choose('30d~300');
    bring(readWith(DATES.slice(0, -1)));
    goTo(earlier);
    expect(period()).toEqual(seen);
  });

  test('while the record is read again', () => {
    const { period, choose, bring } = openAt('#window=30d~400', readWith(DATES));
    const [earlier, seen] = [entryNow(), period()];
    choose('30d~300');
    bring(readWith(LATER));
    bring(readWith(LATER, { ended: false, complete: false }));
    goTo(earlier);
    expect(period()).toEqual(seen);
  });

  test.each(['#window=30d', '#window=all'])(
    'follows the newest result where it did (rule 11): %s',
    (fragment) => {
      const { period, choose, bring } = openAt(fragment, readWith(DATES));
      const earlier = entryNow();
      choose('30d~300');
      bring(readWith(LATER));
      goTo(earlier);
      expect(period()[1]).toBe('2026-11-23T12:00');
      expect(location.hash).toBe(fragment);
    },
  );

  test('moves the moment of before and after as well, exact to the millisecond', () => {
    const { choose, bring } = openAt('#compare=k,creat&moment=35.10069444d&window=1y', readWith(DATES));
    const earlier = entryNow();
    choose('30d~3');
    bring(readWith(LATER));
    goTo(earlier);
    expect(Object.fromEntries(new URLSearchParams(location.hash.slice(1)))).toEqual({
      compare: 'k,creat',
      moment: '38.10069444d',
      window: '1y',
    });
  });

  test('a link that is followed after the refresh counts from the newest result of now', () => {
    const { period, bring } = openAt('#window=30d~400', readWith(DATES));
    bring(readWith(LATER));
    goTo({ state: null, address: '#series=k&window=30d~10' });
    expect(location.hash).toBe('#series=k&window=30d~10');
    expect(period()[1]).toBe('2026-11-13T12:00');
    bring(readWith([...LATER, '2026-11-24']));
    expect(period()[1]).toBe('2026-11-13T12:00');
  });

  test('also after a reload of the page, which reads the record anew', () => {
    const session = openedSession();
    history.replaceState(history.state, '', '#window=90d~200');
    const before = openHere(readWith(DATES), session);
    const [earlier, seen] = [entryNow(), before.period()];
    before.choose('30d~300');
    before.bring(readWith(LATER));
    const seenLater = before.period();
    before.unmount();
    // The next page makes another object of the same session.
    const reloaded = { ...session, session: { ...session.session } };
    const after = openHere(readWith([], { ended: false, complete: false }), reloaded);
    after.bring(readWith(LATER));
    expect(after.period()).toEqual(seenLater);
    goTo(earlier);
    expect(after.period()).toEqual(seen);
  });

  test('and past one that ended while the launch inspector was open', () => {
    const session = openedSession();
    history.replaceState(history.state, '', '#window=30d~400');
    const before = openHere(readWith(DATES), session);
    const [earlier, seen] = [entryNow(), before.period()];
    before.unmount();
    goTo({ state: null, address: '#inspect' });
    goTo(earlier);
    const after = openHere(readWith(LATER), session);
    expect(after.period()).toEqual(seen);
  });

  test('one step back in the frame of an EHR leads to the days before', () => {
    const { period, choose, undo, bring } = openAt('#window=30d~400', readWith(DATES));
    const seen = period();
    choose('7.5d~31');
    bring(readWith(LATER));
    vi.stubGlobal('top', {});
    undo();
    expect(period()).toEqual(seen);
  });

  test.each([[{ newestMovedMs: 'x' }], [{ newestMovedMs: null }], [{ newestMovedMs: 1e300 }], ['text'], [7]])(
    'an entry that says %j counts from the newest result of now',
    (state) => {
      const { period, bring } = openAt('#window=30d~400', readWith(DATES));
      bring(readWith(LATER));
      goTo({ state, address: '#window=30d~10' });
      expect(location.hash).toBe('#window=30d~10');
      expect(period()[1]).toBe('2026-11-13T12:00');
    },
  );

  test('an entry of another session is left as it is', () => {
    const session = openedSession();
    history.replaceState(history.state, '', '#window=30d~400');
    const { bring } = openHere(readWith(DATES), session);
    bring(readWith(LATER));
    const other = { state: { sid: 'another', newestMovedMs: 0 }, address: '/#window=30d~10' };
    goTo(other);
    expect(entryNow()).toEqual(other);
  });

  test('a browser that refuses to change the entry shows the days of the address, and goes on', () => {
    const { period, choose, bring } = openAt('#window=30d~400', readWith(DATES));
    const earlier = entryNow();
    choose('30d~300');
    bring(readWith(LATER));
    goTo({ ...earlier, address: '#window=30d~401' });
    const replace = history.replaceState.bind(history);
    const refused = vi.spyOn(history, 'replaceState').mockImplementation((state, unused, url) => {
      if (String(url).includes('403')) throw new DOMException('too many', 'SecurityError');
      replace(state, unused, url);
    });
    goTo(earlier);
    refused.mockRestore();
    expect(period()[1]).toBe('2025-10-19T12:00');
  });
});
