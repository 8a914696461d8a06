// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { madeCourse, courses, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { potassiumResults, showChanges, chooseSince } from './changesFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('medications', () => {
  const last = () => screen.getAllByRole('listitem').at(-1)?.textContent;

  it('are the last cell: two of them, how many more, and where they are from', () => {
    const more = madeCourse('Amlodipine', [madeDoseStep('2026-09-01', '…', 5)]);
    showChanges(potassiumResults, { courses: [...courses, more] });
    expect(last()).toBe(
      'Medications− Spironolactone 13 Nov 2026+ Spironolactone 25 mg/day 20 Oct 20261 more. From the medication list',
    );
  });

  it('of another moment are other ones; where none is since then, the last is told with its date', () => {
    showChanges(potassiumResults, { courses });
    chooseSince('24h');
    expect(last()).toContain('Spironolactone 13 Nov 2026');
    cleanup();
    const old = madeCourse('Lisinopril', [madeDoseStep('2014-11-01', '…', 10)]);
    showChanges(potassiumResults, { courses: [old] });
    expect(last()).toBe(
      'MedicationsNo changes since. Last: + Lisinopril 10 mg/day 1 Nov 2014From the medication list',
    );
  });

  it('keep their place while they are not known, and a list without a change says so', () => {
    const loading = showChanges(potassiumResults);
    expect(last()).toBe('Medicationsloading');
    expect(loading.text()).not.toContain('medication list');
    cleanup();
    showChanges(potassiumResults, { medicationStatus: 'orders: not granted to Longview' });
    expect(last()).toBe('Medicationsorders: not granted to Longview');
    cleanup();
    expect(showChanges(potassiumResults, { courses: [] }).text()).toContain(
      'No change recorded in the medication list',
    );
    cleanup();
    expect(showChanges(potassiumResults, { courses: [], isListIncomplete: true }).text()).toContain(
      'No change recorded in part of the medication list',
    );
  });
});
