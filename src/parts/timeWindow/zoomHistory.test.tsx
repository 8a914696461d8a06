// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { useTimeWindow } from './useTimeWindow.ts';
import { undoZoom } from './undoZoom.ts';

/** A visit each quarter over seven years opens with two years. */
const record = recordOf(
  Array.from({ length: 28 }, (_, i) =>
    resultInput('2823-3', 4.4, 'mmol/L', `${2020 + Math.floor(i / 4)}-0${1 + 2 * (i % 4)}-04T09:00:00Z`),
  ),
);

const open = () => renderHook(() => useTimeWindow(record, 'UTC', undefined)).result;

/** Returns an entry of the browser's history. The DOM of the tests goes back in none, so a test puts it there. */
const entryNow = () => ({ state: history.state as unknown, address: location.pathname + location.hash });
const goTo = ({ state, address }: ReturnType<typeof entryNow>) =>
  act(() => {
    history.replaceState(state, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  });

beforeEach(() => history.replaceState({ sid: 's1' }, '', location.pathname));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('each choice of a window is one step of the history, and Back leads to the window before', () => {
  const view = open();
  const lengthBefore = history.length;
  const entries = ['90d~12', '14d~40', 'all'].map((choice) => {
    act(() => view.current.onChoose(choice));
    return entryNow();
  });
  expect(history.length - lengthBefore).toBe(3);
  goTo(entries[1]!);
  expect(view.current).toMatchObject({ choice: '14d~40', isZoomed: true });
  goTo(entries[0]!);
  expect(view.current.choice).toBe('90d~12');
  goTo(entries[2]!);
  expect(view.current.choice).toBe('all');
});

test('Back from the first zoom leads to the period that the record opens with, and not to the zoom again', () => {
  const view = open();
  expect(view.current).toMatchObject({ choice: '2y', isZoomed: false });
  let opening = entryNow();
  const push = history.pushState.bind(history);
  vi.spyOn(history, 'pushState').mockImplementation((...given) => {
    opening = entryNow(); // the entry has its mark by now
    push(...given);
  });
  act(() => view.current.onChoose('45d~200'));
  goTo(opening);
  expect(view.current).toMatchObject({ choice: '2y', isChosen: false, isZoomed: false });
  expect(location.hash).toBe('');
});

test('a link to another screen carries the window along, and the session stays known', () => {
  const view = open();
  act(() => view.current.onChoose('6mo'));
  expect(history.state).toMatchObject({ sid: 's1' });
  goTo({ state: { sid: 's1' }, address: '#compare=k' });
  expect(location.hash).toBe('#compare=k&window=6mo');
  goTo({ state: null, address: '#timeline' });
  expect(location.hash).toBe('#timeline&window=6mo');
});

test('the same window twice is no second step', () => {
  const view = open();
  act(() => view.current.onChoose('6mo'));
  const { length } = history;
  act(() => view.current.onChoose('6mo'));
  expect(history).toHaveLength(length);
});

test('a chosen window that the record would open with is no zoom', () => {
  const view = open();
  act(() => view.current.onChoose('2y'));
  expect(view.current).toMatchObject({ isChosen: true, isZoomed: false });
});

test('one step back is one step of the history where the zoom made one', () => {
  const back = vi.spyOn(history, 'back').mockReturnValue();
  const view = open();
  act(() => view.current.onChoose('6mo'));
  act(() => undoZoom(view.current));
  expect(back).toHaveBeenCalledOnce();
});

test('a window that came with a link or from another screen is undone without leaving the screen', () => {
  const back = vi.spyOn(history, 'back').mockReturnValue();
  history.replaceState({ sid: 's1' }, '', '#series=k&window=30d~9');
  const shared = open();
  act(() => undoZoom(shared.current));
  expect(shared.current.isChosen).toBe(false);
  act(() => shared.current.onChoose('1y'));
  act(() => shared.current.onChoose('6mo'));
  goTo({ state: null, address: '#timeline' });
  act(() => undoZoom(shared.current));
  expect(shared.current.choice).toBe('1y');
  expect(location.hash).toBe('#timeline&window=1y');
  expect(back).not.toHaveBeenCalled();
});

test('in the frame of an EHR one step back leaves the history of the EHR alone', () => {
  const back = vi.spyOn(history, 'back').mockReturnValue();
  const view = open();
  act(() => view.current.onChoose('5y'));
  act(() => view.current.onChoose('10d~3'));
  vi.stubGlobal('top', {});
  act(() => undoZoom(view.current));
  expect(view.current.choice).toBe('5y');
  act(() => undoZoom(view.current));
  expect(view.current.isChosen).toBe(false);
  vi.unstubAllGlobals();
  expect(back).not.toHaveBeenCalled();
});

test('without a zoom there is nothing to undo', () => {
  const view = open();
  const { length } = history;
  act(() => undoZoom(view.current));
  expect(history).toHaveLength(length);
});

test.each([[{ zoom: 'x' }], [{ zoom: { before: 3, isStep: true } }], ['text'], [7]])(
  'an entry of the history that says %j is read as one without steps',
  (state) => {
    history.replaceState(state, '', '#window=6mo');
    const view = open();
    expect(view.current.choice).toBe('6mo');
    act(() => undoZoom(view.current));
    expect(view.current.isChosen).toBe(false);
  },
);

test('a browser that refuses another entry still shows the window', () => {
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  const view = open();
  act(() => view.current.onChoose('1y'));
  expect(view.current.choice).toBe('1y');
  expect(location.hash).toBe('#window=1y');
});
