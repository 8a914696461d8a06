import { describe, expect, test } from 'vitest';
import { careEventFrom } from '../../testing/eventsFromFhirFixture.ts';

const visit = (code: string, start: string, more: object = {}) =>
  careEventFrom('Encounter', { status: 'in-progress', class: { code }, period: { start }, ...more });

describe('a visit of some hours that nobody has closed', () => {
  test.each([
    ['AMB', '2019-03-03T09:00:00Z'],
    ['amb', '2019'],
    ['EMER', '2020-03-03'],
    ['VR', '2026-11-10T09:00:00Z'],
    ['FLD', '2026-10'],
    ['SS', '2024-01-02'],
    ['PRENC', '2024-01-02'],
    ['HH', '2024-01-02'],
  ])('does not go on: %s since %s', (code, start) => {
    const event = visit(code, start);
    expect(event).toMatchObject({ isOngoing: false, endMs: undefined, note: 'End not known' });
    expect(event.isNotDone).toBeUndefined();
  });

  test.each([
    ['AMB', '2026-11-24T09:00:00Z'],
    ['AMB', '2026-11-20'],
    ['AMB', '2026-11'],
    ['EMER', '2026-11-18T20:00:00Z'],
    ['IMP', '2020-03-03'],
    ['NONAC', '2020-03-03'],
    ['ACUTE', '2026-03-03'],
    ['OBSENC', '2026-03-03'],
    ['', '2026-03-03'],
    ['13', '2026-03-03'],
  ])('and any other one does: %s since %s', (code, start) => {
    expect(visit(code, start).isOngoing).toBe(true);
  });

  test('goes on where its end lies ahead', () => {
    const period = { start: '2026-03-03', end: '2026-12-24' };
    expect(visit('AMB', '', { period })).toMatchObject({
      isOngoing: true,
      note: 'Planned until 24 Dec 2026',
    });
  });
});

describe('an Encounter of R5', () => {
  const stay = {
    class: [{ coding: [{ code: 'IMP' }] }],
    admission: { dischargeDisposition: { text: 'Home' } },
  };
  const over = { start: '2026-03-03', end: '2026-03-09' };
  const read = (status: string, more: object) => careEventFrom('Encounter', { ...stay, status, ...more });

  test.each(['completed', 'discharged', 'discontinued'])('took place where it is %s', (status) => {
    const event = read(status, { actualPeriod: over });
    expect(event).toMatchObject({
      startMs: Date.parse(over.start),
      endMs: Date.parse(over.end),
      isOngoing: false,
      encounterClass: 'IMP',
    });
    expect(event.isNotDone).toBeUndefined();
  });

  test('goes on where it is on hold, as one does whose patient is on leave', () => {
    const event = read('on-hold', { actualPeriod: { start: '2026-11-20' } });
    expect(event.isOngoing).toBe(true);
    expect(event.isNotDone).toBeUndefined();
  });

  test('has the time for which it is planned', () => {
    const planned = { plannedStartDate: '2026-12-10', plannedEndDate: '2026-12-12' };
    expect(read('planned', planned)).toMatchObject({
      startMs: Date.parse('2026-12-10'),
      endMs: Date.parse('2026-12-12'),
      isNotDone: true,
    });
    expect(read('completed', { ...planned, actualPeriod: over }).startMs).toBe(Date.parse(over.start));
  });

  test.each([
    [{ reason: [{ value: [{ concept: { text: 'Fever' } }] }] }],
    [{ reason: [{ value: [{ reference: { display: 'Fever' } }] }] }],
    [{ reason: [{ text: 'Fever' }] }],
    [{ reasonCode: [{ text: 'Fever' }] }],
    [{ reasonReference: [{ reference: 'Condition/1', display: 'Fever' }] }],
  ])('has its reason, as those of other versions have: %j', (fields) => {
    expect(read('completed', fields)).toMatchObject({ reason: 'Fever' });
  });
});
