// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
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

test('the launch inspector can be opened after the end', () => {
  clearView();
  history.replaceState(null, '', '/index.html#inspect');
  dispatchEvent(new Event('hashchange'));
  expect(location.hash).toBe('#inspect');
});

test.each(['', '#inspect', '#series=k&window=2y'])(
  'at the end the entry of "%s" forgets its steps',
  (hash) => {
    history.replaceState({ sid: 'a', zoom: { before: ['2y'], isStep: true } }, '', `/index.html${hash}`);
    clearView();
    expect(history.state).toEqual({ sid: 'a' });
  },
);
