import { describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import { sideEntriesOf, monitorSize, monitorStripsIn } from './monitorStrips.ts';
import { tileEntriesOf } from '../results/tileLayout.ts';
import { layoutOf } from '../results/useLayout.ts';
import { HOUR_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const window = (hours: number) => ({ startMs: START_MS, endMs: START_MS + hours * HOUR_MS });

function every(minutes: number, id: string, order: number, count = 288): Series {
  const rows = Array.from({ length: count }, (_, i) => ({
    at: new Date(START_MS + i * minutes * 60_000).toISOString(),
    text: '80',
  }));
  return madeSeries(rows, { id, analyteId: id.includes('|') ? '' : id, name: id, order });
}

const LINE = ['http://loinc.org|76215-3', 'http://loinc.org|76213-8'] as const;
const line = LINE.map((id, i) => every(5, id, i));
const cuff = ['bp-sys', 'bp-dia'].map((id, i) => every(60, id, 2 + i, 24));
const ids = (series: readonly Series[], hours = 24) =>
  monitorStripsIn(tileEntriesOf(series, []), window(hours)).map(({ id }) => id);

describe('the strips of a monitor', () => {
  const heartAndBreath = [every(5, 'hr', 4), every(5, 'rr', 5)];

  it('stand where three signs are read every few minutes, in one order', () => {
    expect(ids([...heartAndBreath, every(5, 'spo2', 6)])).toEqual(['hr', 'spo2', 'rr']);
  });

  it('are none for fewer signs, for rarer readings, and in a window that they do not fill', () => {
    expect(ids(heartAndBreath)).toEqual([]);
    expect(ids([...heartAndBreath, every(60, 'spo2', 6, 120)])).toEqual([]);
    expect(ids([...heartAndBreath, every(5, 'spo2', 6)], 24 * 30)).toEqual([]);
  });

  it('are none for laboratory results, however many', () => {
    expect(ids(['k', 'na', 'glucose', 'creat'].map((id, i) => every(5, id, i)))).toEqual([]);
  });

  it('rule 7: the pressure of the arterial line comes before that of the cuff, which keeps its tile', () => {
    expect(ids([...heartAndBreath, ...line, ...cuff])).toEqual(['hr', LINE[0], 'rr']);
  });

  it('the pressure of the cuff is the strip where there is no line', () => {
    const often = ['bp-sys', 'bp-dia'].map((id, i) => every(5, id, 2 + i));
    expect(ids([...heartAndBreath, ...often])).toEqual(['hr', 'bp-sys', 'rr']);
  });

  it('a temperature that is taken now and again stands among them', () => {
    expect(ids([...heartAndBreath, ...line, every(240, 'temp', 7, 6)])).toContain('temp');
    expect(ids([...heartAndBreath, ...line, every(240, 'temp', 7, 1)])).not.toContain('temp');
  });

  it.each(['setting', 'alarm', 'target'])('are measured: a %s that is sent every minute is none', (kind) => {
    const sent = { ...every(5, `rr~${kind}`, 8), analyteId: 'rr' };
    const hourly = every(60, 'rr', 5, 24);
    const dense = [every(5, 'hr', 4), every(5, 'spo2', 6), ...line];
    expect(ids([...dense, hourly, sent])).toEqual(['hr', LINE[0], 'spo2', 'rr']);
    expect(ids([...dense, sent])).toEqual(['hr', LINE[0], 'spo2']);
  });

  it('stay while the reader zooms into an hour of them', () => {
    expect(ids([...heartAndBreath, every(5, 'spo2', 6)], 1)).toHaveLength(3);
  });
});

describe('beside the strips', () => {
  const layout = layoutOf(1366, 850, 1);
  const results = tileEntriesOf(
    ['creat', 'k', 'uric', 'lactate', 'ph-art'].map((id, i) => every(360, id, i, 4)),
    [],
  );

  it('stands first what is asked first in intensive care, and nothing else', () => {
    expect(sideEntriesOf(results, layout, 5).map(({ id }) => id)).toEqual([
      'lactate',
      'ph-art',
      'creat',
      'k',
    ]);
  });

  it('stands nothing in a frame without room for three columns', () => {
    expect(sideEntriesOf(results, layoutOf(1000, 850, 1), 5)).toEqual([]);
  });

  it('no tile is taller than the strips', () => {
    const many = tileEntriesOf(
      'lactate ph-art pco2-art creat k na wbc hgb plt pct po2-art hco3-art glucose tbili inr crp bun'
        .split(' ')
        .map((id, i) => every(360, id, i, 4)),
      [],
    );
    for (const height of [700, 850, 1080]) {
      const frame = layoutOf(1366, height, 1);
      const tilesPx = sideEntriesOf(many, frame, 5).length * (frame.plotHeightPx + 22);
      expect(Math.abs(tilesPx - monitorSize(frame, 5).heightPx)).toBeLessThanOrEqual(frame.plotHeightPx + 22);
    }
  });
});

it('five strips are between 88 and 128 px high, on the 4-pixel grid', () => {
  const heights = [600, 850, 950, 1080, 1440].map(
    (height) => monitorSize(layoutOf(1366, height, 1), 5).stripPx,
  );
  expect(heights).toEqual([88, 88, 104, 128, 128]);
});
