/** A panel tells the state of its specimen for the members of the panels in it (rule 22, decision 72). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, ucum } from '../../testing/readRecordFixture.ts';
import { toldBeside } from './toldBesideFixture.ts';

const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };

const potassium = (): object =>
  observation({ id: 'k', code: loinc('2823-3'), valueQuantity: ucum(6.8, 'mmol/L') });

describe('what a panel says of its specimen is told beside the members of the panels in it', () => {
  const panelOf = (id: string, member: string, more: object = {}): object =>
    observation({
      id,
      code: { text: id },
      hasMember: [{ reference: `Observation/${member}` }],
      valueQuantity: undefined,
      ...more,
    });
  const outer = panelOf('outer', 'inner', HEMOLYZED);
  const inner = panelOf('inner', 'k');

  test('whichever comes first', () => {
    for (const order of [
      [outer, inner, potassium()],
      [potassium(), inner, outer],
      [inner, potassium(), outer],
    ])
      expect(toldBeside('k', ...order.map((one) => [one]))).toBe('hemolyzed (per its panel)');
  });

  test('through two panels, of which one has another panel too', () => {
    const between = panelOf('between', 'inner');
    const other = panelOf('other', 'k');
    const first = panelOf('outer', 'between', HEMOLYZED);
    expect(toldBeside('k', [first, between, inner, other, potassium()])).toBe('hemolyzed (per its panel)');
  });

  test('and not where a panel says nothing, is not of this one any more, or names itself', () => {
    expect(toldBeside('k', [panelOf('outer', 'inner'), inner, potassium()])).toBe('');
    expect(toldBeside('k', [panelOf('outer', 'other', HEMOLYZED), inner, potassium()])).toBe('');
    const corrected = panelOf('inner', 'na', { meta: { versionId: '2' } });
    expect(toldBeside('k', [outer, inner, potassium()], [corrected])).toBe('');
    expect(toldBeside('k', [panelOf('inner', 'inner'), potassium()])).toBe('');
  });

  test('however deep it lies', () => {
    const panels = Array.from({ length: 6 }, (_, i) => panelOf(`p${i}`, i === 0 ? 'k' : `p${i - 1}`));
    const outermost = panelOf('outer', 'p5', HEMOLYZED);
    for (const order of [
      [outermost, ...panels, potassium()],
      [potassium(), ...panels, outermost],
    ])
      expect(toldBeside('k', order)).toBe('hemolyzed (per its panel)');
  });

  test('with the words of each outer panel, whichever came first', () => {
    const others = ['a', 'b'].map((id, i) =>
      panelOf(id, 'inner', i === 0 ? HEMOLYZED : { note: [{ text: 'Specimen lipemic' }] }),
    );
    for (const order of [others, others.toReversed()])
      expect(toldBeside('k', [...order, inner, potassium()])).toBe('hemolyzed, lipemic (per its panel)');
  });

  test('and in few steps, where many results all name each other', () => {
    const ids = Array.from({ length: 250 }, (_, i) => `r${i}`);
    const hasMember = ids.map((id) => ({ reference: `Observation/${id}` }));
    const results = ids.map((id, i) =>
      observation({
        id,
        code: loinc('2823-3'),
        valueQuantity: ucum(4 + i / 100, 'mmol/L'),
        hasMember,
        ...(i === 0 && HEMOLYZED),
      }),
    );
    expect(toldBeside('r7', results)).toBe('hemolyzed (per its panel)');
  });
});
