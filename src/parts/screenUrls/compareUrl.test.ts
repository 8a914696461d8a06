import fc from 'fast-check';
import { expect, test } from 'vitest';

import { madeSeries } from '../../testing/seriesFixture.ts';
import {
  compareFragment,
  compareIn,
  defaultStrips,
  withOptionToggled,
  type CompareView,
} from './compareUrl.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

const PLAIN = {
  options: [],
  earlier: undefined,
  momentDays: undefined,
  refused: { isUnread: false, tooMany: 0 },
};

test('series and view are read from the fragment, as they are named', () => {
  expect(compareIn('#compare=k,creat,bp-dia,bp-sys&view=relative')).toEqual({
    ...PLAIN,
    ids: ['k', 'creat', 'bp-dia', 'bp-sys'],
    options: ['relative'],
  });
  expect(compareIn('#compare')).toEqual({ ...PLAIN, ids: [] });
  expect(compareIn('#compare=%E0%A4%A,k')).toEqual({ ...PLAIN, ids: ['k'] });
});

test('all that can be chosen stands in the fragment, in one order, and comes back as it was', () => {
  const view: CompareView = {
    ids: ['k'],
    options: ['relative', 'points', 'table'],
    earlier: 412.5,
    momentDays: 9.27083333,
  };
  const fragment = compareFragment(view, '#compare=creat&view=before&before=1y&moment=3d&window=2y');
  expect(fragment).toBe('#compare=k&view=relative-points-table&before=412.5d&moment=9.27083333d&window=2y');
  expect(compareIn(fragment)).toEqual({ ...PLAIN, ...view });
  expect(withOptionToggled(view.options, 'before')).toEqual(['relative', 'points', 'before', 'table']);
  expect(withOptionToggled(view.options, 'points')).toEqual(['relative', 'table']);
});

test('a moment is told in days before the newest result, to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 * 366 * DAY_MS }), (ms) => {
      const days = Number((ms / DAY_MS).toFixed(8));
      const { momentDays = Number.NaN } = compareIn(compareFragment({ ids: [], momentDays: days }));
      expect(Math.round(momentDays * DAY_MS)).toBe(ms);
    }),
  );
});

test('what is no part of a view is refused and told, never followed', () => {
  const unread = { ...PLAIN, ids: ['k'], refused: { isUnread: true, tooMany: 0 } };
  for (const part of [
    'moment=2026-11-12',
    'moment=-3d',
    'moment=1e9d',
    'moment=999999999d',
    'moment=NaNd',
    'view=<img src=x>',
    'view=__proto__',
    'view=constructor',
    'before=2023-02-06',
    'before=0d',
    'before=-3d',
    'before=2y',
    'before=edwin',
  ])
    expect([part, compareIn(`#compare=k&${part}`)]).toEqual([part, unread]);
  expect(compareIn('#compare=k&view=relative-edwin').options).toEqual(['relative']);
});

test('there is one second period: directly before the window, a year or so many days earlier', () => {
  expect(compareIn('#compare=k&view=before')).toEqual({ ...PLAIN, ids: ['k'], options: ['before'] });
  expect(compareIn('#compare=k&before=1y')).toEqual({ ...PLAIN, ids: ['k'], earlier: 'year' });
  expect(compareFragment({ ids: ['k'], earlier: 'year' })).toBe('#compare=k&before=1y');
  expect(compareIn('#compare=k&view=before-table&before=412d')).toEqual({
    ...PLAIN,
    ids: ['k'],
    options: ['table'],
    earlier: 412,
    refused: { isUnread: true, tooMany: 0 },
  });
});

test('codes come back as they were, words as their hash, and what others wrote there stays', () => {
  const ids = ['http://loinc.org|76214-6', 'glucose~mmol/L', 'text:a, b & c=d'];
  const fragment = compareFragment({ ids, options: ['relative'] }, '#compare=k&w=1y');
  const hashed = 'sent~xfa4ce2f58ef73089';
  expect(compareIn(fragment)).toEqual({
    ...PLAIN,
    ids: [...ids.slice(0, 2), hashed],
    options: ['relative'],
  });
  expect(compareFragment({ ids: compareIn(fragment).ids })).toContain(hashed);
  expect(fragment).toMatch(/^#compare=.*&view=relative&w=1y$/);
  expect(compareFragment({ ids: [] }, '#compare=k&view=relative&moment=1d&w=1y')).toBe('#compare&w=1y');
});

test('more than eight strips are never shown, and the others counted', () => {
  const { ids, refused } = compareIn('#compare=a,b,c,d,e,f,g,h,i,j');
  expect(ids).toHaveLength(8);
  expect(refused).toEqual({ isUnread: false, tooMany: 2 });
});

const days = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-11-${String(i + 10)}T08:00:00Z`, text: '1' }));
const madeOften = (id: string, count: number, analyteId = id) => madeSeries(days(count), { id, analyteId });
const span = { startMs: Date.parse('2026-11-01T00:00:00Z'), endMs: Date.parse('2026-12-01T00:00:00Z') };

test('without a choice a kidney record opens with pressure, pulse, kidney and weight', () => {
  const record = ['creat', 'egfr', 'k', 'na', 'bp-sys', 'bp-dia', 'hr', 'weight'].map((id) =>
    madeOften(id, 3),
  );
  const other = madeOften('egfr~62238-1', 9, 'egfr');
  expect(defaultStrips([...record, other], span)).toEqual([
    'bp-sys',
    'hr',
    'k',
    'creat',
    'egfr~62238-1',
    'weight',
  ]);
});

test('else with the six that have most results in the window, in clinical order', () => {
  const record = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i) => madeOften(id, i + 1));
  expect(defaultStrips([...record, madeOften('none', 0)], span)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  expect(defaultStrips([], span)).toEqual([]);
});
