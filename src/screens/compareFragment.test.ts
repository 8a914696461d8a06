import { expect, test } from 'vitest';
import { madeSeries } from '../charts/madeSeries.ts';
import { compareFragment, compareIn, defaultStrips } from './compareFragment.ts';

test('series and view are read from the fragment; the sides of a blood pressure are one strip', () => {
  expect(compareIn('#compare=k,creat,bp-dia,bp-sys&view=relative')).toEqual({
    ids: ['k', 'creat', 'bp-sys'],
    relative: true,
  });
  expect(compareIn('#compare')).toEqual({ ids: [], relative: false });
  expect(compareIn('#compare=%E0%A4%A,k')).toEqual({ ids: ['k'], relative: false });
});

test('ids with any sign come back as they were, and what others wrote there stays', () => {
  const ids = ['http://loinc.org|76214-6', 'glucose~mmol/L', 'text:a, b & c=d'];
  const fragment = compareFragment({ ids, relative: true }, '#compare=k&w=1y');
  expect(compareIn(fragment)).toEqual({ ids, relative: true });
  expect(fragment).toMatch(/^#compare=.*&view=relative&w=1y$/);
  expect(compareFragment({ ids: [], relative: false }, '#compare=k&view=relative&w=1y')).toBe(
    '#compare&w=1y',
  );
});

test('more than eight strips are never asked for', () => {
  expect(compareIn('#compare=a,b,c,d,e,f,g,h,i,j').ids).toHaveLength(8);
});

const days = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: `2026-11-${String(i + 10)}T08:00:00Z`, text: '1' }));
const made = (id: string, count: number, analyteId = id) => madeSeries(days(count), { id, analyteId });
const span = { startMs: Date.parse('2026-11-01T00:00:00Z'), endMs: Date.parse('2026-12-01T00:00:00Z') };

test('without a choice a kidney record opens with pressure, pulse, kidney and weight', () => {
  const record = ['creat', 'egfr', 'k', 'na', 'bp-sys', 'bp-dia', 'hr', 'weight'].map((id) => made(id, 3));
  const other = made('egfr~62238-1', 9, 'egfr');
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
  const record = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i) => made(id, i + 1));
  expect(defaultStrips([...record, made('none', 0)], span)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  expect(defaultStrips([], span)).toEqual([]);
});
