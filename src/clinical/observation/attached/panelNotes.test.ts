import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readRows } from '../observationFixture.ts';
import { textsIn } from './textLinesFixture.ts';

/** Potassium 4.2 and sodium 139 are parts of one panel with a note. */
const panelWith = (text: string) =>
  read({
    code: loinc('24321-2'),
    component: [
      { code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L') },
      { code: loinc('2951-2'), valueQuantity: quantity(139, 'mmol/L') },
    ],
    note: [{ text }],
  });

const drawn = (text: string) => readRows(panelWith(text)).map(({ kind }) => kind.drawing);

describe('the note of a panel', () => {
  test.each(
    textsIn([
      'Potassium not performed | Potassium: not performed | Disregard potassium | Potassium hemolyzed, not reported',
      'Kalium nicht verwertbar | Potasio no informado por hemólisis | Potassium non rendu | Anular potasio',
      'Sodium 139. Potassium: cancelled. | Not performed due to hemolysis: potassium | K+ not reported',
    ]),
  )('that disowns one part by its name lists that part alone: "%s"', (text) => {
    expect(drawn(text)).toEqual(['listed', 'line']);
  });

  test.each(textsIn(['Sodium and potassium not performed | Disregard sodium and potassium']))(
    'that names both lists both: "%s"',
    (text) => expect(drawn(text)).toEqual(['listed', 'listed']),
  );

  test.each(
    textsIn([
      'Test not performed | QNS | Hemolyzed, not reported | Chloride not performed | Urine potassium not performed',
      'XQ-17: not performed | Not done | Specimen rejected | Kalium: n. d. | Potassium hemolyzed',
    ]),
  )('leaves the numbers that it does not surely disown: "%s"', (text) => {
    expect(drawn(text)).toEqual(['line', 'line']);
  });

  test.each(
    textsIn([
      'BMP: not performed | Elektrolyte: nicht durchgeführt | BMP not reported due to hemolysis | Cancel BMP',
      'CMP cancelled, BMP performed | BMP cancelled, included in CMP | BMP cancelled - duplicate of CMP',
      'Not performed: magnesium, BMP | CBC and BMP cancelled, CMP performed',
    ]),
  )('that disowns a panel stands beside each part: "%s"', (text) => {
    const rows = readRows(panelWith(text));
    expect(rows.map(({ kind }) => kind.drawing)).toEqual(['line', 'line']);
    for (const { kind } of rows) expect(kind.condition).not.toBe('');
  });

  test('that may disown one part stands beside that part alone', () => {
    const conditions = readRows(
      read({
        code: loinc('24321-2'),
        component: ['2823-3', '2951-2'].map((code) => ({
          code: loinc(code),
          valueQuantity: quantity(140, 'mmol/L'),
        })),
        note: [{ text: 'Natrium: n. d.' }],
      }),
    ).map(({ kind }) => kind.condition);
    expect(conditions).toEqual(['', 'Natrium: n. d']);
  });
});
