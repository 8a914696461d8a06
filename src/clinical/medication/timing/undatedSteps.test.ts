import { describe, expect, test } from 'vitest';
import { changesIn, dosage, medicationStepFrom, order } from '../../../testing/eventsFromFhirFixture.ts';

describe('what goes on without a date', () => {
  const ended = order('a', '2026-02-01', '2026-04-01', 25);
  const undated = (value: number, more: object = {}) =>
    medicationStepFrom('MedicationStatement', {
      id: 'u',
      status: 'active',
      dosage: [dosage(value)],
      ...more,
    });

  test('is not stopped by the end of an order: at the same dose nothing ended, at another one a dose did', () => {
    expect(changesIn(ended, undated(25))).toEqual(['+ 25 mg/day 2026-02-01']);
    expect(changesIn(ended, undated(50))).toEqual([
      '+ 25 mg/day 2026-02-01',
      '= 50 mg/day 2026-04-01, ended 25 mg/day',
    ]);
    expect(changesIn(ended, order('o', '', undefined, 50, { dispenseRequest: undefined }))).toEqual([
      '+ 25 mg/day 2026-02-01',
      '= 50 mg/day 2026-04-01, ended 25 mg/day',
    ]);
  });

  test('hides no order to stop: a report of the same dose may be older', () => {
    const stopped = order('a', '2026-02-01', '2026-04-01', 25, { status: 'stopped' });
    expect(changesIn(stopped, undated(25))).toEqual([
      '+ 25 mg/day 2026-02-01',
      '− 2026-04-01, was 25 mg/day',
    ]);
    expect(changesIn(stopped, undated(50))).toEqual([
      '+ 25 mg/day 2026-02-01',
      '= 50 mg/day 2026-04-01, ended 25 mg/day',
    ]);
  });

  test('is not stopped either where a further order is planned', () => {
    expect(changesIn(ended, undated(25), order('p', '2027-01-01', undefined, 50))).toEqual([
      '+ 25 mg/day 2026-02-01',
      '= 50 mg/day 2027-01-01, was 25 mg/day',
    ]);
  });

  test.each(['completed', 'stopped', 'on-hold', 'not-taken', 'unknown', 'intended'])(
    'is told to go on: as %s it keeps nothing from being stopped',
    (status) => {
      expect(changesIn(ended, undated(25, { status }))).toEqual([
        '+ 25 mg/day 2026-02-01',
        '− 2026-04-01, was 25 mg/day',
      ]);
    },
  );
});
