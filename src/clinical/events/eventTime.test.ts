import { describe, expect, test } from 'vitest';
import { eventTime, sentTimeOf } from './eventTime.ts';
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

describe('an event that was sent with a moment and a period', () => {
  const timeOf = (at: string, start: string, end: string) => {
    const sent = sentTimeOf({ performedDateTime: at, performedPeriod: { start, end } }, 'performed');
    return eventTime({ ...sent, isOngoing: false }, NOW);
  };

  test.each([
    ['2026-03-01', '2026-04-01', '2026-04-02'],
    ['2026-04-05T08:00:00Z', '2026-04-01', '2026-04-02'],
    ['2026-04-02T08:00:01Z', '2026-04-01T08:00:00Z', '2026-04-02T08:00:00Z'],
    ['2025', '2026-04-01', ''],
    ['2026-05', '', '2026-04-02'],
  ])('has no place where %s does not lie in %s/%s, and both are told (decision 66)', (at, start, end) => {
    const { time, notes } = timeOf(at, start, end);
    expect(time).toMatchObject({ startMs: NaN, endMs: undefined });
    expect(notes.filter(Boolean)).toEqual([`Two different times sent: ${at}; ${start}/${end}`]);
  });

  test.each([
    ['2026-04-01T08:00:00Z', '2026-04-01T08:00:00Z', '2026-04-02T08:00:00Z'],
    ['2026-04-02', '2026-04-01T08:00:00Z', '2026-04-02T08:00:00Z'],
    ['2026-04', '2026-04-01T08:00:00Z', '2026-05-02T08:00:00Z'],
    ['2026', '2026-04-01T08:00:00Z', '2026-04-02T08:00:00Z'],
    ['soon', '2026-04-01T08:00:00Z', '2026-04-02T08:00:00Z'],
  ])('has the period that holds %s', (at, start, end) => {
    const { time, notes } = timeOf(at, start, end);
    expect([time.startMs, time.endMs]).toEqual([Date.parse(start), Date.parse(end)]);
    expect(notes.join('')).toBe('');
  });

  test('has the moment where the period is empty', () => {
    expect(timeOf('2026-04-01T08:00:00Z', '', '').time).toMatchObject({
      startMs: Date.parse('2026-04-01T08:00:00Z'),
      endMs: undefined,
    });
  });
});
