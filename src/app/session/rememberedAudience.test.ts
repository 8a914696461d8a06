// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { clearView } from './clearView.ts';
import { rememberedAudience, rememberAudience } from './rememberedAudience.ts';

beforeEach(() => history.replaceState({ sid: 'a' }, '', '/index.html#series=k'));

test('the reader of a session that ended is known after a reload, beside the number of the session', () => {
  rememberAudience('patient');
  expect(history.state).toEqual({ sid: 'a', reader: 'patient' });
  expect(rememberedAudience()).toBe('patient');
});

test('the reader is still known when the view has left the address and the entry', () => {
  history.replaceState({ sid: 'a', zoom: { before: ['2y'], isStep: true } }, '');
  rememberAudience('clinician');
  clearView();
  expect(history.state).toEqual({ sid: 'a', reader: 'clinician' });
});

test.each([null, {}, { reader: 'nurse' }, { reader: 7 }, 'patient'])('%j names no reader', (state) => {
  history.replaceState(state, '');
  expect(rememberedAudience()).toBeUndefined();
  rememberAudience(undefined);
  expect(history.state).toEqual(state);
});

test('a history that refuses one change more, as after fast zooming, does not hold up the end of the session', () => {
  const refusal = vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  expect(() => rememberAudience('patient')).not.toThrow();
  refusal.mockRestore();
});
