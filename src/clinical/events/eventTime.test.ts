import { describe, expect, test } from 'vitest';
import { eventTime } from './eventTime.ts';
import { careEventsTexts } from './careEvents.messages.ts';

const NOW = Date.parse('2026-11-24T20:05:00Z');
const readPeriod = (start: string, end: string, isOngoing: boolean) =>
  eventTime({ start, end, hasDuration: true, isOngoing }, NOW);

describe('dates that stand for none never stretch an axis', () => {
  test.each(['9999-12-31', '9999-12-31T23:59:59Z', '2999-12-31', '2199-01-01'])(
    'an end of %s means that the event goes on',
    (end) => {
      const { time, notes } = readPeriod('2024-03-01', end, true);
      expect(time).toMatchObject({ endMs: undefined, isOngoing: true });
      expect(notes.join('')).toBe('');
    },
  );

  test.each(['9999-12-31', '2999-12-31', '0001-01-01'])(
    'an end of %s of an event that is over is not known',
    (end) => {
      const { time, notes } = readPeriod('2024-03-01', end, false);
      expect(time).toMatchObject({ endMs: undefined, isOngoing: false });
      expect(notes.filter(Boolean)).toHaveLength(1);
    },
  );

  test.each(['1900-01-01', '1899-12-30', '0001-01-01', '9999-12-31', '2126-03-01'])(
    'a start of %s is said in words and has no place',
    (start) => {
      const { time, notes } = readPeriod(start, '', true);
      expect(time.startMs).toBeNaN();
      expect(notes).toContain(careEventsTexts('dateNotUsable', { text: start }));
    },
  );

  test('a plan of the next years is a plan', () => {
    expect(readPeriod('2024-03-01', '2029-03-01', true).notes).toContain('Planned until 1 Mar 2029');
    expect(readPeriod('2027-03-01', '', false).time.startMs).toBe(Date.UTC(2027, 2, 1));
  });
});
