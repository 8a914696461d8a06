import { describe, expect, test } from 'vitest';
import { PRESSURE_RANGES } from '../../testing/pressureRangesFixture.ts';
import { pressure, pressureWith, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { gridDataOf } from './gridData.ts';
import { gridSizesOf, nameAndNotePx } from './gridSizes.ts';
import { fittingForm, rangeNoteOf, widestNotePx } from './rangeNote.ts';

type Sent = { readonly limits?: readonly [low: number, high: number]; readonly text?: string };

const days = ['2026-01-12', '2026-02-12', '2026-03-12'];
const referenceRange = ({ limits, text }: Sent) => ({
  ...(limits && { low: { value: limits[0], unit: 'mmol/L' }, high: { value: limits[1], unit: 'mmol/L' } }),
  ...(text !== undefined && { text }),
});

const rowsOf = (...resources: unknown[]) =>
  gridDataOf(recordOf(resources).series, 'America/Chicago', READ_AT_MS).seriesRows;

/** Returns the note of a potassium whose results came with these ranges, the oldest first. */
function noteOf(...ranges: Sent[]) {
  const results = ranges.map((range, i) =>
    resultInput('2823-3', 4.4, 'mmol/L', `${days[i]}T14:10:00Z`, { referenceRange: [referenceRange(range)] }),
  );
  return rangeNoteOf(rowsOf(...results)[0]!);
}

describe('the note beside a name', () => {
  test('has the unit, and the range of the newest result', () => {
    expect(noteOf({ limits: [3.5, 5.1] })).toEqual({
      forms: ['mmol/L, 3.5–5.1'],
      all: 'mmol/L, 3.5–5.1',
    });
  });

  test('has the unit once where the laboratory sends it with the range too', () => {
    expect(noteOf({ limits: [3.5, 5.1], text: '3.5-5.1 mmol/L' }).forms).toEqual(['mmol/L, 3.5–5.1']);
    expect(noteOf({ text: '3.5-5.1 mmol/L' }).forms).toEqual(['“3.5-5.1 mmol/L”']);
  });

  test('keeps both units where the range has another one than the results', () => {
    const [row] = rowsOf(
      resultInput('99999-9', 0.2, 'g/L', '2026-01-12T14:10:00Z', { referenceRange: [{ text: '<300 mg/L' }] }),
    );
    expect(rangeNoteOf(row!).forms).toEqual(['g/L, “<300 mg/L”']);
  });

  test('rule 28: says that the range changed in words, or where they have no room with "now"', () => {
    const note = noteOf({ limits: [3.4, 5] }, { limits: [3.5, 5.1], text: '3.5-5.1 mmol/L' });
    expect(note.forms).toEqual(['mmol/L, 3.5–5.1, range changed', 'mmol/L, now 3.5–5.1']);
    expect(note.all).toContain('range changed');
    expect(fittingForm(note, 170)).toBe('mmol/L, 3.5–5.1, range changed');
    expect(fittingForm(note, 124)).toBe('mmol/L, now 3.5–5.1');
    expect(fittingForm(note, 20)).toBe('mmol/L, now 3.5–5.1');
  });

  test('rule 31: says that no range was sent, where there is room for it', () => {
    const note = noteOf({});
    expect(note).toEqual({ forms: ['mmol/L, no range', 'mmol/L'], all: 'mmol/L, no reference range' });
    expect(fittingForm(note, 124)).toBe('mmol/L, no range');
    expect(fittingForm(note, 40)).toBe('mmol/L');
  });

  test('has the ranges of both sides of a blood pressure in the order of its values', () => {
    const [at, earlier] = ['2026-02-12T14:10:00Z', '2026-01-12T14:10:00Z'];
    const formsOf = (...resources: unknown[]) => rangeNoteOf(rowsOf(...resources)[0]!).forms;
    const both = pressureWith([134, 72], PRESSURE_RANGES, at);
    expect(formsOf(both)).toEqual(['mmHg, 90–140 / 60–85']);
    expect(formsOf(pressureWith([134, 72], [[90, 140], undefined], at))).toEqual(['mmHg, 90–140 / –']);
    expect(formsOf(pressure(134, 72, at))).toEqual(['mmHg, no range', 'mmHg']);
    const other = pressureWith([136, 74], [PRESSURE_RANGES[0], [60, 90]], earlier);
    expect(formsOf(other, both)[0]).toBe('mmHg, 90–140 / 60–85, range changed');
  });
});

describe('the column of names', () => {
  const changed = (high: number) => [
    resultInput('2160-0', 1.1, 'mg/dL', '2026-01-12T14:10:00Z', {
      referenceRange: [{ low: { value: 0.7, unit: 'mg/dL' }, high: { value: 1.2, unit: 'mg/dL' } }],
    }),
    resultInput('2160-0', 1.1, 'mg/dL', '2026-02-12T14:10:00Z', {
      referenceRange: [{ low: { value: 0.74, unit: 'mg/dL' }, high: { value: high, unit: 'mg/dL' } }],
    }),
  ];

  test.each([1366 - 32, 1150, 900])('has room for a range that changed, in %i px', (widthPx) => {
    const rows = rowsOf(...changed(1.35));
    const sizes = gridSizesOf(widthPx, 1, { neededNotePx: widestNotePx(rows) });
    expect(fittingForm(rangeNoteOf(rows[0]!), nameAndNotePx(sizes)[1])).toBe(
      'mg/dL, 0.74–1.35, range changed',
    );
    expect(sizes.headWidthPx).toBeGreaterThan(gridSizesOf(widthPx, 1).headWidthPx);
  });

  test('grows no further for a long range, and not at all in a narrow box', () => {
    expect(nameAndNotePx(gridSizesOf(1150, 1, { neededNotePx: 900 }))).toEqual([132, 172]);
    const narrow = gridSizesOf(388, 1, { neededNotePx: 170 });
    expect(narrow.headWidthPx).toBe(gridSizesOf(388, 1).headWidthPx);
    expect(nameAndNotePx(narrow)).toEqual([124, 124]);
  });

  test('gives a long name the room that no range needs', () => {
    const sizes = gridSizesOf(1150, 1, { neededNotePx: 90 });
    expect(nameAndNotePx(sizes)).toEqual([166, 90]);
    expect(nameAndNotePx({ ...sizes, headWidthPx: 500 })).toEqual([216, 268]);
  });

  test('has the same room for more letters where they are larger', () => {
    expect(nameAndNotePx(gridSizesOf(2 * 1150, 2))).toEqual(nameAndNotePx(gridSizesOf(1150, 1)));
  });
});
