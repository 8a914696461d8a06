import { describe, expect, test } from 'vitest';
import type { Lifetime } from '../../clinical/patient/patient.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { readMoment } from '../../clinical/time/date.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';
import { potassium, recordAfter, seriesValues } from './potassiumPagesFixture.ts';

const version = (versionId: string): object => ({ meta: { versionId } });
const replaces = (id: string): object => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
      valueReference: { reference: `Observation/${id}` },
    },
  ],
});
const updated = (lastUpdated: string): object => ({ meta: { lastUpdated } });
describe('versions', () => {
  const older = potassium('o1', 4, version('9'));
  const newer = potassium('o1', 5, version('10'));

  test.each([
    ['older first', [older], [newer]],
    ['newer first', [newer], [older]],
    ['both on one page', [newer, older], []],
    ['each of them again', [older, newer], [newer, older]],
  ])('67: the newer version of an id stands, the older is a duplicate: %s', (_, one, two) => {
    const snapshot = recordAfter(one, two);
    expect(seriesValues(snapshot)).toEqual([5]);
    expect(snapshot.account).toMatchObject({ received: 2, drawn: 1, duplicate: 1 });
  });

  test('without versionId the date of the update decides', () => {
    const [early, late] = [
      potassium('o1', 4, updated('2026-01-03T00:00:00Z')),
      potassium('o1', 5, updated('2026-01-03T01:00:00+00:00')),
    ];
    expect(seriesValues(recordAfter([late], [early]))).toEqual([5]);
    expect(seriesValues(recordAfter([early], [late]))).toEqual([5]);
  });

  test.each([
    ['corrected after final', { status: 'final' }, { status: 'corrected' }],
    ['amended after final', { status: 'final' }, { status: 'amended' }],
    ['final after preliminary', { status: 'preliminary' }, { status: 'final' }],
    ['corrected after preliminary', { status: 'preliminary' }, { status: 'corrected' }],
    [
      'opaque versions of one date',
      { meta: { versionId: 'b', lastUpdated: '2026-01-03' }, status: 'final' },
      { meta: { versionId: 'a', lastUpdated: '2026-01-03' }, status: 'corrected' },
    ],
    ['one version twice', { ...version('3'), status: 'final' }, { ...version('3'), status: 'corrected' }],
  ])('where no version says it, the status decides, in either order: %s', (_, before, after) => {
    for (const [old, now] of [
      [4, 5],
      [5, 4],
    ] as const) {
      const [one, two] = [potassium('o1', old, before), potassium('o1', now, after)];
      expect(seriesValues(recordAfter([one], [two]))).toEqual([now]);
      expect(seriesValues(recordAfter([two], [one]))).toEqual([now]);
    }
  });

  test.each([
    ['a result', {}],
    ['a withdrawn result', { status: 'entered-in-error' }],
  ])(
    'of two forms of %s that no version tells apart the order does not say which others it replaces',
    (_, more) => {
      const form = (id: string) => potassium('b', 5, { ...more, ...replaces(id) });
      const [plain, naming, other] = [potassium('b', 5, more), form('a'), form('c')];
      const chain = [potassium('a', 4), potassium('c', 6, replaces('b'))];
      for (const [one, two] of [
        [plain, naming],
        [naming, other],
      ] as const)
        expect(seriesValues(recordAfter([one, ...chain], [two]))).toEqual(
          seriesValues(recordAfter([two, ...chain], [one])),
        );
    },
  );

  test('29: withdrawn in a newer version: the value is gone, in either order', () => {
    const withdrawn = potassium('o1', 5, { ...version('2'), status: 'entered-in-error' });
    const final = potassium('o1', 4, version('1'));
    for (const snapshot of [recordAfter([final], [withdrawn]), recordAfter([withdrawn], [final])]) {
      expect(snapshot.series).toEqual([]);
      expect(snapshot.account).toMatchObject({ received: 2, withdrawn: 1, duplicate: 1, drawn: 0 });
    }
  });

  test('a result moved to another patient in a newer version is gone', () => {
    const moved = potassium('o1', 4, { ...version('2'), subject: { reference: 'Patient/p2' } });
    const snapshot = recordAfter([potassium('o1', 4, version('1'))], [moved]);
    expect(snapshot.series).toEqual([]);
    expect(snapshot.account).toMatchObject({ excluded: 1, duplicate: 1 });
  });

  test('the same Observation from two searches is counted once', () => {
    expect(recordAfter([potassium('o1', 4)], [potassium('o1', 4)]).account).toMatchObject({
      received: 1,
      drawn: 1,
      duplicate: 0,
    });
    expect(recordAfter([potassium(undefined, 4)], [potassium(undefined, 4)]).account.received).toBe(1);
  });

  test('Observations without an id are each their own', () => {
    expect(seriesValues(recordAfter([potassium(undefined, 4), potassium(undefined, 5)]))).toEqual([4, 5]);
  });

  test('50: two values at one time under two ids are both drawn', () => {
    const at = { effectiveDateTime: '2026-01-02T18:30:00Z' };
    expect(seriesValues(recordAfter([potassium('a', 4, at), potassium('b', 5, at)]))).toEqual([4, 5]);
  });
});

describe('withdrawn results', () => {
  const withdrawn = { status: 'entered-in-error', effectiveDateTime: '2026-01-02T18:35:00Z' };
  const code = { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' };

  test('rules 6 and 33: the line is broken where one was taken, and the list says what and when, never its value', () => {
    const page = [potassium('a', 4), potassium('b', 6)];
    const [before] = recordAfter(page).series;
    expect(before && lineSegments(before)).toEqual([[0, 2]]);
    const snapshot = recordAfter([...page, potassium('c', 5.55, { ...withdrawn, code })]);
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
    const snapshot = recordAfter([...page, wrong], [right]);
    const [series] = snapshot.series;
    expect(series && lineSegments(series)).toEqual([[0, 3]]);
    expect(snapshot.withdrawn).toEqual([]);
    expect(snapshot.account).toMatchObject({ received: 4, drawn: 3, withdrawn: 0, duplicate: 1 });
  });
});

describe('rule 35: what changed after it was taken', () => {
  test('a newer version with another value is a correction, a withdrawal is one of its own', () => {
    const first = [potassium('a', 4, version('1')), potassium('b', 6, version('1'))];
    const snapshot = recordAfter(first, [
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
    const snapshot = recordAfter([potassium('a', 4, version('1'))], [potassium('a', 4, version('2'))]);
    expect(snapshot.changed).toEqual({ corrected: 0, withdrawn: 0 });
    expect(snapshot.account.duplicate).toBe(1);
  });
});

describe('a result that is listed and turns out to be of another measure counts once', () => {
  const sodiumWithoutValue = {
    code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }] },
    valueQuantity: undefined,
  };
  const afterPages = (lifetime: Lifetime, ...pages: readonly (readonly object[])[]) => {
    const sheet = emptyFlowsheet();
    sheet.setLifetime(lifetime);
    for (const page of pages) {
      sheet.take(page);
      sheet.snapshot();
    }
    return sheet.snapshot();
  };
  const first = potassium('a', 4, version('1'));
  const second = potassium('a', 4, { ...version('2'), ...sodiumWithoutValue });

  test('one from before the birth', () => {
    const { account } = afterPages({ birth: readMoment('2026-01-04') }, [first], [second]);
    expect(account).toMatchObject({ received: 2, drawn: 0, listed: 1, duplicate: 1 });
  });

  test('one that another result replaces', () => {
    const replacing = { code: { text: 'Note' }, valueQuantity: undefined, ...replaces('a') };
    const { account } = afterPages({}, [first, potassium('b', 4, replacing)], [second]);
    expect(account).toMatchObject({ received: 3, drawn: 0, listed: 2, duplicate: 1 });
  });
});

test('a replaced text stands with the most common unit of its test, whichever was the most common before', () => {
  const inUnit = (id: string, unit: string, more: object = {}): object =>
    potassium(id, 4, { code: { text: 'Own test' }, valueQuantity: { value: 4, unit }, ...more });
  const replaced = inUnit('a', '', { valueQuantity: undefined, valueString: 'hemolyzed' });
  const results = [
    replaced,
    inUnit('b', 'mg/dL', replaces('a')),
    inUnit('c', 'mmol/L'),
    inUnit('d', 'mmol/L'),
  ];
  for (const order of [results, results.toReversed()]) {
    const sheet = emptyFlowsheet();
    for (const one of order) {
      sheet.take([one]);
      sheet.snapshot();
    }
    const [series] = sheet.snapshot().series.filter(({ listed }) => listed.length > 0);
    expect([series?.id, series?.listed.at(0)?.kind.seriesId]).toEqual([series?.id, series?.id]);
    expect(series?.unitText).toBe('mmol/L');
  }
});
