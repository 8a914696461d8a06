import { describe, expect, test } from 'vitest';
import { defaultSince, isHospitalStay, sinceChoices, sinceIdOf, type Visit } from './sinceChoices.ts';

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

  test('a stay that is over holds no result after it, also where its end was not sent', () => {
    const over = { ...visit('2026-10-01T14:00:00Z', undefined, 'IMP'), isOver: true };
    expect(sinceOf([over])).not.toHaveProperty('stay');
    expect(sinceOf([over])['visit']).toBe('2026-10-01T14:00');
    expect(sinceOf([{ ...over, isOver: false }])['stay']).toBe('2026-10-01T14:00');
    expect(sinceOf([{ ...over, isInContext: true }])['stay']).toBe('2026-10-01T14:00');
    // A second stay is the last visit, and the one before it is none.
    const later = { ...visit('2026-11-10T14:00:00Z', undefined, 'IMP'), isOver: true };
    expect(sinceOf([over, later])['visit']).toBe('2026-11-10T14:00');
  });

  test('a stay is the one that holds the newest result, and none that begins with it or later', () => {
    expect(sinceOf([visit('2026-11-20T08:00:00Z', '2026-11-24T15:40:00Z', 'IMP')])['stay']).toBe(
      '2026-11-20T08:00',
    );
    const tooSoon = visit('2026-11-20T08:00:00Z', '2026-11-24T15:39:59Z', 'IMP');
    for (const none of [
      tooSoon,
      visit('2026-11-24T15:40:00Z', undefined, 'IMP'),
      visit('2026-12-01T08:00:00Z', undefined, 'IMP'),
    ])
      expect(sinceOf([none])).not.toHaveProperty('stay');
  });

  test('a stay of several parts begins with the first of them, whatever their order', () => {
    const parts = [
      visit('2026-11-22T08:00:00Z', undefined, 'IMP'),
      visit('2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', 'EMER'),
      visit('2026-11-21T14:00:00Z', '2026-11-22T02:00:00Z', 'OBSENC'),
      visit('2026-11-20T01:59:59Z', '2026-11-20T01:59:59Z', 'IMP'),
    ];
    for (const sent of [parts, parts.toReversed()]) expect(sinceOf(sent)['stay']).toBe('2026-11-20T08:00');
    const two = [
      visit('2026-11-20T08:00:00Z', undefined, 'IMP'),
      visit('2026-11-22T08:00:00Z', undefined, 'IMP'),
    ];
    for (const sent of [two, two.toReversed()]) expect(sinceOf(sent)['stay']).toBe('2026-11-20T08:00');
  });

  test('an encounter that ended a day before the newest result, and not later, is the last visit', () => {
    expect(sinceOf([visit('2026-11-23T15:00:00Z', '2026-11-23T15:39:59Z')])['visit']).toBe(
      '2026-11-23T15:00',
    );
    expect(sinceOf([visit('2026-11-23T15:00:00Z', '2026-11-23T15:40:00Z')])).not.toHaveProperty('visit');
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

  test('is ninety days after a stay of more than ninety days, and the stay from ninety days on', () => {
    const since = (start: string) => firstOf([visit(start, undefined, 'IMP')]);
    expect(since('2026-08-26T15:40:00Z')).toBe('stay');
    expect(since('2026-08-26T15:39:59Z')).toBe('90d');
  });

  test('passes from ninety days to thirty, then to a day, and never to the last visit', () => {
    for (const visits of [[office], [stay, office], [years, office]]) {
      expect(firstOf(visits, (id) => id === '30d')).toBe('30d');
      expect(firstOf(visits, (id) => id === '24h')).toBe('24h');
      expect(firstOf(visits, (id) => id === '30d' || id === '24h')).toBe('30d');
      expect(firstOf(visits, (id) => id === 'visit')).not.toBe('visit');
    }
    expect(firstOf([years], (id) => id === 'stay')).toBe('90d');
    expect(defaultSince([], () => true)).toBeUndefined();
  });
});

test('an encounter is a stay in hospital by its class, in any spelling', () => {
  const isStay = (encounterClass: string) => isHospitalStay({ encounterClass });
  expect(['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'SS', 'imp', ' Imp '].map(isStay)).not.toContain(false);
  expect(['AMB', 'VR', 'HH', ''].map(isStay)).not.toContain(true);
});

test('the text of a moment is one of its five names, and no other text is', () => {
  const ids = ['stay', 'visit', '90d', '30d', '24h'];
  expect(ids.map((id) => sinceIdOf(id))).toEqual(ids);
  expect([null, '', 'STAY', '91d'].map((text) => sinceIdOf(text))).toEqual(Array(4).fill(undefined));
});
