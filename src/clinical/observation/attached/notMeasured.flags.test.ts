import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

const potassium = ['2823-3', 'mmol/L'] as const;
const basophils = ['704-7', '10*3/uL'] as const;

/** Reads a number beside a flag that stands in the text, in the words of a coding, or in its code alone. */
const readings = ([code, unit]: readonly [string, string], value: number, flag: string) =>
  [
    { text: flag },
    { coding: [{ system: 'https://lab.example/flags', code: '7', display: flag }] },
    { coding: [{ system: 'https://lab.example/flags', code: flag }] },
  ].map(
    (concept) =>
      readRow({ code: loinc(code), valueQuantity: quantity(value, unit), interpretation: [concept] }).kind,
  );

const drawingsOf = (...sent: Parameters<typeof readings>) => readings(...sent).map(({ drawing }) => drawing);

const LISTED = ['listed', 'listed', 'listed'];
const DRAWN = ['line', 'line', 'line'];

describe('a 0 beside a flag', () => {
  test.each([
    'Not reported',
    'NOT RECORDED',
    'Not determined',
    'Not measured',
    'Not done',
    'Cancelled',
    'Nicht berichtet',
    'Nicht bestimmt',
    'No informado',
    'Non rapporté',
    'Niet gerapporteerd',
  ])('that says "%s" is no result, whether a patient may have a 0 of it or not', (flag) => {
    for (const analyte of [potassium, basophils])
      for (const { drawing, reason } of readings(analyte, 0, flag))
        expect([drawing, reason]).toEqual(['listed', 'not-measured']);
  });

  test.each(['Not available', 'N/A', 'NR', 'ND', 'Not assessed', 'Nicht verfügbar', 'ikke tilgængelig'])(
    'that says "%s" is no result where no patient has a 0, and a count of 0 stays',
    (flag) => {
      expect(drawingsOf(potassium, 0, flag)).toEqual(LISTED);
      expect(drawingsOf(basophils, 0, flag)).toEqual(DRAWN);
    },
  );

  test.each(['Normal', 'L', 'LL', 'Low', 'Negative'])('that says "%s" stays', (flag) => {
    expect(drawingsOf(basophils, 0, flag)).toEqual(DRAWN);
    expect(drawingsOf(potassium, 0, flag)).toEqual(DRAWN);
  });

  test.each(['Not reported', 'Not available', 'N/A', 'NR'])(
    'that says "%s" of itself leaves any other number',
    (flag) => {
      expect(drawingsOf(potassium, 4.2, flag)).toEqual(DRAWN);
    },
  );

  test.each([
    'Not reported to public health',
    'Not reportable to health department',
    'No reported symptoms',
    'No recorded events',
    'No reports of bleeding',
    'None recorded',
    'Negative reported',
  ])('that says "%s" leaves a count of 0', (flag) => {
    expect(drawingsOf(basophils, 0, flag)).toEqual(DRAWN);
  });

  test.each([
    'Not reported.',
    'Not reported due to hemolysis',
    'Not reported, specimen lost',
    'Not reported - see comment',
  ])('that says "%s" is no count of 0', (flag) => {
    expect(drawingsOf(basophils, 0, flag)).toEqual(LISTED);
  });
});

describe('a 0 of a component whose panel says that it was not reported', () => {
  const panelWith = (interpretation: object, own: object) => {
    const component = { code: loinc('704-7'), valueQuantity: quantity(0, '10*3/uL'), ...own };
    const more = { interpretation: [interpretation], component: [component] };
    return readRow({ code: loinc('57021-8'), ...more }).kind.drawing;
  };

  test('is no result, unless the component has a flag of its own', () => {
    expect(panelWith({ text: 'Not reported' }, {})).toBe('listed');
    expect(panelWith({ text: 'Not reported' }, { interpretation: [{ text: 'Normal' }] })).toBe('line');
    expect(panelWith({ text: 'Normal' }, {})).toBe('line');
  });
});
