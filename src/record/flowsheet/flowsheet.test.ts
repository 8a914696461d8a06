import { describe, expect, test } from 'vitest';
import { latest } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/lineSegments.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';

const potassium = (id: string | undefined, value: number, more: object = {}): object => ({
  resourceType: 'Observation',
  ...(id === undefined ? {} : { id }),
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: `2026-01-02T18:3${value % 10}:00Z`,
  valueQuantity: { value, unit: 'mmol/L' },
  ...more,
});
const version = (versionId: string): object => ({ meta: { versionId } });
const updated = (lastUpdated: string): object => ({ meta: { lastUpdated } });

function after(...pages: readonly (readonly unknown[])[]) {
  const sheet = emptyFlowsheet();
  for (const page of pages) sheet.take(page);
  return sheet.snapshot();
}

const values = (snapshot: ReturnType<typeof after>, id = 'k'): number[] => [
  ...(snapshot.series.find((one) => one.id === id)?.values ?? []),
];

describe('versions', () => {
  const older = potassium('o1', 4, version('9'));
  const newer = potassium('o1', 5, version('10'));

  test.each([
    ['older first', [older], [newer]],
    ['newer first', [newer], [older]],
    ['both on one page', [newer, older], []],
    ['each of them again', [older, newer], [newer, older]],
  ])('67: the newer version of an id stands, the older is a duplicate: %s', (_, one, two) => {
    const snapshot = after(one, two);
    expect(values(snapshot)).toEqual([5]);
    expect(snapshot.account).toMatchObject({ received: 2, drawn: 1, duplicate: 1 });
  });

  test('without versionId the date of the update decides', () => {
    const [early, late] = [
      potassium('o1', 4, updated('2026-01-03T00:00:00Z')),
      potassium('o1', 5, updated('2026-01-03T01:00:00+00:00')),
    ];
    expect(values(after([late], [early]))).toEqual([5]);
    expect(values(after([early], [late]))).toEqual([5]);
  });

  test('29: withdrawn in a newer version: the value is gone, in either order', () => {
    const withdrawn = potassium('o1', 5, { ...version('2'), status: 'entered-in-error' });
    const final = potassium('o1', 4, version('1'));
    for (const snapshot of [after([final], [withdrawn]), after([withdrawn], [final])]) {
      expect(snapshot.series).toEqual([]);
      expect(snapshot.account).toMatchObject({ received: 2, withdrawn: 1, duplicate: 1, drawn: 0 });
    }
  });

  test('a result moved to another patient in a newer version is gone', () => {
    const moved = potassium('o1', 4, { ...version('2'), subject: { reference: 'Patient/p2' } });
    const snapshot = after([potassium('o1', 4, version('1'))], [moved]);
    expect(snapshot.series).toEqual([]);
    expect(snapshot.account).toMatchObject({ excluded: 1, duplicate: 1 });
  });

  test('the same Observation from two searches is counted once', () => {
    expect(after([potassium('o1', 4)], [potassium('o1', 4)]).account).toMatchObject({
      received: 1,
      drawn: 1,
      duplicate: 0,
    });
    expect(after([potassium(undefined, 4)], [potassium(undefined, 4)]).account.received).toBe(1);
  });

  test('Observations without an id are each their own', () => {
    expect(values(after([potassium(undefined, 4), potassium(undefined, 5)]))).toEqual([4, 5]);
  });

  test('50: two values at one time under two ids are both drawn', () => {
    const at = { effectiveDateTime: '2026-01-02T18:30:00Z' };
    expect(values(after([potassium('a', 4, at), potassium('b', 5, at)]))).toEqual([4, 5]);
  });
});

const codeOf = (loinc: string) => ({ coding: [{ system: 'http://loinc.org', code: loinc }] });

describe('account', () => {
  test('68: another patient’s result among the others is left out, counted, and its value is nowhere', () => {
    const snapshot = after([
      potassium('a', 4),
      potassium('b', 66.6, { subject: { reference: 'Patient/p2' } }),
      potassium('c', 5),
    ]);
    expect(snapshot.account).toMatchObject({ received: 3, drawn: 2, excluded: 1 });
    expect(snapshot.excluded).toEqual([{ reason: 'other-patient', count: 1 }]);
    expect(JSON.stringify(snapshot)).not.toContain('66.6');
  });

  test('what is no object is excluded as unreadable', () => {
    expect(after([null, 'x', 4]).excluded).toEqual([{ reason: 'unreadable', count: 3 }]);
  });

  test('a series accounts for its own Observations, and a listed one stands with its analyte', () => {
    const [series] = after([
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
    const snapshot = after([pressure]);
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
      const snapshot = after(...order);
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
    const [series, more] = after([words], [unknown('a', 'mg/dL')]).series;
    expect([series?.rows.length, series?.listed.length, more]).toEqual([1, 1, undefined]);
  });

  test('rows arrive newest first or in any order, and stand oldest first', () => {
    expect(values(after([atHour(5), atHour(3)], [atHour(4)], [atHour(2), atHour(1)], [atHour(6)]))).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
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
    expect(values(before)).toEqual([4]);
    expect(values(now)).toEqual([4, 5]);
  });

  test('series stand in clinical order, unknown vital signs with the circulation, the rest last', () => {
    const vital = { category: [{ coding: [{ code: 'vital-signs' }] }] };
    const snapshot = after([
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
    const [mixed] = after([weight('a', 80, 'kg', '01'), weight('b', 180, 'lb', '02')]).series;
    expect([mixed?.id, mixed?.unit, mixed?.unitText]).toEqual(['weight', 'kg', 'kg']);
    const [pressure] = after([
      potassium('c', 5, {
        code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
        valueQuantity: { value: 120, unit: 'mm[Hg]' },
      }),
    ]).series;
    expect(pressure?.unitText).toBe('mmHg');
  });

  test('a unit that is a word of the language is a unit like any other', () => {
    const [series] = after([unknown('a', 'constructor')]).series;
    expect(series?.unitText).toBe('constructor');
  });

  test('31 and 45: neither a preliminary nor a future result is the latest', () => {
    const snapshot = after([
      potassium('a', 4),
      potassium('b', 5, { status: 'preliminary', effectiveDateTime: '2026-02-01T08:00:00Z' }),
      potassium('c', 6, { effectiveDateTime: '2099-01-01T08:00:00Z' }),
    ]);
    const [series] = snapshot.series;
    expect(series && latest(series)?.id).toBe('a');
  });
});

describe('withdrawn results', () => {
  const withdrawn = { status: 'entered-in-error', effectiveDateTime: '2026-01-02T18:35:00Z' };
  const code = { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' };

  test('rules 6 and 33: the line is broken where one was taken, and the list says what and when, never its value', () => {
    const page = [potassium('a', 4), potassium('b', 6)];
    const [before] = after(page).series;
    expect(before && lineSegments(before)).toEqual([[0, 2]]);
    const snapshot = after([...page, potassium('c', 5.55, { ...withdrawn, code })]);
    const [series] = snapshot.series;
    expect(series && lineSegments(series)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(snapshot.withdrawn).toEqual([{ id: 'c', text: 'Potassium', effective: '2026-01-02T18:35:00Z' }]);
    expect(JSON.stringify(snapshot)).not.toContain('5.55');
  });

  test('one that is put right again leaves no gap and no line in the list', () => {
    const page = [potassium('a', 4), potassium('b', 6)];
    const wrong = potassium('c', 5, { ...withdrawn, ...version('1') });
    const right = potassium('c', 5, { ...version('2') });
    const snapshot = after([...page, wrong], [right]);
    const [series] = snapshot.series;
    expect(series && lineSegments(series)).toEqual([[0, 3]]);
    expect(snapshot.withdrawn).toEqual([]);
    expect(snapshot.account).toMatchObject({ received: 4, drawn: 3, withdrawn: 0, duplicate: 1 });
  });
});

describe('rule 35: what changed after it was taken', () => {
  test('a newer version with another value is a correction, a withdrawal is one of its own', () => {
    const first = [potassium('a', 4, version('1')), potassium('b', 6, version('1'))];
    const snapshot = after(first, [
      potassium('a', 5, { ...version('2'), status: 'corrected' }),
      potassium('b', 6, { ...version('2'), status: 'entered-in-error' }),
    ]);
    expect(snapshot.changed).toEqual({ corrected: 1, withdrawn: 1 });
    expect(snapshot.older).toEqual([
      { id: 'a', count: 1 },
      { id: 'b', count: 1 },
    ]);
  });

  test('a newer version that says the same is no news', () => {
    const snapshot = after([potassium('a', 4, version('1'))], [potassium('a', 4, version('2'))]);
    expect(snapshot.changed).toEqual({ corrected: 0, withdrawn: 0 });
    expect(snapshot.account.duplicate).toBe(1);
  });
});
