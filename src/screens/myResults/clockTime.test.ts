import { afterEach, expect, test } from 'vitest';
import { speak, speakEnglish } from '../../words/language.ts';
import { clockTime } from './clockTime.ts';
import { myResultsSpanish } from './myResults.es.messages.ts';

const AT_MS = Date.parse('2026-11-24T20:05:00Z');

afterEach(() => speakEnglish());

test('the clock of the device needs no name', () => {
  expect(clockTime(AT_MS, 'America/Chicago', 'America/Chicago')).toBe('2:05 PM');
  expect(clockTime(AT_MS, 'America/Chicago', 'America/Mexico_City')).toBe('2:05 PM');
});

test('rule 43: a reader in another zone is told whose clock it is', () => {
  expect(clockTime(AT_MS, 'America/New_York', 'Europe/Madrid')).toBe('3:05 PM (New York time)');
  speak('es', 'es-US', { myResults: myResultsSpanish });
  expect(clockTime(AT_MS, 'America/New_York', 'Europe/Madrid')).toContain('(hora de New York)');
});
