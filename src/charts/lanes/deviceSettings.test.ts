import { describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { deviceSettingCourse } from './deviceSettings.ts';
import { MINUTE_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');

/** There is one reading every five minutes. */
const oxygen = (texts: readonly string[], afterMinutes = 0) =>
  texts.map((text, i) => ({
    at: new Date(START_MS + (afterMinutes + 5 * i) * MINUTE_MS).toISOString(),
    text,
    unit: '%',
  }));
const times = (text: string, count: number) => Array.from({ length: count }, () => text);
const fio2 = { id: 'fio2', analyteId: 'fio2', name: 'Inhaled oxygen', shortName: 'FiO2', unitText: '%' };
const stepsOf = (rows: ReturnType<typeof oxygen>) =>
  deviceSettingCourse(madeSeries(rows, fio2))?.steps.map(({ shortDose, startMs, endMs }) => [
    shortDose,
    (startMs - START_MS) / MINUTE_MS,
    ((endMs ?? Number.NaN) - START_MS) / MINUTE_MS,
  ]);

describe('what was set', () => {
  it('is a step from its first reading to the first of the next', () => {
    expect(stepsOf(oxygen([...times('80', 12), ...times('60', 12)]))).toEqual([
      ['80 %', 0, 60],
      ['60 %', 60, 115],
    ]);
  });

  it('rule 6: nothing is claimed of a silence', () => {
    const rows = [...oxygen(times('80', 12)), ...oxygen(times('80', 12), 120)];
    expect(stepsOf(rows)).toEqual([
      ['80 %', 0, 55],
      ['80 %', 120, 175],
    ]);
  });

  it('what changes from reading to reading is measured, and no setting', () => {
    expect(stepsOf(oxygen(Array.from({ length: 30 }, (_, i) => String(40 + (i % 3)))))).toBeUndefined();
    expect(stepsOf([])).toBeUndefined();
  });

  it('is called by its short name and read in its unit', () => {
    const course = deviceSettingCourse(madeSeries(oxygen(times('28', 20)), fio2));
    expect(course).toMatchObject({ key: 'fio2', name: 'FiO2', steps: [{ unit: '%', amount: 28 }] });
  });
});
