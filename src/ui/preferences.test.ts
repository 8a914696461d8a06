// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { readPreference, writePreference } from './preferences.ts';
import { useSingleKeys } from './keyboard/singleKeyShortcuts.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('a choice is kept for its site and name, and taken back with an empty text', () => {
  writePreference('general', 'keys', 'off');
  expect([readPreference('general', 'keys'), readPreference('other', 'keys')]).toEqual(['off', '']);
  writePreference('general', 'keys', '');
  expect(localStorage).toHaveLength(0);
});

test.each([['{'], ['null'], ['"off"'], ['OFF'], ['__proto__'], ['off'.repeat(400_000)]])(
  'what somebody else wrote (%.10s) does not switch the single keys off',
  (text) => {
    localStorage.setItem('longview.choice.general.keys', text);
    expect(renderHook(() => useSingleKeys('general')).result.current.isOn).toBe(true);
  },
);

test('the name of an inherited property is no choice', () => {
  expect(['__proto__', 'constructor', 'toString'].map((name) => readPreference('general', name))).toEqual([
    '',
    '',
    '',
  ]);
});

test('where storage is blocked nothing was chosen, and choosing throws nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(() => writePreference('general', 'keys', 'off')).not.toThrow();
  expect(readPreference('general', 'keys')).toBe('');
});

test('a text that is longer than all that the app writes is no choice', () => {
  localStorage.setItem('longview.choice.general.pins', 'k,'.repeat(1_000_000));
  expect(readPreference('general', 'pins')).toBe('');
  writePreference('general', 'pins', 'k,'.repeat(1000));
  expect(readPreference('general', 'pins')).toHaveLength(2000);
});
