import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, read, readRow, readRows } from '../observationFixture.ts';
import { textsInLanguages, textsIn } from '../attached/textLinesFixture.ts';

const UNITS: Readonly<Record<string, readonly [number, string]>> = {
  '8302-2': [120, 'cm'],
  '3137-7': [120, 'cm'],
  '8308-9': [120, 'cm'],
  '8306-3': [60, 'cm'],
  '29463-7': [20, 'kg'],
  '3141-9': [20, 'kg'],
  '9843-4': [40, 'cm'],
  '89269-5': [50, 'cm'],
  '8339-4': [3.2, 'kg'],
  '4544-3': [41, '%'],
};

const measured = (code: string, more: object) => {
  const [value = 0, unit = ''] = UNITS[code] ?? [];
  return readRow({ code: loinc(code), valueQuantity: quantity(value, unit), ...more }).kind;
};
const named = (code: string, text: string) => ({ code: { coding: loinc(code).coding, text } });

describe('a size or a weight that nobody measured', () => {
  test.each([
    ['8306-3', 'Estimated', 'height~8306-3~estimated'],
    ['8306-3', 'Stated by family', 'height~8306-3~stated'],
    ['8306-3', 'Estimated from arm span', 'height~8306-3~estimated'],
    ['8306-3', 'Knee height', 'height~8306-3~estimated'],
    ['9843-4', 'Estimated', 'hc~estimated'],
    ['9843-4', 'Reported by parent', 'hc~stated'],
    ['8302-2', 'Geschätzt', 'height~estimated'],
    ['29463-7', 'Stimato', 'weight-est'],
    ['89269-5', 'Stated', 'birth-length~stated'],
    ['8339-4', 'Patient reported', 'birth-weight~stated'],
    ['8339-4', 'Estimated', 'birth-weight~estimated'],
    ['8306-3', 'Length board', 'height~8306-3'],
    ['8306-3', 'Measured, not estimated', 'height~8306-3'],
    ['9843-4', 'Measured with tape', 'hc'],
    ['9843-4', 'Measured, not stated', 'hc'],
    ['29463-7', 'Measured, reported in metric', 'weight'],
    ['29463-7', 'Measured and reported', 'weight'],
    ['29463-7', 'Measured by nurse, reported in kg', 'weight'],
    ['29463-7', 'Standing scale, reported to parent', 'weight'],
    ['8302-2', 'Measured, reported in cm', 'height'],
    ['29463-7', 'Not measured, reported by patient', 'weight-stated'],
    ['29463-7', 'Reported, not measured', 'weight-stated'],
    ['29463-7', 'Stated by mother', 'weight-stated'],
    ['8302-2', 'Stated by father', 'height~3138-5'],
    ['29463-7', 'Patient reported in kg', 'weight-stated'],
    ['29463-7', 'Stated to nurse', 'weight-stated'],
    ['29463-7', 'Could not be measured, stated', 'weight-stated'],
    ['29463-7', 'Never measured, reported', 'weight-stated'],
    ['29463-7', 'Not measured, reported in kg', 'weight-stated'],
    ['29463-7', 'Measured by patient, reported in kg', 'weight-stated'],
    ['29463-7', 'Measured (patient reported)', 'weight-stated'],
    ['29463-7', 'Nicht geschätzt', 'weight'],
    ['8302-2', 'Non stimato', 'height'],
    ['29463-7', 'Estimated by mother', 'weight-est'],
    ['89269-5', 'Measured', 'birth-length'],
    ['8339-4', 'Infant scale', 'birth-weight'],
  ])('%s by "%s" stands in %s', (code, method, id) => {
    expect(measured(code, { method: { text: method } }).seriesId).toBe(id);
    expect(measured(code, { method: { coding: [{ display: method }] } }).seriesId).toBe(id);
  });

  test('has a series of its own by the words of its code too', () => {
    expect(measured('8306-3', named('8306-3', 'Length (estimated)')).seriesId).toBe(
      'height~8306-3~estimated',
    );
    expect(measured('9843-4', named('9843-4', 'Head circumference, stated')).seriesId).toBe('hc~stated');
    expect(measured('8306-3', named('8306-3', 'Length for age')).seriesId).toBe('height~8306-3');
  });
});

const TOLD = textsInLanguages({
  '8302-2': [
    'Estimated | Height estimated | Estimated height | Height: estimated. | Height is estimated | Estimated from knee height',
    'Unable to stand, height estimated | Stated | Stated height | Height stated by patient | Per patient | Per mother',
    'Patient-reported | Self-reported height | Reported by mother | Größe geschätzt | Talla estimada | Taille estimée',
    'Altezza stimata | Lengte geschat | Approximate | Height approx. | Wheelchair; height per patient report',
  ],
  '8306-3': [
    'Estimated | Length estimated | Length was estimated due to cast | Told by mother | Estimated length',
  ],
  '3137-7': ['Estimated by arm span | Height reported by patient'],
  '29463-7': [
    'Weight estimated | Visually estimated | Gewicht geschätzt | Peso referido | Poids estimé | Per parents',
  ],
  '3141-9': ['Stated weight | Estimated body weight'],
  '9843-4': ['Head circumference estimated | HC estimated | Estimated'],
  '8339-4': ['Reported by mother | Birth records lost, stated by father'],
});

const SOMETHING_ELSE = textsInLanguages({
  '8302-2': [
    'Measured, not estimated | Not estimated | Estimated GFR 60 | Estimated blood loss 200 mL | Patient reported dizziness',
    'Reported to the doctor | Reported | Stated goals reviewed | Weight estimated | Estimated weight | Growth as estimated earlier',
    'Shoes off | Measured twice | Stadiometer | Estimated date of delivery 1 May',
    'Per protocol | Per nurse | Per clinic stadiometer | Mother reported no concerns | Target height estimated at 180 cm',
    'Last height was estimated at home visit | Estimated height 118 cm | Patient stated that shoes were on',
    'Per mother, growing well | Per patient. No shoes | Estimated due date: 05/04/2026',
  ],
  '4544-3': ['Estimated from hemoglobin | Approximate'],
  '29463-7': [
    'Estimated dry weight 60 | Fetal weight estimated | Height estimated | Weight loss reported | Reported weight loss',
    'Estimated dry weight | Bed scale | Weight not estimated | Estimated calorie need 1800 | Stated shoe weight 1 kg',
    'Per mother, baby is feeding well | Per parents, no fever | Patient reported, feels dizzy | Estimated by dates 32 weeks',
    'Patient stated, no pain | Estimated due date 2026-05-04 | Approx. 1 h after a meal',
  ],
  '9843-4': ['Measured with tape | Length estimated | Head held still | Reported concerns'],
});

describe('the note of a size or a weight', () => {
  test.each(TOLD)('%s: "%s" says beside the number that nobody measured it', (code, text) => {
    const { drawing, condition } = measured(code, { note: [{ text }] });
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(SOMETHING_ELSE)('%s: "%s" says nothing of it', (code, text) => {
    expect(measured(code, { note: [{ text }] })).toMatchObject({ drawing: 'line', condition: '' });
  });

  test.each(
    textsIn([
      'Patient reported weight, measured 82 kg | Estimated. Then weighed: 82 kg | Estimated by mother; weighed today',
      'Geschätzt; gewogen | Referido; pesado en báscula | Estimé ; mesuré à 82 kg | Stimato, poi misurato',
      'Estimated, later measured | Weight stated by patient. Weight measured 82 kg',
      'Stated. Measured weight 82.5 kg | Estimated by nurse. Weight measured in ED | Stated. Weighed on admission | Patient stated. Re-weighed',
    ]),
  )('tells that a weight was measured too: "%s"', (text) => {
    expect(measured('29463-7', { note: [{ text }] }).condition).toBe('');
  });

  test.each(
    textsIn([
      'Stated weight, height measured | Stated, not measured | Stated; unable to measure | Stated. Height measured 170 cm',
      'Estimated; could not be weighed | Estimated. Not weighed. | Stated, measured at home',
      'Estimated. Measured weight unavailable | Estimated; measured weight pending | Estimated. Weighed diapers | Estimated. Measured: no',
      'Stated. Measured last year | Stated weight. Measured 3 months ago | Stated, measured in clinic last week | Stated, measured previously',
      'Stated. Measured BP 120/80 | Estimated. Measured waist 80 cm | Estimado. Medida de cintura 80 | Measured: no. Stated.',
      'Geschätzt. Gewogen nicht möglich | Stimato. Pesata impossibile | Estimé. Pesée impossible | Estimado. Pesado imposible',
      'Estimated, weighed by patient | Stated. Weighed on 3/4 | Stated, measured at birth | Geschätzt. Gemessen: Größe 170',
    ]),
  )('does not tell so in "%s"', (text) => {
    expect(measured('29463-7', { note: [{ text }] }).condition).not.toBe('');
  });

  test.each(textsIn(['Estimated | Height estimated | Per patient']))(
    'is not read beside a test of blood: "%s"',
    (text) => {
      const potassium = { code: loinc('2823-3'), valueQuantity: quantity(4.2, 'mmol/L'), note: [{ text }] };
      expect(readRow(potassium).kind.condition).toBe('');
    },
  );

  test('names the part of a panel that it means', () => {
    const component = ['8302-2', '29463-7'].map((code) => {
      const [value = 0, unit = ''] = UNITS[code] ?? [];
      return { code: loinc(code), valueQuantity: quantity(value, unit) };
    });
    const conditions = (text: string) =>
      readRows(read({ code: loinc('85353-1'), component, note: [{ text }] })).map(
        ({ kind }) => kind.condition,
      );
    expect(conditions('Height estimated. Shoes off.')).toEqual(['Height estimated', '']);
    expect(conditions('Estimated')).toEqual(['', '']);
  });

  test('may stand in a component that says how it was measured', () => {
    const how = (name: string, value: string) => {
      const component = [{ code: { text: name }, valueString: value }];
      const [value8306 = 0, unit = ''] = UNITS['8306-3'] ?? [];
      const rows = readRows(
        read({ code: loinc('8306-3'), valueQuantity: quantity(value8306, unit), component }),
      );
      return rows.find(({ kind }) => kind.code === '8306-3')?.kind.condition;
    };
    expect(how('Method', 'Estimated')).toBe('Estimated');
    expect(how('Measurement method', 'Length board')).toBe('');
    expect(how('Comment', 'Estimated')).toBe('');
  });
});
