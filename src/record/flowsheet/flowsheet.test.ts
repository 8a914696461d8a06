import { describe, expect, test } from 'vitest';
import { latest } from '../../clinical/series/newest/latest.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { potassium, recordAfter, seriesValues } from './potassiumPagesFixture.ts';

const codeOf = (loinc: string) => ({ coding: [{ system: 'http://loinc.org', code: loinc }] });

describe('account', () => {
  test('68: another patient’s result among the others is left out, counted, and its value is nowhere', () => {
    const snapshot = recordAfter([
      potassium('a', 4),
      potassium('b', 66.6, { subject: { reference: 'Patient/p2' } }),
      potassium('c', 5),
    ]);
    expect(snapshot.account).toMatchObject({ received: 3, drawn: 2, excluded: 1 });
    expect(snapshot.excluded).toEqual([{ reason: 'other-patient', count: 1 }]);
    expect(JSON.stringify(snapshot)).not.toContain('66.6');
  });

  test('what is no object is excluded as unreadable', () => {
    expect(recordAfter([null, 'x', 4]).excluded).toEqual([{ reason: 'unreadable', count: 3 }]);
  });

  test('a series accounts for its own Observations, and a listed one stands with its analyte', () => {
    const [series] = recordAfter([
      potassium('a', 4),
      potassium('b', 5, { valueQuantity: undefined, valueString: 'hemolyzed' }),
    ]).series;
    expect(series?.account).toMatchObject({ received: 2, drawn: 1, listed: 1 });
    expect(series?.listed.map(({ valueText }) => valueText)).toEqual(['hemolyzed']);
  });

  test('an Observation with components is drawn if one of them is', () => {
    const pressure = potassium('bp', 4, {
      code: codeOf('85354-9'),
      valueQuantity: undefined,
      component: [
        { code: codeOf('8480-6'), valueQuantity: { value: 99, unit: 'mmHg' } },
        { code: codeOf('8462-4') },
      ],
    });
    const snapshot = recordAfter([pressure]);
    expect(snapshot.account).toMatchObject({ received: 1, drawn: 1, listed: 0 });
    expect(snapshot.series.map(({ id, account }) => [id, account.drawn, account.listed])).toEqual([
      ['bp-sys', 1, 0],
      ['bp-dia', 0, 1],
    ]);
  });
});

const unknown = (id: string, unit: string | undefined, value = 5): object =>
  potassium(id, value, {
    code: { coding: [{ system: 'http://loinc.org', code: '75215-3' }], text: 'Something' },
    valueQuantity: unit === undefined ? { value } : { value, unit },
  });

const atHour = (hour: number) =>
  potassium(`o${hour}`, hour, { effectiveDateTime: `2026-01-02T0${hour}:00:00Z` });

const resultOf = (id: string, code: string, unit: string, more: object = {}) =>
  potassium(id, 5, {
    code: { coding: [{ system: 'http://loinc.org', code }], text: code },
    valueQuantity: { value: 50, unit },
    ...more,
  });

describe('series', () => {
  test('of an unknown code the commonest unit has the plain id, whichever came first', () => {
    const pages = [
      [unknown('a', 'mg/dL')],
      [unknown('b', 'mmol/L'), unknown('c', 'mmol/L')],
      [unknown('d', undefined)],
    ];
    for (const order of [pages, pages.toReversed()]) {
      const snapshot = recordAfter(...order);
      expect(snapshot.series.map(({ id, rows }) => [id, rows.length, rows.at(0)?.kind.seriesId])).toEqual([
        ['http://loinc.org|75215-3', 2, 'http://loinc.org|75215-3'],
        ['http://loinc.org|75215-3~mg/dL', 1, 'http://loinc.org|75215-3~mg/dL'],
        ['http://loinc.org|75215-3~no unit', 1, 'http://loinc.org|75215-3~no unit'],
      ]);
    }
  });

  test('of an unknown code words stand with the numbers', () => {
    const words = potassium('w', 5, {
      code: { coding: [{ system: 'http://loinc.org', code: '75215-3' }] },
      valueQuantity: undefined,
      valueString: 'high',
    });
    const [series, more] = recordAfter([words], [unknown('a', 'mg/dL')]).series;
    expect([series?.rows.length, series?.listed.length, more]).toEqual([1, 1, undefined]);
  });

  test('rows arrive newest first or in any order, and stand oldest first', () => {
    expect(
      seriesValues(recordAfter([atHour(5), atHour(3)], [atHour(4)], [atHour(2), atHour(1)], [atHour(6)])),
    ).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a series that a page did not touch stays the same object, and a snapshot is never changed', () => {
    const sheet = emptyFlowsheet();
    sheet.take([potassium('a', 4), unknown('b', 'mg/dL')]);
    const before = sheet.snapshot();
    sheet.take([potassium('c', 5)]);
    const now = sheet.snapshot();
    expect(now.version).toBeGreaterThan(before.version);
    expect(now.series[1]).toBe(before.series[1]);
    expect(now.series[0]).not.toBe(before.series[0]);
    expect(seriesValues(before)).toEqual([4]);
    expect(seriesValues(now)).toEqual([4, 5]);
  });

  test('series stand in clinical order, unknown vital signs with the circulation, the rest last', () => {
    const vital = { category: [{ coding: [{ code: 'vital-signs' }] }] };
    const snapshot = recordAfter([
      resultOf('1', '75215-3', 'mg/dL'),
      resultOf('2', '76215-3', 'mm[Hg]', vital),
      resultOf('3', '8867-4', '/min', vital),
      resultOf('4', '11111-1', 'cm', vital),
      resultOf('5', '8480-6', 'mm[Hg]'),
      resultOf('6', '98979-8', 'mL/min/{1.73_m2}'),
      resultOf('7', '62238-1', 'mL/min/{1.73_m2}'),
    ]);
    expect(snapshot.series.map(({ id, group }) => [id.replace('http://loinc.org|', ''), group])).toEqual([
      ['egfr', 'Kidney and electrolytes'],
      ['egfr~62238-1', 'Kidney and electrolytes'],
      ['bp-sys', 'Circulation and body'],
      ['76215-3', 'Circulation and body'],
      ['hr', 'Circulation and body'],
      ['11111-1', 'Circulation and body'],
      ['75215-3', 'Other results'],
    ]);
    expect(snapshot.series[1]?.name).toBe('eGFR, CKD-EPI 2009');
  });

  test('the unit is the one that the newest result in it spelled', () => {
    const weight = (id: string, value: number, unit: string, day: string) =>
      potassium(id, value, {
        code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
        valueQuantity: { value, unit },
        effectiveDateTime: `2026-01-${day}T08:00:00Z`,
      });
    const [mixed] = recordAfter([weight('a', 80, 'kg', '01'), weight('b', 180, 'lb', '02')]).series;
    expect([mixed?.id, mixed?.unit, mixed?.unitText]).toEqual(['weight', 'kg', 'kg']);
    const [pressure] = recordAfter([
      potassium('c', 5, {
        code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
        valueQuantity: { value: 120, unit: 'mm[Hg]' },
      }),
    ]).series;
    expect(pressure?.unitText).toBe('mmHg');
  });

  test('a unit that is a word of the language is a unit like any other', () => {
    const [series] = recordAfter([unknown('a', 'constructor')]).series;
    expect(series?.unitText).toBe('constructor');
  });

  test('31 and 45: neither a preliminary nor a future result is the latest', () => {
    const snapshot = recordAfter([
      potassium('a', 4),
      potassium('b', 5, { status: 'preliminary', effectiveDateTime: '2026-02-01T08:00:00Z' }),
      potassium('c', 6, { effectiveDateTime: '2099-01-01T08:00:00Z' }),
    ]);
    const [series] = snapshot.series;
    expect(series && latest(series)?.id).toBe('a');
  });
});
