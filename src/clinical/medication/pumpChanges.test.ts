import { describe, expect, it } from 'vitest';
import type { DoseStep } from '../events/careEvent.ts';
import { madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { courseChanges } from './courseChanges.ts';

const RATE = { unit: 'ug/kg/min', type: 'MedicationAdministration' } as const;
const at = (clock: string): string => `2026-11-24T${clock}:00Z`;
const pump = (start: string, end: string, rate = 0.1): DoseStep =>
  madeDoseStep(at(start), end && at(end), rate, RATE);
const endless = (start: string): DoseStep => madeDoseStep(at(start), '…', 0.1, RATE);
const ordered = madeDoseStep(at('06:00'), at('14:00'), 0.1, { unit: RATE.unit });

const changesOf = (...steps: readonly DoseStep[]): readonly string[] =>
  courseChanges({ key: 'n', name: 'Norepinephrine', steps }).map(
    ({ sign, atMs, dose, previousDose }) =>
      `${sign} ${new Date(atMs).toISOString().slice(11, 16)} ${previousDose} > ${dose}`,
  );
const ONE = '0.1 ug/kg/min';
const TWO = `2 × ${ONE}`;

describe('a further pump at the rate of one that runs', () => {
  it('is told when it begins and when one of the two ends', () => {
    expect(changesOf(pump('06:00', '12:00'), pump('08:00', '14:00'))).toEqual([
      `+ 06:00  > ${ONE}`,
      `↑ 08:00 ${ONE} > ${TWO}`,
      `↓ 12:00 ${TWO} > ${ONE}`,
      `− 14:00 ${ONE} > `,
    ]);
  });

  it('is told beside an order of that rate', () => {
    expect(changesOf(ordered, pump('06:00', '12:00'), pump('08:00', '14:00'))).toEqual([
      `+ 06:00  > ${ONE}`,
      `↑ 08:00 ${ONE} > ${TWO}`,
      `↓ 12:00 ${TWO} > ${ONE}`,
      `− 14:00 ${ONE} > `,
    ]);
  });

  it('is in the beginning and the end of two that begin and end together', () => {
    expect(changesOf(pump('06:00', '12:00'), pump('06:00', '12:00'))).toEqual([
      `+ 06:00  > ${TWO}`,
      `− 12:00 ${TWO} > `,
    ]);
  });

  it('is told where two are written down anew each hour and then one', () => {
    const hours = [pump('06:00', '07:00'), pump('06:00', '07:02'), pump('07:00', '08:00')];
    expect(changesOf(...hours, pump('07:02', '08:00'), pump('08:00', '10:00'))).toEqual([
      `+ 06:00  > ${TWO}`,
      `↓ 08:00 ${TWO} > ${ONE}`,
      `− 10:00 ${ONE} > `,
    ]);
  });
});

describe('no further pump is told', () => {
  it.each([
    ['where one is written down anew each hour', [pump('06:00', '09:05'), pump('09:00', '12:00')]],
    ['where its successor begins some minutes later', [pump('06:00', '09:00'), pump('09:10', '12:00')]],
    ['of an order that is given as ordered', [ordered, pump('06:00', '14:00')]],
  ])('%s', (_, steps) => {
    expect(changesOf(...steps).map(([sign]) => sign)).toEqual(['+', '−']);
  });

  it('where nobody closed the one before', () => {
    expect(changesOf(endless('06:00'), endless('07:00'))).toEqual([`+ 06:00  > ${ONE}`]);
  });

  it('where another rate begins at that moment', () => {
    expect(changesOf(pump('06:00', '12:00'), pump('08:00', '12:00', 0.05)).map(([sign]) => sign)).toEqual([
      '+',
      '=',
      '−',
    ]);
  });
});
