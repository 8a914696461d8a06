import { careEventFrom } from '../../../testing/eventsFromFhirFixture.ts';
import { describe, expect, test } from 'vitest';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cardsOf } from '../card/cards.ts';
import { cardDays, panelNames } from './days.ts';

const ZONE = 'America/Chicago';
const result = (id: string, code: string, at: string) => ({ ...resultInput(code, 5, 'mmol/L', at), id });
const cards = (...resources: readonly unknown[]) => cardsOf(recordOf(resources).series);
const headings = (...args: Parameters<typeof cardDays>) =>
  cardDays(...args).map(({ heading, groups }) => [heading, ...groups.map((group) => group.heading)]);
const panels = (names: ReadonlyMap<string, string>, isLate = false) => ({ names, isLate });

describe('my results by day and by the laboratory’s own report', () => {
  test('rule 43: a result late in the evening belongs to the day of the zone, and one of a day to that day', () => {
    const late = result('a', '2823-3', '2026-11-13T04:30:00Z');
    const ofDay = result('b', '2951-2', '2026-11-12');
    expect(headings(cards(late, ofDay), panels(new Map()), ZONE).map(([day]) => day)).toEqual([
      'November 12, 2026',
    ]);
    expect(headings(cards(late, ofDay), panels(new Map()), 'UTC').map(([day]) => day)).toEqual([
      'November 13, 2026',
      'November 12, 2026',
    ]);
  });

  test('results of one report stand together, whatever group of the catalog they are of; without one the group names them', () => {
    const all = cards(
      result('a', '2823-3', '2026-11-12'),
      result('b', '718-7', '2026-11-12'),
      result('c', '1742-6', '2026-11-12'),
    );
    const names = panelNames([{ text: 'Admission panel', resultIds: ['a', 'b', 'x'] }]);
    const [day] = cardDays(all, panels(names), ZONE);
    expect(day?.groups.map(({ heading, cards: own }) => [heading, own.length])).toEqual([
      ['Admission panel', 2],
      ['Liver and nutrition', 1],
    ]);
  });

  test('a result whose date cannot be right does not stand as the newest of all', () => {
    const all = cards(result('a', '2823-3', '2031-01-01'), result('b', '2951-2', '2026-11-12'));
    expect(cardDays(all, panels(new Map()), ZONE).map(({ heading }) => heading)).toEqual([
      'November 12, 2026',
      '',
    ]);
  });

  test('of two reports that hold a result, the smaller one is its panel', () => {
    const names = panelNames([
      { text: 'Small', resultIds: ['a'] },
      { text: 'Everything', resultIds: ['a', 'b', 'c'] },
    ]);
    expect([names.get('a'), names.get('b')]).toEqual(['Small', 'Everything']);
  });

  test('a report that was sent without a name names no group', () => {
    const unnamed = careEventFrom('DiagnosticReport', { result: [{ reference: 'Observation/a' }] });
    expect([...panelNames([unnamed])]).toEqual([]);
    const named = { text: 'Salts', resultIds: ['a', 'b'] };
    expect(panelNames([unnamed, named]).get('a')).toBe('Salts');
  });

  test('reports that come late name a group that they hold whole, and move no result', () => {
    const all = cards(
      result('a', '2823-3', '2026-11-12'),
      result('b', '2951-2', '2026-11-12'),
      result('c', '718-7', '2026-11-12'),
    );
    const before = headings(all, panels(new Map()), ZONE);
    expect(before).toEqual([['November 12, 2026', 'Kidney and electrolytes', 'Blood count and iron']]);
    const whole = panelNames([{ text: 'Salts', resultIds: ['a', 'b'] }]);
    expect(headings(all, panels(whole, true), ZONE)).toEqual([
      ['November 12, 2026', 'Salts', 'Blood count and iron'],
    ]);
    const part = panelNames([{ text: 'Salts', resultIds: ['a'] }]);
    expect(headings(all, panels(part, true), ZONE)).toEqual(before);
  });
});
