import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import {
  parseWindowChoice,
  defaultWindowChoice,
  encounterWindowChoice,
  isDenseRecord,
  opensWithStay,
  windowForChoice,
  formatWindowChoice,
} from './windowChoice.ts';
import { choiceForWindow, countOutside, shiftedWindow, zoomedWindow } from './shiftAndZoom.ts';
import { presetsFor } from './windowPresets.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

const at = (text: string): number => Date.parse(text);
const whole = { startMs: at('2014-12-03T14:00:00Z'), endMs: at('2026-11-24T15:40:00Z') };
const seriesOn = (...dates: string[]) => madeSeries(dates.map((date) => ({ at: date, text: '4.1' })));
const hourly = (start: string, hours: number) =>
  madeSeries(
    Array.from({ length: hours }, (_, i) => ({
      at: new Date(at(start) + i * HOUR_MS).toISOString(),
      text: '80',
    })),
  );

describe('rule 11: a window of an address that ends before the record begins', () => {
  const record = { startMs: Date.UTC(2020, 0, 1), endMs: Date.UTC(2026, 0, 1) };
  const shown = (text: string) => windowForChoice(record, parseWindowChoice(text)!);

  it.each(['365d~99999', '365d~36524', '365d~2193'])('%s is the earliest of its length', (text) => {
    expect(shown(text)).toEqual({ startMs: record.startMs, endMs: Date.UTC(2020, 11, 31) });
  });

  it.each(['100y~99999', '10y~3000', 'all~99999'])('%s is the whole record, if it is longer', (text) => {
    expect(shown(text)).toEqual(record);
  });

  it('and one that still shows a part of the record stands where it is', () => {
    expect(shown('365d~2191').endMs).toBe(record.endMs - 2191 * 86_400_000);
    expect(shown('10y~30').endMs).toBe(record.endMs - 30 * 86_400_000);
    expect(shown('365d~400').endMs).toBe(record.endMs - 400 * 86_400_000);
  });
});

describe('rule 11: the window in the address', () => {
  it('is a length and how far back it ends, never a date', () => {
    expect(parseWindowChoice('all')).toEqual({ length: 'all', backDays: 0 });
    expect(parseWindowChoice('72h')).toEqual({ length: 3, backDays: 0 });
    expect(parseWindowChoice('45.5d~30')).toEqual({ length: 45.5, backDays: 30 });
    expect(formatWindowChoice({ length: 3, backDays: 1.5 })).toBe('72h~1.5');
    expect(formatWindowChoice({ length: 10, backDays: 0 })).toBe('10d');
  });

  it.each([
    '',
    'ALL',
    '2',
    '-2y',
    '2y~',
    '2y~-3',
    '0d',
    '9999999d',
    'NaNd',
    '2y&x',
    '1e3d',
    '2026-01-01',
    'Infinityd',
  ])('%j means nothing', (text) => expect(parseWindowChoice(text)).toBeUndefined());

  it('reads back what it writes, whatever a reader zoomed and shifted to', () => {
    const ms = fc.integer({ min: at('1950-01-01'), max: at('2030-01-01') });
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        fc.pre(Math.abs(a - b) > DAY_MS);
        const choice = choiceForWindow(whole, { startMs: Math.min(a, b), endMs: Math.max(a, b) });
        const read = parseWindowChoice(formatWindowChoice(choice));
        expect(read).toBeDefined();
        const visible = windowForChoice(whole, read!);
        expect(visible.endMs).toBeLessThanOrEqual(whole.endMs);
        expect(visible.endMs).toBeGreaterThanOrEqual(whole.startMs);
        expect(visible.startMs).toBeLessThan(visible.endMs);
      }),
    );
  });
});

describe('rule 11: a fixed set of labelled ranges', () => {
  const none = { encounterChoice: '', isStay: false };
  it('of years for a record of years, of hours for a stay; the last is all of it, with its length', () => {
    const texts = (days: number, isDense = false) =>
      presetsFor({ startMs: whole.endMs - days * DAY_MS, endMs: whole.endMs }, isDense, none).map(
        ({ text }) => text,
      );
    expect(texts(4374)).toEqual(['30 d', '6 mo', '1 y', '2 y', '5 y', 'All, 12 y']);
    expect(texts(4374, true)[0]).toBe('72 h');
    expect(texts(5)).toEqual(['6 h', '24 h', '72 h', 'All, 5 d']);
    expect(texts(0.2)).toEqual(['All, 5 h']);
  });

  it('anchors to the newest result', () => {
    const visible = windowForChoice(whole, parseWindowChoice('30d')!);
    expect(visible).toEqual({ startMs: whole.endMs - 30 * DAY_MS, endMs: whole.endMs });
    expect(windowForChoice(whole, parseWindowChoice('100y')!)).toEqual(whole);
  });
});

describe('nobody chose yet', () => {
  const choice = (series: ReturnType<typeof madeSeries>[]) => {
    const times = series.flatMap(({ timesMs }) => [...timesMs]);
    return formatWindowChoice(
      defaultWindowChoice(series, { startMs: Math.min(...times), endMs: Math.max(...times) }),
    );
  };
  const visits = Array.from(
    { length: 30 },
    (_, i) => `20${String(12 + (i >> 1)).padStart(2, '0')}-0${(i % 2) * 5 + 2}-01T14:00:00Z`,
  );

  it('visits over years open with two years', () => expect(choice([seriesOn(...visits)])).toBe('2y'));
  it('few visits open with five', () => {
    const sparse = Array.from({ length: 12 }, (_, i) => `${2004 + i * 2}-03-01T14:00:00Z`);
    expect(choice([seriesOn(...sparse)])).toBe('all');
    expect(choice([seriesOn(...sparse, '2025-01-01T00:00:00Z')])).toBe('5y');
  });
  it('intensive care opens with three days', () => {
    const signs = Array.from({ length: 4 }, () => hourly('2026-11-10T00:00:00Z', 300));
    expect(choice(signs)).toBe('72h');
    expect(choice([...signs, seriesOn(...visits)])).toBe('72h');
  });
  it('what a sensor or a watch fills with one to three series opens as the visits do, and is offered in hours', () => {
    for (const count of [1, 2, 3]) {
      const worn = Array.from({ length: count }, () => hourly('2026-11-10T00:00:00Z', 300));
      expect(choice([...worn, seriesOn(...visits)])).toBe('2y');
      expect(isDenseRecord(worn, at('2026-11-22T12:00:00Z'))).toBe(true);
    }
  });
  it('many tests in a few hours of a day are no hospital', () => {
    const draws = Array.from({ length: 30 }, () => hourly('2026-11-10T00:00:00Z', 5));
    expect(choice([...draws, seriesOn(...visits)])).toBe('2y');
  });
  it('a stay of five days, and a record of few results, are shown whole', () => {
    expect(choice([hourly('2026-11-20T00:00:00Z', 110)])).toBe('all');
    expect(choice([seriesOn('2001-01-01', '2026-01-01')])).toBe('all');
  });
});

describe('what lies outside', () => {
  it('is counted on both sides, and a blood pressure once', () => {
    const dates = ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
    const [sys, dia] = ['bp-sys', 'bp-dia'].map((id) => ({ ...seriesOn(...dates), id }));
    const visible = { startMs: at('2020-06-01'), endMs: at('2025-01-01') };
    expect(countOutside([sys!, dia!], visible)).toEqual({ older: 1, newer: 1 });
    expect(countOutside([dia!], visible)).toEqual({ older: 1, newer: 1 });
  });
});

describe('rule 53: what a drag does is done by steps', () => {
  const visible = { startMs: 0, endMs: 10 * DAY_MS };
  it('half a window to the side, half or twice as long', () => {
    expect(shiftedWindow(visible, -1)).toEqual({ startMs: -5 * DAY_MS, endMs: 5 * DAY_MS });
    expect(zoomedWindow(visible, 0.5)).toEqual({ startMs: 5 * DAY_MS, endMs: 10 * DAY_MS });
    expect(zoomedWindow(visible, 0.5, 4 * DAY_MS)).toEqual({ startMs: 2 * DAY_MS, endMs: 7 * DAY_MS });
  });
  it('ends at the newest result at the latest', () => {
    const later = choiceForWindow(whole, { startMs: whole.endMs - DAY_MS, endMs: whole.endMs + 9 * DAY_MS });
    expect(windowForChoice(whole, later).endMs).toBe(whole.endMs);
  });
});

describe('the encounter in context', () => {
  const stay = { startMs: at('2023-02-06T10:00:00Z'), endMs: at('2023-02-11T15:00:00Z') };
  it.each([
    ['UTC', '2023-02-12T00:00:00Z'],
    ['America/Chicago', '2023-02-12T06:00:00Z'],
    ['Pacific/Auckland', '2023-02-12T11:00:00Z'],
  ])('sets the window: it begins when it began and ends with its last day in %s', (zone, end) => {
    expect(windowForChoice(whole, encounterWindowChoice(whole, stay, zone)!)).toEqual({
      startMs: stay.startMs,
      endMs: at(end),
    });
  });
  it('of which only the start is known is the rest of that day', () => {
    const visit = { startMs: stay.startMs, endMs: stay.startMs };
    expect(windowForChoice(whole, encounterWindowChoice(whole, visit, 'UTC')!)).toEqual({
      startMs: stay.startMs,
      endMs: at('2023-02-07T00:00:00Z'),
    });
  });
  it('goes on to the newest result while it lasts, and is all of a record that holds nothing else', () => {
    const choice = encounterWindowChoice(
      whole,
      { startMs: at('2026-11-20T00:00:00Z'), endMs: undefined },
      'UTC',
    )!;
    expect(windowForChoice(whole, choice).endMs).toBe(whole.endMs);
    expect(
      formatWindowChoice(encounterWindowChoice(whole, { startMs: whole.startMs, endMs: undefined }, 'UTC')!),
    ).toBe('all');
  });
  it('of one day without times is not known to last a day, and one of two dates may', () => {
    const day = (startMs: number) => ({ startMs, latestStartMs: startMs + DAY_MS, isStay: true });
    const startMs = at('2023-02-06T00:00:00Z');
    const opens = (endMs: number) => opensWithStay(whole, { ...day(startMs), endMs }, 'UTC');
    expect(opens(startMs + DAY_MS - 1)).toBe(false);
    expect(opens(startMs + 2 * DAY_MS - 1)).toBe(true);
  });
  it('is offered once, where it is as long as a fixed range', () => {
    const ids = presetsFor(whole, true, { encounterChoice: '72h', isStay: true }).map(({ id }) => id);
    expect(ids.filter((id) => id === '72h')).toHaveLength(1);
  });
  it('is nothing where the record holds nothing of it', () =>
    expect(
      encounterWindowChoice(whole, { startMs: at('2030-01-01'), endMs: undefined }, 'UTC'),
    ).toBeUndefined());
  it('has a button of its own', () => {
    const texts = (encounterChoice: string, isStay: boolean) =>
      presetsFor(whole, false, { encounterChoice, isStay })
        .map(({ text, name }) => (name ? `${text} (${name})` : text))
        .slice(-2);
    expect(texts('9.2d~1382', true)).toEqual(['This stay, 9 d', 'All, 12 y']);
    expect(texts('4d~30', false)).toEqual(['Visit (This visit, 4 d)', 'All, 12 y']);
  });
});
