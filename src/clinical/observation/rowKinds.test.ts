import { describe, expect, test } from 'vitest';
import { plainRowKind } from './plainRowKind.ts';
import type { RowKind } from './resultRow.ts';
import {
  createRowKinds,
  hashOfKind,
  indexOfKind,
  keyOfKind,
  seriesKeyOf,
  setSeriesId,
  type SeriesKey,
} from './rowKinds.ts';

const seriesKey: SeriesKey = {
  baseId: 'k',
  target: undefined,
  variant: '',
  unit: 'mmol/L',
  fit: 'same',
  isNumber: true,
};
const band = { low: 3.5, high: 5.1, isFromText: false };

describe('one table of kinds', () => {
  test('has one object for the same content, and its index', () => {
    const kinds = createRowKinds();
    const first = kinds.intern({ ...plainRowKind }, seriesKey);
    const other = kinds.intern({ ...plainRowKind, code: '2823-3' }, seriesKey);
    expect(kinds.intern({ ...plainRowKind }, { ...seriesKey })).toBe(first);
    expect([indexOfKind(first), indexOfKind(other)]).toEqual([0, 1]);
    expect([kinds.at(0), kinds.at(1)]).toEqual([first, other]);
    expect(seriesKeyOf(other)).toBe(seriesKey);
  });

  test('tells kinds apart by each of their fields', () => {
    const others: Partial<Record<keyof RowKind, unknown>> = {
      component: 'x',
      codeSystem: 'x',
      code: 'x',
      codeText: 'x',
      status: 'amended',
      comparator: '<',
      unit: 'x',
      unitCode: 'x',
      rangeLow: '1',
      rangeHigh: '1',
      rangeText: 'x',
      band,
      flag: 'H',
      flagText: 'x',
      outsideRange: 'above',
      precision: 'day',
      hasImpossibleTime: true,
      drawing: 'point',
      reason: 'text',
      isConverted: true,
      isParsedFromText: true,
      check: 'x',
      checkKind: 'value',
      context: 'x',
      method: 'x',
      mark: 'x',
      condition: 'x',
      absentReason: 'x',
      isVitalSign: true,
      measuredBy: 'person',
      encounter: 'x',
    };
    // The id of the series follows from its key, and is set later.
    expect([...Object.keys(others), 'seriesId'].toSorted()).toEqual(Object.keys(plainRowKind).toSorted());
    const kinds = createRowKinds();
    const all: (readonly [RowKind, SeriesKey])[] = [
      [plainRowKind, seriesKey],
      ...Object.entries(others).map(
        ([name, value]) => [{ ...plainRowKind, [name]: value }, seriesKey] as const,
      ),
      ...[{ low: 3.4 }, { high: 5 }, { isFromText: true }, { low: undefined }].map(
        (more) => [{ ...plainRowKind, band: { ...band, ...more } }, seriesKey] as const,
      ),
      ...[{ baseId: 'na' }, { unit: 'g' }, { fit: 'other' as const }, { isNumber: false }].map(
        (more) => [{ ...plainRowKind }, { ...seriesKey, ...more }] as const,
      ),
    ];
    const made = all.map(([kind, key]) => kinds.intern(kind, key));
    const besides = made.map((kept) =>
      all.map(([kind, key]) => kinds.intern({ ...kind }, key, { kind: kept })),
    );
    expect(besides).toEqual(made.map(() => made));
    expect(besides.flat().every((kind, i) => kind === made[i % made.length])).toBe(true);
    expect(new Set(made).size).toBe(made.length);
    expect(new Set(made.map(keyOfKind)).size).toBe(made.length);
  });

  test('the key and the hash are the same for the same content in every table', () => {
    const [one, other] = [createRowKinds(), createRowKinds()];
    other.intern({ ...plainRowKind, code: '2823-3' }, seriesKey);
    const [a, b] = [one, other].map((kinds) => kinds.intern({ ...plainRowKind }, seriesKey));
    expect(keyOfKind(a!)).toBe(keyOfKind(b!));
    expect(keyOfKind(a!)).not.toBe('');
    expect(hashOfKind(a!)).toBe(hashOfKind(b!));
  });

  test('the id of its series can be set later', () => {
    const kind = createRowKinds().intern({ ...plainRowKind }, seriesKey);
    setSeriesId(kind, 'k~mmol/L');
    expect(kind.seriesId).toBe('k~mmol/L');
  });

  test('a kind that no table has made has no key, and nothing else is known of it', () => {
    expect(keyOfKind({ ...plainRowKind })).toBe('');
    expect(() => indexOfKind({ ...plainRowKind })).toThrow('A row kind that no table of kinds has made.');
  });
});
