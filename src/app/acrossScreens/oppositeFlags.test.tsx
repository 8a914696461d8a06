// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { warmOverview } from '../../testing/overviewFixture.tsx';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { surfacesOf } from './surfacesFixture.tsx';

// One number of one moment that was flagged low in one result and high in another one: neither flag may hide the other.

beforeAll(warmOverview, 60_000);

const MOMENT = '2026-11-20T08:00:00Z';
const potassium = (flag: string, id: string) =>
  resultInput('2823-3', 4.2, 'mmol/L', MOMENT, { id, ...flagConcept(flag) });
const flaggedPressure = (flag: string, id: string) => {
  const panel = pressure(118, 70, MOMENT);
  const sides = panel['component'] as readonly object[];
  return { ...panel, id, component: sides.map((side) => ({ ...side, ...flagConcept(flag) })) };
};

const newestOf = (sent: readonly object[]) => {
  const [{ newest, rows }] = surfacesOf(recordOf(sent)) as [ReturnType<typeof surfacesOf>[0]];
  return { said: Object.entries(newest), rows };
};

test.each([
  ['LL', 'HH'],
  ['H', 'LL'],
  ['L', 'H'],
])('rule 23: sent with %s and with %s are two results, and every surface says both', (one, other) => {
  for (const sent of [
    [potassium(one, 'a'), potassium(other, 'b')],
    [potassium(other, 'a'), potassium(one, 'b')],
    [flaggedPressure(one, 'a'), flaggedPressure(other, 'b')],
  ]) {
    const { said, rows } = newestOf(sent);
    for (const [surface, { text, count }] of said) {
      expect([surface, text]).toEqual([surface, expect.stringMatching(new RegExp(`\\b${one}\\b`))]);
      expect([surface, text]).toEqual([surface, expect.stringMatching(new RegExp(`\\b${other}\\b`))]);
      expect(['', '2']).toContain(count);
    }
    expect(rows.map(({ text }) => text).join()).not.toContain('received');
  }
});

test('rule 23: sent with H and with HH is one result, which is critical', () => {
  const { said } = newestOf([potassium('H', 'a'), potassium('HH', 'b')]);
  for (const [, { text, count }] of said) {
    expect(text).toContain('HH');
    expect(['', '1']).toContain(count);
  }
});
