// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { recordOf, resultInput } from '../testing/recordFixture.ts';
import { useGrowingRecord } from './useGrowingRecord.ts';

afterEach(cleanup);

const lactates = (...values: readonly number[]): RecordSnapshot =>
  recordOf(values.map((value, i) => resultInput('2524-7', value, 'mmol/L', `2026-11-${10 + i}T06:30:00Z`)));
const without = (): RecordSnapshot => recordOf([]);

type ScreenProps = {
  readonly newest: RecordSnapshot | undefined;
  readonly reading: object;
  readonly shown: (RecordSnapshot | undefined)[];
};

function Screen({ newest, reading, shown }: ScreenProps) {
  shown.push(useGrowingRecord(newest, reading));
  return null;
}

/** Shows a record; `bring` brings the next, and returns what was drawn before the browser did anything else, and what after. */
function open(first: RecordSnapshot | undefined, reading: object = {}) {
  const shown: (RecordSnapshot | undefined)[] = [];
  const { rerender } = render(<Screen newest={first} reading={reading} shown={shown} />);
  const bring = (newest: RecordSnapshot | undefined, of = reading) => {
    shown.length = 0;
    act(() => rerender(<Screen newest={newest} reading={of} shown={shown} />));
    return { atOnce: shown[0], last: shown.at(-1) };
  };
  return { shown, bring };
}

test('the first page and the first curve are drawn at once', () => {
  const { bring } = open(undefined);
  const [empty, first] = [without(), lactates(2.1)];
  expect(bring(empty).atOnce).toBe(empty);
  expect(bring(first).atOnce).toBe(first);
});

test('what comes after the first curve is drawn in pieces, and all of it in the end', () => {
  const first = lactates(2.1);
  const { bring } = open(first);
  const next = lactates(2.1, 3.4);
  const { atOnce, last } = bring(next);
  expect(atOnce).toBe(first);
  expect(last).toBe(next);
});

test('a list that waits for the newest results of each kind is drawn at once when they are there', () => {
  const reading = {};
  const shown: (RecordSnapshot | undefined)[] = [];
  function List({ newest }: Pick<ScreenProps, 'newest'>) {
    shown.push(useGrowingRecord(newest, reading, true));
    return null;
  }
  const searchesAfter = (pages: number): RecordSnapshot['searches'] => [
    { name: 'vital-signs', state: 'complete', pages: 1, received: 1 },
    { name: 'laboratory', state: 'reading', pages, received: pages },
  ];
  const [vitals, newest, later] = [
    { ...lactates(2.1), searches: searchesAfter(0) },
    { ...lactates(2.1, 3.4), searches: searchesAfter(1) },
    { ...lactates(2.1, 3.4, 4.5), searches: searchesAfter(2) },
  ];
  const { rerender } = render(<List newest={vitals} />);
  for (const [record, atOnce] of [
    [newest, newest],
    [later, newest],
  ] as const) {
    shown.length = 0;
    rerender(<List newest={record} />);
    expect(shown[0]).toBe(atOnce);
  }
});

test('rule 48: the record of another reading is never shown in the place of the newest', () => {
  const [mine, other] = [{}, {}];
  const { bring, shown } = open(lactates(2.1), mine);
  const theirs = lactates(9.9);
  expect(bring(theirs, other)).toEqual({ atOnce: theirs, last: theirs });
  expect(new Set(shown)).toEqual(new Set([theirs]));
  expect(bring(undefined, mine)).toEqual({ atOnce: undefined, last: undefined });
});

test('a record that is gone is gone at once', () => {
  const { bring } = open(lactates(2.1, 2.8));
  expect(bring(undefined)).toEqual({ atOnce: undefined, last: undefined });
});

describe('on a slow machine', () => {
  const takeSomeTime = (): void => {
    const endMs = performance.now() + 8;
    while (performance.now() < endMs);
  };
  /** Takes some milliseconds to draw, so that React lets other work in between. */
  function SlowPart({ record }: { readonly record: RecordSnapshot | undefined }) {
    takeSomeTime();
    return <p>{record?.version}</p>;
  }
  type SlowScreenProps = Omit<ScreenProps, 'shown'> & { readonly onDrawn: (version?: number) => void };
  function SlowScreen({ newest, reading, onDrawn }: SlowScreenProps) {
    const record = useGrowingRecord(newest, reading);
    useLayoutEffect(() => onDrawn(record?.version), [record, onDrawn]);
    return Array.from({ length: 25 }, (_, i) => <SlowPart key={i} record={record} />);
  }
  beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
  afterEach(() => vi.unstubAllGlobals());

  test('a page that comes while another is drawn does not put its drawing off', async () => {
    const drawn: unknown[] = [];
    const onDrawn = (version?: number): void => void drawn.push(version);
    const reading = {};
    const versions = [1, 2, 3].map((version) => ({ ...lactates(2.1, version), version }));
    const root = createRoot(document.createElement('div'));
    const bring = (newest: RecordSnapshot): void =>
      root.render(<SlowScreen {...{ newest, reading, onDrawn }} />);
    bring(versions[0]!);
    await waitFor(() => expect(drawn).toEqual([1]));
    bring(versions[1]!);
    await new Promise((resolve) => setTimeout(resolve, 40));
    bring(versions[2]!);
    await waitFor(() => expect(drawn).toEqual([1, 2, 3]), { timeout: 20_000 });
    root.unmount();
  });
});
