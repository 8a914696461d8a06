import { expect, test } from 'vitest';
import { pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { selectSparklines } from './sparklineSelection.ts';
import { tileEntriesOf } from './tileLayout.ts';

const AT = '2026-11-12T14:10:00Z';
const potassium = (value: number, at: string) => resultInput('2823-3', value, 'mmol/L', at);
const sodium = [1, 2, 3].map((day) => resultInput('2951-2', 138, 'mmol/L', `2026-11-0${day}T14:10:00Z`));
const WINDOW = { startMs: Date.parse('2026-01-01'), endMs: READ_AT_MS };

/** Returns the names of the entries that are drawn as curves. */
const curvesOf = (...resources: readonly unknown[]): readonly string[] =>
  selectSparklines(tileEntriesOf(recordOf([...sodium, ...resources]).series, []), WINDOW, {
    kept: new Set(),
    tallestPx: () => 0,
    roomPx: 0,
  }).sparklines.map(({ name }) => name);

test('rule 23: one result that was sent twice is a line of text and no curve', () => {
  expect(curvesOf(potassium(5, AT), potassium(5, AT))).toEqual(['Sodium']);
  expect(curvesOf(pressure(134, 72, AT), resultInput('8480-6', 134, 'mmHg', AT))).toEqual(['Sodium']);
});

test('two results of one moment that differ are a curve', () => {
  expect(curvesOf(potassium(5, AT), potassium(6.9, AT)).toSorted()).toEqual(['Potassium', 'Sodium']);
  const pressures = [pressure(134, 72, AT), pressure(150, 72, AT)];
  expect(curvesOf(...pressures).toSorted()).toEqual(['Blood pressure', 'Sodium']);
});

test('a curve that was drawn while the record was read stays one, whatever the window holds of it', () => {
  const entries = tileEntriesOf(recordOf([...sodium, potassium(5, AT)]).series, []);
  const kept = new Set(entries.filter(({ name }) => name === 'Potassium'));
  const selected = selectSparklines(entries, WINDOW, { kept, tallestPx: () => 0, roomPx: 0 });
  expect(selected.sparklines.map(({ name }) => name).toSorted()).toEqual(['Potassium', 'Sodium']);
  expect(selected.brief).toEqual([]);
});
