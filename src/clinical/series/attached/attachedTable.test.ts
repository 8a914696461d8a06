import { describe, expect, test } from 'vitest';
import { plainRowKind } from '../../observation/plainRowKind.ts';
import type { Row, RowKind } from '../../observation/resultRow.ts';
import { createAttachedTable } from './attachedTable.ts';

const [SATURATION, FLOW, POTASSIUM] = ['2708-6', '3151-8', '2823-3'];
const rowOf = (code: string, changes: Partial<RowKind> = {}, more: Partial<Row> = {}): Row => ({
  id: code,
  kind: { ...plainRowKind, code, unit: code === FLOW ? 'L/min' : '%', ...changes },
  timeMs: 5,
  effective: '',
  value: 4,
  valueText: '4',
  ...more,
});
const noted = (text: string, oxygen = '') => ({
  attached: { notes: [{ text, author: '', time: '' }], collected: '', oxygen },
});
const [saturation, flow, potassium] = [SATURATION, FLOW, POTASSIUM].map((code) => rowOf(code));

/** Returns what a table says of a row of Observation 1, after these rows were added to the Observations of their index. */
const attachedOf = (row: Row, ...added: readonly (readonly Row[])[]) => {
  const table = createAttachedTable();
  added.forEach((rows, observation) => table.add(rows, observation));
  return table.of({ ...row, observation: 1 });
};

describe('rule 22: the oxygen breathed stands with the saturation', () => {
  test('that was measured at the same time in the same encounter', () => {
    expect(attachedOf(saturation!, [flow!], [saturation!])).toEqual({
      notes: [],
      collected: '',
      oxygen: 'on 4 L/min oxygen',
    });
  });

  test.each([
    ['at another time', {}, { timeMs: 6 }],
    ['in another encounter', { encounter: 'Encounter/2' }, {}],
    ['on a day without a time', { precision: 'day' }, {}],
  ] as const)('and not where it was measured %s', (_, changes, more) => {
    expect(attachedOf(saturation!, [rowOf(FLOW, changes, more)], [saturation!])).toBeUndefined();
  });

  test('beside the notes of the saturation itself, whose own oxygen comes first', () => {
    const withNote = rowOf(SATURATION, {}, noted('cold finger'));
    expect(attachedOf(withNote, [flow!], [withNote])).toMatchObject({
      notes: [{ text: 'cold finger' }],
      oxygen: 'on 4 L/min oxygen',
    });
    const withOwn = rowOf(SATURATION, {}, noted('cold finger', 'on room air'));
    expect(attachedOf(withOwn, [flow!], [withOwn])?.oxygen).toBe('on room air');
  });

  test('and with no other result, whose notes stay', () => {
    const panel = rowOf(POTASSIUM, {}, noted('drawn from a line', 'on room air'));
    expect(attachedOf(panel, [flow!], [panel])).toMatchObject({
      notes: [{ text: 'drawn from a line' }],
      oxygen: '',
    });
    const plain = rowOf(POTASSIUM, {}, noted('drawn from a line'));
    expect(attachedOf(plain, [flow!], [plain])).toBe(plain.attached);
    expect(attachedOf(potassium!, [flow!], [potassium!])).toBeUndefined();
  });
});

describe('what is attached is forgotten with its Observation', () => {
  test('its notes and its oxygen, and nothing else', () => {
    const table = createAttachedTable();
    const withNote = rowOf(SATURATION, {}, noted('cold finger'));
    table.add([flow!], 0);
    table.add([withNote], 1);
    table.add([rowOf(FLOW, {}, { valueText: '6' })], 2);
    const oxygen = () => table.of({ ...withNote, observation: 1 })?.oxygen;
    expect(oxygen()).toBe('on 4 L/min oxygen, on 6 L/min oxygen');
    table.remove(2);
    expect(oxygen()).toBe('on 4 L/min oxygen');
    table.remove(1);
    expect(table.of({ ...withNote, observation: 1 })?.notes).toEqual([]);
    table.remove(0);
    expect(table.of({ ...withNote, observation: 1 })).toBeUndefined();
  });
});

test('a remark that was sent with many results is kept once', () => {
  const [one, same, other] = ['see report', 'see report', 'hemolyzed'].map((text) =>
    rowOf(POTASSIUM, {}, noted(text)),
  );
  const table = createAttachedTable();
  [one!, same!, other!].forEach((row, i) => table.add([row], i));
  expect(table.of({ ...same!, observation: 1 })).toBe(table.of({ ...one!, observation: 0 }));
  expect(table.of({ ...other!, observation: 2 })).toEqual(other!.attached);
});
