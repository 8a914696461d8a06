// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { clearView } from './clearView.ts';

beforeEach(() => history.replaceState({ sid: 'a' }, '', '/index.html#compare=k,creat&window=2y'));

test('at the end of a session the address holds no view, and the entry nothing but its number', () => {
  clearView();
  expect(location.hash).toBe('');
  expect(location.pathname).toBe('/index.html');
  expect(history.state).toEqual({ sid: 'a' });
});

test.each(['popstate', 'hashchange'])('an older entry loses its view when %s leads to it', (event) => {
  clearView();
  for (const fragment of ['#series=k&window=30d', '#results=abnormal', '#account=withdrawn', '#sent~x0']) {
    history.replaceState({ sid: 'a' }, '', `/index.html${fragment}`);
    dispatchEvent(new Event(event));
    expect(location.hash).toBe('');
  }
});

test('a browser that allows no further step for now is asked again, and older entries are cleared all the same', () => {
  vi.useFakeTimers();
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError'); // Safari after 100 of them in 10 s
  });
  clearView();
  expect(location.hash).toBe('#compare=k,creat&window=2y');
  replace.mockRestore();
  vi.advanceTimersByTime(10_000);
  expect(location.hash).toBe('');
  history.replaceState({ sid: 'a' }, '', '/index.html#series=k');
  dispatchEvent(new Event('popstate'));
  expect(location.hash).toBe('');
  vi.useRealTimers();
});

test('the launch inspector can be opened after the end', () => {
  clearView();
  history.replaceState(null, '', '/index.html#inspect');
  dispatchEvent(new Event('hashchange'));
  expect(location.hash).toBe('#inspect');
});

test.each(['', '#inspect'])('an entry without a chosen window forgets its days too: "%s"', (hash) => {
  history.replaceState({ sid: 'a', newestMovedMs: 0 }, '', `/index.html${hash}`);
  clearView();
  expect(history.state).toEqual({ sid: 'a' });
});

test.each(['', '#inspect', '#series=k&window=2y'])(
  'at the end the entry of "%s" forgets its steps',
  (hash) => {
    const state = { sid: 'a', zoom: { before: ['2y'], isStep: true }, newestMovedMs: 86_400_000 };
    history.replaceState(state, '', `/index.html${hash}`);
    clearView();
    expect(history.state).toEqual({ sid: 'a' });
  },
);
