import { describe, expect, test } from 'vitest';
import { defaultSince, sinceChoices, type Visit } from './sinceChoices.ts';

const ms = (at: string) => Date.parse(at);
const visit = (start: string, end?: string, encounterClass = 'AMB'): Visit => ({
  startMs: ms(start),
  endMs: end === undefined ? undefined : ms(end),
  encounterClass,
});
const NEWEST_MS = ms('2026-11-24T15:40:00Z');

const sinceOf = (visits: readonly Visit[] | undefined, newestMs = NEWEST_MS) =>
  Object.fromEntries(
    sinceChoices(newestMs, visits).map(({ id, sinceMs }) => [
      id,
      new Date(sinceMs).toISOString().slice(0, 16),
    ]),
  );
const firstOf = (visits: readonly Visit[] | undefined, can: (id: string) => boolean = () => true) =>
  defaultSince(sinceChoices(NEWEST_MS, visits), ({ id }) => can(id))?.id;

describe('the moments to choose from', () => {
  test('are spans before the newest result where no encounter is known', () => {
    const spans = { '90d': '2026-08-26T15:40', '30d': '2026-10-25T15:40', '24h': '2026-11-23T15:40' };
    expect(sinceOf(undefined)).toEqual(spans);
    expect(sinceOf([])).toEqual(spans);
  });

  test('the last visit is the one before that of the newest result', () => {
    const visits = [
      visit('2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z'),
      visit('2026-08-25T08:00:00Z', '2026-08-25T08:30:00Z'),
      visit('2026-11-12T08:00:00Z'),
      visit('2027-01-10T08:00:00Z'),
    ];
    expect(sinceOf(visits)['visit']).toBe('2026-11-12T08:00');
    expect(sinceOf([visit('2026-11-24T09:00:00Z')])).not.toHaveProperty('visit');
  });

  test('a stay begins with the emergency visit that led to it', () => {
    const visits = [
      visit('2026-11-21T20:00:00Z', undefined, 'IMP'),
      visit('2026-11-21T14:00:00Z', '2026-11-21T19:00:00Z', 'EMER'),
      visit('2026-11-01T14:00:00Z', '2026-11-02T19:00:00Z', 'imp'),
    ];
    expect(sinceOf(visits)).toMatchObject({ stay: '2026-11-21T14:00', visit: '2026-11-01T14:00' });
  });

  test('a stay that ended before the newest result is a visit, unless the app was opened in it', () => {
    const ended = visit('2026-11-01T14:00:00Z', '2026-11-05T19:00:00Z', 'IMP');
    expect(sinceOf([ended])).not.toHaveProperty('stay');
    expect(sinceOf([ended])['visit']).toBe('2026-11-01T14:00');
    expect(sinceOf([{ ...ended, isInContext: true }])['stay']).toBe('2026-11-01T14:00');
  });

  test('times that cannot be read are no visits', () => {
    expect(Object.keys(sinceOf([visit('x'), visit('x', 'x', 'IMP')]))).toEqual(['90d', '30d', '24h']);
  });
});

describe('the first choice', () => {
  const stay = visit('2026-11-21T20:00:00Z', undefined, 'IMP');
  const years = visit('2019-11-21T20:00:00Z', undefined, 'IMP');
  const office = visit('2026-11-12T08:00:00Z');

  test('is the stay, else ninety days, with a visit known or not', () => {
    expect([firstOf([stay, office]), firstOf([office]), firstOf(undefined)]).toEqual(['stay', '90d', '90d']);
  });

  test('is not a stay that nobody has closed for years; it can still be chosen', () => {
    expect(firstOf([years, office])).toBe('90d');
    expect(sinceOf([years])['stay']).toBe('2019-11-21T20:00');
  });

  test('passes over moments before which too little was measured', () => {
    expect(firstOf([stay], (id) => id === '24h')).toBe('24h');
    expect(firstOf([stay], () => false)).toBe('stay');
  });
});
