// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { daysOf, type EncounterPeriod } from './windowChoice.ts';
import { useTimeWindow } from './useTimeWindow.ts';
import { showTimeWindow, countOutside, shiftedWindow, zoomedWindow } from './shiftAndZoom.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { recordOfSeries } from '../../testing/recordFixture.ts';

const ZONE = 'America/Chicago';
const at = (text: string): number => Date.parse(text);
const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const seriesOn = (...dates: readonly string[]): Series =>
  madeSeries(dates.map((date) => ({ at: `${date}T12:00:00Z`, text: '4.1' })));

/** The record has one visit long ago, twelve a month apart in 2024, and two in one week after them. */
const visits = seriesOn(
  '2012-05-10',
  ...Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}-10`),
  '2026-11-20',
  '2026-11-24',
);
const NEWEST = at('2026-11-24T12:00:00Z');

const recordOf = (series: readonly Series[]) =>
  recordOfSeries(series, { readAtMs: at('2026-11-26T12:00:00Z') });

type HookProps = { readonly record: RecordSnapshot | undefined };

const open = (record: RecordSnapshot | undefined, encounter?: EncounterPeriod) =>
  renderHook((props: HookProps) => useTimeWindow(props.record, ZONE, encounter), {
    initialProps: { record },
  });
type Open = ReturnType<typeof open>;

const visibleDaysOf = ({ result }: Open) => {
  const { visible } = result.current;
  return visible && [dayText(visible.startMs), dayText(visible.endMs)];
};
const choose = ({ result }: Open, choice: string) => act(() => result.current.onChoose(choice));
const moveWindow = (
  { result }: Open,
  stepOf: (visible: { startMs: number; endMs: number }) => typeof visible,
) => act(() => showTimeWindow(result.current, stepOf(result.current.visible!)));

beforeEach(() => history.replaceState(null, '', location.pathname));
afterEach(cleanup);

describe('rule 11: one window for the whole app', () => {
  it('is not there before there is a result, and then what the rhythm of the record asks for', () => {
    const view = open(undefined);
    expect(view.result.current).toMatchObject({ whole: undefined, visible: undefined, choice: '' });
    view.rerender({ record: recordOf([visits]) });
    expect(view.result.current).toMatchObject({ choice: '5y', isChosen: false });
  });

  it('a preset ends at the newest result, and one in the future does not move it', () => {
    const view = open(recordOf([visits]));
    choose(view, '30d');
    expect(visibleDaysOf(view)).toEqual(['2026-10-25', '2026-11-24']);
    expect(view.result.current).toMatchObject({ choice: '30d', isChosen: true });
    expect(location.hash).toBe('#window=30d');
    // A result of the year 2099 is listed, so no drawn row holds it.
    const future = madeSeries([{ at: '2026-11-20T12:00:00Z', text: '4.0' }], {
      id: 'na',
      listed: seriesOn('2099-01-01').rows,
    });
    view.rerender({ record: recordOf([visits, future]) });
    expect(visibleDaysOf(view)).toEqual(['2026-10-25', '2026-11-24']);
  });

  it('follows a newer result, and an older page moves only the beginning of all', () => {
    const view = open(recordOf([visits]));
    choose(view, '30d');
    view.rerender({ record: recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]) });
    expect(visibleDaysOf(view)).toEqual(['2026-10-27', '2026-11-26']);
    choose(view, 'all');
    view.rerender({ record: recordOf([visits, { ...seriesOn('2011-05-01'), id: 'na' }]) });
    expect(visibleDaysOf(view)).toEqual(['2011-05-01', '2026-11-24']);
  });

  it('shifts by half a window, never past the newest result, and back', () => {
    const view = open(recordOf([visits]));
    choose(view, '1y');
    moveWindow(view, (visible) => shiftedWindow(visible, -1));
    expect(visibleDaysOf(view)).toEqual(['2025-05-25', '2026-05-25']);
    moveWindow(view, (visible) => shiftedWindow(visible, 1));
    moveWindow(view, (visible) => shiftedWindow(visible, 1));
    expect(view.result.current.visible?.endMs).toBe(NEWEST);
  });

  it('zooms around a moment that keeps its place, and out to all of the record', () => {
    const view = open(recordOf([visits]));
    choose(view, '1y');
    const before = view.result.current.visible!;
    const moment = before.startMs + (before.endMs - before.startMs) / 4;
    moveWindow(view, (visible) => zoomedWindow(visible, 0.5, moment));
    const after = view.result.current.visible!;
    expect((moment - after.startMs) / (after.endMs - after.startMs)).toBeCloseTo(0.25, 5);
    expect((after.endMs - after.startMs) / DAY_MS).toBeCloseTo(365.25 / 2, 3);
    choose(view, '1y');
    for (let i = 0; i < 6; i++) moveWindow(view, (visible) => zoomedWindow(visible, 2));
    expect(view.result.current).toMatchObject({ choice: 'all', visible: view.result.current.whole });
  });

  it('zooms out from the past to all of the record too, and never to a window longer than that', () => {
    const view = open(recordOf([visits]));
    choose(view, '1y~400');
    const lengths: number[] = [];
    while (view.result.current.choice !== 'all') {
      moveWindow(view, (visible) => zoomedWindow(visible, 2));
      lengths.push(daysOf(view.result.current.visible!));
    }
    expect(Math.max(...lengths)).toBe(daysOf(view.result.current.whole!));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('goes to the last result from a window that holds none', () => {
    const view = open(recordOf([visits]));
    choose(view, '30d~300');
    expect(countOutside([visits], view.result.current.visible!)).toEqual({ older: 13, newer: 2 });
    choose(view, '');
    expect(view.result.current).toMatchObject({ isChosen: false, choice: '5y' });
    expect(view.result.current.visible?.endMs).toBe(NEWEST);
    expect(location.hash).toBe('');
  });

  it('what lies outside is counted: of 15 results 13 are older than a month', () => {
    const view = open(recordOf([visits]));
    choose(view, '30d');
    expect(countOutside([visits], view.result.current.visible!)).toEqual({ older: 13, newer: 0 });
  });

  it('of the stay in context unless a reader chose another', () => {
    const stay = { startMs: at('2026-11-18T12:00:00Z'), endMs: undefined, isStay: true };
    const view = open(recordOf([visits]), stay);
    expect(visibleDaysOf(view)).toEqual(['2026-11-18', '2026-11-24']);
    expect(view.result.current.choice).toBe(view.result.current.encounterChoice);
    choose(view, '1y');
    expect(visibleDaysOf(view)?.[0]).toBe('2025-11-24');
  });

  it('a stay with less than a day in the record is offered and sets nothing by itself, however long it lasted', () => {
    const startMs = at('2026-11-24T02:00:00Z');
    for (const endMs of [undefined, at('2026-11-24T20:00:00Z'), at('2026-11-30T12:00:00Z')]) {
      const view = open(recordOf([visits]), { startMs, endMs, isStay: true });
      expect(view.result.current).toMatchObject({ choice: '5y', isChosen: false, isStay: true });
      choose(view, view.result.current.encounterChoice);
      expect(view.result.current.visible).toEqual({ startMs, endMs: NEWEST });
      choose(view, '');
      cleanup();
    }
  });

  it('a stay of the past is measured from the first result of the record', () => {
    const stay = { startMs: at('2012-05-08T02:00:00Z'), endMs: at('2012-05-10T20:00:00Z'), isStay: true };
    const view = open(recordOf([visits]), stay);
    expect(view.result.current).toMatchObject({ choice: '5y', isChosen: false });
    expect(visibleDaysOf(open(recordOf([seriesOn('2012-05-08'), visits]), stay))?.[0]).toBe('2012-05-08');
  });

  it('of a stay that becomes known after the record', () => {
    const stay = { startMs: at('2026-11-18T12:00:00Z'), endMs: undefined, isStay: true };
    const record = recordOf([visits]);
    const view = renderHook(
      (encounter: EncounterPeriod | undefined) => useTimeWindow(record, ZONE, encounter),
      {
        initialProps: undefined,
      },
    );
    expect(view.result.current.choice).toBe('5y');
    view.rerender(stay);
    expect(view.result.current.choice).toBe(view.result.current.encounterChoice);
  });

  it('of the rhythm of what comes later, while a record is not whole', () => {
    const view = open({ ...recordOf([seriesOn('2026-11-20', '2026-11-24')]), complete: false });
    expect(view.result.current.choice).toBe('all');
    view.rerender({ record: recordOf([visits]) });
    expect(view.result.current.choice).toBe('5y');
  });

  it('and the first answer holds when a refresh fills the day of the stay', () => {
    const stay = { startMs: at('2026-11-24T02:00:00Z'), endMs: undefined, isStay: true };
    const view = open(recordOf([visits]), stay);
    expect(view.result.current.choice).toBe('5y');
    view.rerender({ record: recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]) });
    expect(view.result.current.choice).toBe('5y');
    cleanup();
    expect(visibleDaysOf(open(recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]), stay))).toEqual([
      '2026-11-24',
      '2026-11-26',
    ]);
  });

  it('a stay that was chosen takes in newer results, in the address too', () => {
    const stay = { startMs: at('2026-11-18T12:00:00Z'), endMs: undefined, isStay: true };
    const view = open(recordOf([visits]), stay);
    choose(view, '1y');
    choose(view, view.result.current.encounterChoice);
    expect(location.hash).toBe('#window=encounter');
    const later = recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]);
    view.rerender({ record: later });
    const whole = ['2026-11-18', '2026-11-26'];
    expect(visibleDaysOf(view)).toEqual(whole);
    cleanup();
    const reloaded = open(later, stay);
    expect(visibleDaysOf(reloaded)).toEqual(whole);
    expect(reloaded.result.current).toMatchObject({
      isChosen: true,
      choice: reloaded.result.current.encounterChoice,
    });
  });

  it('a stay of the past that was chosen keeps its days after a reload with newer results', () => {
    const stay = { startMs: at('2024-03-08T12:00:00Z'), endMs: at('2024-04-12T12:00:00Z'), isStay: true };
    const view = open(recordOf([visits]), stay);
    choose(view, '1y');
    choose(view, view.result.current.encounterChoice);
    cleanup();
    const later = recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]);
    expect(visibleDaysOf(open(later, stay))).toEqual(['2024-03-08', '2024-04-13']);
  });

  it('of all results stays that of all, also where the encounter is the whole record when it is chosen', () => {
    const stay = { startMs: at('2012-05-10T00:00:00Z'), endMs: at('2026-11-24T12:00:00Z'), isStay: true };
    const view = open(recordOf([visits]), stay);
    expect(view.result.current.encounterChoice).toBe('all');
    choose(view, 'all');
    expect(location.hash).toBe('#window=all');
    view.rerender({ record: recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]) });
    expect(visibleDaysOf(view)).toEqual(['2012-05-10', '2026-11-26']);
  });

  it('of the record, where the address names an encounter and none is in context or read yet', () => {
    history.replaceState(null, '', '#window=encounter');
    const view = open(recordOf([visits]));
    expect(view.result.current).toMatchObject({ choice: '5y', isChosen: false, isZoomed: false });
  });

  it('a stay that ends while its record is open changes no window', () => {
    const startMs = at('2026-11-24T02:00:00Z');
    const later = recordOf([visits, { ...seriesOn('2026-11-26'), id: 'na' }]);
    const view = renderHook(
      (props: readonly [RecordSnapshot, EncounterPeriod]) => useTimeWindow(props[0], ZONE, props[1]),
      {
        initialProps: [recordOf([visits]), { startMs, endMs: undefined, isStay: true }] as readonly [
          RecordSnapshot,
          EncounterPeriod,
        ],
      },
    );
    expect(view.result.current.choice).toBe('5y');
    view.rerender([later, { startMs, endMs: at('2026-11-26T20:00:00Z'), isStay: true }]);
    expect(view.result.current.choice).toBe('5y');
  });

  it('a visit that is no stay is offered and sets nothing by itself', () => {
    const startMs = at('2024-06-10T12:00:00Z');
    const view = open(recordOf([visits]), { startMs, endMs: startMs, isStay: false });
    expect(view.result.current).toMatchObject({ choice: '5y', isChosen: false, isStay: false });
    choose(view, view.result.current.encounterChoice);
    expect(visibleDaysOf(view)).toEqual(['2024-06-10', '2024-06-11']);
  });

  it('is read from the address, goes with the reader to a screen whose link names none, and ignores what is no window', () => {
    location.hash = '#window=6mo';
    const view = open(recordOf([visits]));
    expect(view.result.current).toMatchObject({ choice: '6mo', isChosen: true });
    act(() => {
      history.replaceState(null, '', '#compare');
      dispatchEvent(new HashChangeEvent('hashchange'));
    });
    expect(location.hash).toBe('#compare&window=6mo');
    expect(view.result.current.choice).toBe('6mo');
    cleanup();
    history.replaceState(null, '', '#window=2026-01-01');
    expect(open(recordOf([visits])).result.current).toMatchObject({ choice: '5y', isChosen: false });
  });
});
