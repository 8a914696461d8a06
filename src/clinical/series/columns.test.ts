import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, ucum } from '../../testing/readRecordFixture.ts';
import { clotted, emptyColumns, placesIn, potassiumOn, unknownResult } from '../../testing/columnsFixture.ts';
import type { Series } from './series.ts';

const withdrawn = { status: 'entered-in-error' };
const component = (code: string, value: object): object => ({ code: loinc(code), ...value });
const pressure = (id: string, systolic: object, diastolic: object, more: object = {}): object =>
  observation({
    id,
    code: loinc('85354-9'),
    component: [component('8480-6', systolic), component('8462-4', diastolic)],
    ...more,
  });
const mmHg = (value: number) => ({ valueQuantity: ucum(value, 'mm[Hg]') });

describe('an Observation that is removed', () => {
  test('is gone from points, lists and counts, whether a series was built before or not', () => {
    for (const isBuiltBetween of [false, true]) {
      const columns = emptyColumns();
      columns.take(
        potassiumOn('a', 1),
        potassiumOn('b', 2),
        potassiumOn('c', 3, clotted),
        potassiumOn('d', 4, clotted),
      );
      if (isBuiltBetween) columns.series();
      columns.forget('b');
      columns.forget('c');
      expect(placesIn(columns.series())).toEqual([['k', 'a', 'd', 1, 1]]);
      columns.take(potassiumOn('e', 5));
      expect(placesIn(columns.series())).toEqual([['k', 'a e', 'd', 2, 1]]);
    }
  });

  test('takes its series with it when it was the only one', () => {
    const columns = emptyColumns();
    columns.take(potassiumOn('a', 1));
    expect(columns.series()).toHaveLength(1);
    columns.forget('a');
    expect(columns.series()).toEqual([]);
  });

  test('is removed from the series of both of its components', () => {
    const columns = emptyColumns();
    columns.take(pressure('a', mmHg(120), mmHg(80)), pressure('b', mmHg(130), { valueString: 'not heard' }));
    expect(placesIn(columns.series())).toEqual([
      ['bp-sys', 'a b', '', 2, 0],
      ['bp-dia', 'a', 'b', 1, 1],
    ]);
    columns.forget('b');
    expect(placesIn(columns.series())).toEqual([
      ['bp-sys', 'a', '', 1, 0],
      ['bp-dia', 'a', '', 1, 0],
    ]);
  });

  test('takes the oxygen with it that stood beside a saturation', () => {
    const columns = emptyColumns();
    columns.take(
      observation({ id: 's', code: loinc('2708-6'), valueQuantity: ucum(92, '%') }),
      observation({ id: 'f', code: loinc('3151-8'), valueQuantity: ucum(4, 'L/min') }),
    );
    const oxygen = () =>
      columns.series().flatMap(({ rows }) => rows.filter(({ id }) => id === 's'))[0]?.attached?.oxygen;
    expect(oxygen()).toBe('on 4 L/min oxygen');
    columns.forget('f');
    expect(oxygen()).toBeUndefined();
  });
});

test('rule 17: an Observation counts once in a series, as drawn when one of its rows is drawn', () => {
  const twice = (id: string, ...values: readonly object[]): object =>
    observation({
      id,
      code: { text: 'Panel' },
      component: values.map((value) => component('2823-3', value)),
    });
  const [drawn, text] = [{ valueQuantity: ucum(4, 'mmol/L') }, { valueString: 'clotted' }];
  const columns = emptyColumns();
  columns.take(twice('a', drawn, drawn), twice('b', drawn, text), twice('c', text, text));
  expect(placesIn(columns.series())).toEqual([['k', 'a a b', 'b c c', 2, 1]]);
  columns.forget('b');
  expect(placesIn(columns.series())).toEqual([['k', 'a a', 'c c', 1, 1]]);
  columns.forget('a');
  expect(placesIn(columns.series())).toEqual([['k', '', 'c c', 0, 1]]);
});

describe('rule 6: a withdrawn result leaves a gap in the lines of what it measured', () => {
  const gapsOf = (all: readonly Series[]) =>
    all.map(({ id, withdrawnTimesMs = [] }) => [
      id,
      ...withdrawnTimesMs.map((timeMs) => new Date(timeMs).getUTCDate()),
    ]);

  test('at its time, the oldest first, and in no other line', () => {
    const columns = emptyColumns();
    columns.take(
      potassiumOn('a', 1),
      potassiumOn('n', 1, { code: loinc('2951-2'), valueQuantity: ucum(140, 'mmol/L') }),
    );
    const before = columns.series();
    columns.take(potassiumOn('c', 3, withdrawn), potassiumOn('b', 2, withdrawn));
    expect(gapsOf(columns.series())).toEqual([['k', 2, 3], ['na']]);
    expect(columns.series()[1]).toBe(before[1]);
    expect(columns.series()[0]).not.toBe(before[0]);
  });

  test('in the lines of both sides of a blood pressure', () => {
    const columns = emptyColumns();
    columns.take(pressure('a', mmHg(120), mmHg(80)));
    columns.take(
      pressure('b', mmHg(130), mmHg(90), { ...withdrawn, effectiveDateTime: '2026-01-05T08:00:00Z' }),
    );
    expect(gapsOf(columns.series())).toEqual([
      ['bp-sys', 5],
      ['bp-dia', 5],
    ]);
  });

  test('and none when it has no time, or is put right again', () => {
    const columns = emptyColumns();
    columns.take(
      potassiumOn('a', 1),
      potassiumOn('b', 2, { ...withdrawn, effectiveDateTime: undefined }),
      potassiumOn('c', 3, withdrawn),
    );
    expect(gapsOf(columns.series())).toEqual([['k', 3]]);
    columns.forget('c');
    expect(gapsOf(columns.series())).toEqual([['k']]);
  });
});

describe('a result of a time before birth', () => {
  const LIMIT_MS = Date.parse('2026-01-02T12:00:00Z');

  test('is listed and counted as listed', () => {
    const columns = emptyColumns();
    columns.take(potassiumOn('a', 1), potassiumOn('b', 3), potassiumOn('c', 4, clotted));
    columns.setLimits(LIMIT_MS);
    expect(placesIn(columns.series())).toEqual([['k', 'b', 'c a', 1, 2]]);
    expect(columns.countRefused()).toBe(1);
    expect(columns.series()[0]?.listed.at(1)?.kind).toMatchObject({ reason: 'before-birth', seriesId: 'k' });
    columns.setLimits(Number.NEGATIVE_INFINITY);
    expect(placesIn(columns.series())).toEqual([['k', 'a b', 'c', 2, 1]]);
    expect(columns.countRefused()).toBe(0);
  });

  test('is listed newest first and says nothing of its range, and what may be earlier keeps its point', () => {
    const columns = emptyColumns();
    const high = { referenceRange: [{ low: { value: 3.5 }, high: { value: 4 } }] };
    const sent = (id: string, effectiveDateTime: string, value: number, more: object = {}): object =>
      potassiumOn(id, 1, { effectiveDateTime, valueQuantity: ucum(value, 'mmol/L'), ...more });
    columns.take(
      sent('a', '2026-01-01T08:00:00Z', 4.1, high),
      sent('b', '2026-01-01T09:00:00Z', 4.2, high),
      sent('m', '2026-01', 4.3),
      sent('c', '2026-01-01T11:00:00Z', 4.4, high),
      sent('d', '2026-01-03T08:00:00Z', 4.5),
      sent('e', '2026-01-04T08:00:00Z', 4.6),
    );
    columns.setLimits(LIMIT_MS);
    const [series] = columns.series();
    expect(series!.rows.map(({ id, value, effective }) => [id, value, effective])).toEqual([
      ['m', 4.3, '2026-01'],
      ['d', 4.5, '2026-01-03T08:00:00Z'],
      ['e', 4.6, '2026-01-04T08:00:00Z'],
    ]);
    expect([...series!.values]).toEqual([4.3, 4.5, 4.6]);
    expect(series!.listed.map(({ id, valueText }) => `${id} ${valueText}`)).toEqual([
      'c 4.4',
      'b 4.2',
      'a 4.1',
    ]);
    for (const { kind } of series!.listed)
      expect(kind).toMatchObject({
        drawing: 'listed',
        reason: 'before-birth',
        hasImpossibleTime: true,
        outsideRange: '',
        isConverted: false,
      });
  });

  test('changes no series that has none, nor one where the same limit is set again', () => {
    const columns = emptyColumns();
    columns.take(potassiumOn('a', 3));
    const [before] = columns.series();
    columns.setLimits(LIMIT_MS);
    expect(columns.series()[0]).toBe(before);
    const all = columns.series();
    columns.setLimits(LIMIT_MS);
    expect(columns.series()).toBe(all);
  });

  test('an Observation with a drawn row is drawn, whatever else of it is refused', () => {
    const columns = emptyColumns();
    const fetal = {
      code: { ...loinc('8867-4'), text: 'Fetal heart rate' },
      valueQuantity: ucum(142, '/min'),
    };
    const early = { effectiveDateTime: '2025-12-01T08:00:00Z' };
    columns.take(
      observation({
        id: 'a',
        code: { text: 'Panel' },
        component: [fetal, component('8480-6', mmHg(120))],
        ...early,
      }),
      pressure('b', mmHg(118), mmHg(74), early),
    );
    columns.setLimits(LIMIT_MS);
    expect(columns.series().map(({ rows, listed }) => [rows.length, listed.length])).toEqual([
      [0, 2],
      [0, 1],
      [1, 0],
    ]);
    expect(columns.countRefused()).toBe(1);
  });
});

test('a series that nothing changed is the same object, and so is the list of all', () => {
  const columns = emptyColumns();
  columns.take(potassiumOn('a', 1), unknownResult('b', 'mmol/L'));
  const all = columns.series();
  expect(columns.series()).toBe(all);
  columns.take(unknownResult('c', 'mmol/L'));
  const now = columns.series();
  expect([now[0] === all[0], now[1] === all[1]]).toEqual([true, false]);
});

test('a series is a new object when another result says something of its specimen, or of the oxygen of its time', () => {
  const columns = emptyColumns();
  const specimen = { specimen: { reference: 'Specimen/1' } };
  const saturation = { code: loinc('2708-6'), valueQuantity: ucum(88, '%') };
  columns.take(potassiumOn('k', 1, specimen), potassiumOn('s', 1, saturation));
  const before = columns.series();
  const isNew = () => columns.series().map((one) => !before.includes(one));
  columns.take(unknownResult('x', 'mmol/L', { ...specimen, note: [{ text: 'Hemolyzed' }] }));
  expect(isNew()).toEqual([true, false, true]);
  const told = columns.series();
  columns.forget('x');
  expect(columns.series().find(({ id }) => id === told[0]!.id)).not.toBe(told[0]);
  const flow = { code: loinc('3151-8'), valueQuantity: ucum(4, 'L/min') };
  columns.take(potassiumOn('f', 1, flow));
  expect(columns.series().find(({ analyteId }) => analyteId === 'sao2-art')).not.toBe(
    before.find(({ analyteId }) => analyteId === 'sao2-art'),
  );
});

test('rule 17: a mark of a unit in doubt goes when later pages explain the value', () => {
  const columns = emptyColumns();
  const glucose = (id: string, day: number, value: number): object =>
    potassiumOn(id, day, { code: loinc('2345-7'), valueQuantity: ucum(value, 'mg/dL') });
  columns.take(glucose('a', 1, 100), glucose('d', 4, 5.5));
  const marks = () => columns.series()[0]!.rows.map(({ kind }) => kind.checkKind === 'unit');
  expect(marks()).toEqual([false, true]);
  columns.take(glucose('b', 2, 21), glucose('c', 3, 21));
  expect(marks()).toEqual([false, false, false, false]);
});
