/** Laboratories say the range in the words of their language, and may name it as the usual one (rule 30). */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';

function limitsIn(text: string, value = 40, unit = 'mg/dL', code = '2345-7') {
  const referenceRange = [{ text }];
  const { kind } = readRow({ code: loinc(code), valueQuantity: quantity(value, unit), referenceRange });
  expect(kind.rangeText).toBe(text);
  return kind.band && [kind.band.low, kind.band.high, kind.outsideRange];
}

const potassiumLimitsIn = (text: string) => limitsIn(text, 5.6, 'mmol/L', '2823-3');

describe('a pair with a word between its limits', () => {
  test.each([
    '3,5 tot 5,1',
    'van 3,5 tot 5,1',
    'tussen 3,5 en 5,1 mmol/L',
    '3,5 hasta 5,1',
    'desde 3,5 hasta 5,1',
    'entre 3,5 e 5,1',
    'tra 3,5 e 5,1',
    '3.5 through 5.1',
    '3,5 ... 5,1',
    '3,5…5,1',
    '3.5-5.1 (mmol/L)',
  ])('"%s" is from 3.5 to 5.1', (text) => expect(potassiumLimitsIn(text)).toEqual([3.5, 5.1, 'above']));
});

describe('one limit in words', () => {
  test.each([
    ['moins de 40', [undefined, 40, 'above']],
    ['menos de 40 mg/dL', [undefined, 40, 'above']],
    ['menos que 40', [undefined, 40, 'above']],
    ['meno di 40', [undefined, 40, 'above']],
    ['under 40 mg/dL', [undefined, 40, 'above']],
    ['minore di 40', [undefined, 40, 'above']],
    ['maggiore di 40', [40, undefined, 'below']],
    ['less  than 40', [undefined, 40, 'above']],
    ['Below 40', [undefined, 40, 'above']],
    ['weniger als 40', [undefined, 40, 'above']],
    ['kleiner als 40', [undefined, 40, 'above']],
    ['minder dan 40', [undefined, 40, 'above']],
    ['plus de 40', [40, undefined, 'below']],
    ['más de 40', [40, undefined, 'below']],
    ['above 40', [40, undefined, 'below']],
    ['over 60 mg/dL', [60, undefined, 'below']],
    ['mehr als 40', [40, undefined, 'below']],
    ['größer als 40', [40, undefined, 'below']],
    ['menor o igual a 40', [undefined, 40, '']],
    ['menor ou igual a 39', [undefined, 39, 'above']],
    ['inférieur ou égal à 40', [undefined, 40, '']],
    ['mayor o igual que 40', [40, undefined, '']],
    ['kleiner oder gleich 40', [undefined, 40, '']],
    ['</= 40', [undefined, 40, '']],
    ['>/=60', [60, undefined, 'below']],
    ['> = 40', [40, undefined, '']],
    ['max. 40', [undefined, 40, '']],
    ['maximal 39 mg/dL', [undefined, 39, 'above']],
    ['máximo 40', [undefined, 40, '']],
    ['höchstens 40', [undefined, 40, '']],
    ["jusqu'a 40", [undefined, 40, '']],
    ['min. 60', [60, undefined, 'below']],
    ['mindestens 60', [60, undefined, 'below']],
    ['al menos 40', [40, undefined, '']],
    ['au moins 40', [40, undefined, '']],
  ])('"%s" is %j', (text, found) => expect(limitsIn(text)).toEqual(found));
});

describe('the name of the usual range before its limits', () => {
  test.each([
    'VR: 3,5 - 5,1',
    'V.R.: 3,5 - 5,1',
    'VN 3,5 - 5,1',
    'N: 3.5-5.1',
    'N : 3,5 à 5,1',
    '(N 3.5-5.1)',
    'Normal: 3.5-5.1',
    'Normal 3.5 - 5.1 mmol/L',
    'NORMAL RANGE: 3.5-5.1',
    'Normal (3.5-5.1)',
    '(Normal: 3.5-5.1)',
    'Normalbereich: 3,5 - 5,1',
    'Normwerte 3,5 bis 5,1 mmol/L',
    'Norme : 3,5 à 5,1',
    'Ref: 3.5-5.1',
    'Ref. Range: 3.5 - 5.1',
    'Reference Interval 3.5-5.1 mmol/L',
    'Referenzbereich: 3,5-5,1',
    'Referentiewaarden: 3,5 tot 5,1',
    'Valores de referencia: 3,5 a 5,1',
    'VALORES NORMALES: 3,5 - 5,1',
    'Rango de referencia 3,5-5,1',
    'Valeurs de référence : 3,5 - 5,1',
    'Valeurs usuelles : de 3,5 à 5,1',
    'Valeurs normales 3,5-5,1',
    'Valores de referência: 3,5 a 5,1 mmol/L',
    'Valores normais 3,5 - 5,1',
    'Valori di riferimento: 3,5 - 5,1',
    'Valori normali da 3,5 a 5,1',
    'Rif. 3,5-5,1',
    'Referensintervall 3,5–5,1',
    'Reference ranges: von  3,5  bis  5,1',
  ])('"%s" is from 3.5 to 5.1', (text) => expect(potassiumLimitsIn(text)).toEqual([3.5, 5.1, 'above']));

  test.each([
    ['Normal: < 40', [undefined, 40, 'above']],
    ['N<40', [undefined, 40, 'above']],
    ['Ref: <= 40', [undefined, 40, '']],
    ['VR: hasta 40', [undefined, 40, '']],
    ['Normwert: unter 40', [undefined, 40, 'above']],
    ['Reference range: >60 mg/dL', [60, undefined, 'below']],
  ])('"%s" is %j', (text, found) => expect(limitsIn(text)).toEqual(found));

  test('that fills a field says nothing either', () => {
    const { kind } = readRow({
      code: loinc('2345-7'),
      valueQuantity: quantity(40, 'mg/dL'),
      referenceRange: [{ text: 'Normal: 0-0' }],
    });
    expect(kind).toMatchObject({ rangeText: '', band: undefined });
  });
});

describe('nothing is compared', () => {
  test.each([
    'M: 3,5 - 5,1',
    'V: 12-16 M: 13-17',
    'F 3.5-5.1',
    'Hommes : 3,5 à 5,1',
    'Normal male: 3.5-5.1',
    'Normal adult 3.5-5.1',
    'Adults: 3.5-5.1',
    'VR: mujeres 3,5-5,1',
    'VR: H 3,5-5,1; M 3,0-4,8',
    'N: 3.5-5.1, F: 3.0-4.8',
    'Normal fasting: 70-99',
    'Normal: 70-99 (fasting)',
    'Ayunas: 70-99',
    'Normal: <100, prediabetes 100-125',
    'Normal <200; borderline 200-239',
    'Normal 3.5-5.1 Critical <2.8',
    'Therapeutic range: 10-20',
    'Normal therapeutic 10-20',
    'Reference target <70',
    'Target: under 70',
    'Goal below 70',
    'Optimal: <100',
    'Desirable: <200',
    'under 60 years',
    'under 60',
    'over 18',
    'Normal -3.5-5.1',
    'Normal - 3.5-5.1',
    'Reflex: >60',
    'Reflex: 3.5-5.1',
    'Reflexed > 60',
    'Refer: >60',
    'Referral: 3.5-5.1',
    'Refrigerated: 2-8',
    'Refused 3-5',
    '30 (-35)',
    '<30 (<35)',
    'over 60 y',
    'moins de 5 ans',
    'menos de 5 años',
    'Normal: <5 mmol/L',
    'VR: 3,5-5,1 mmol/L',
    '3,5 tot 5,1 mmol/l',
    'Normal: 3.500-5.100',
    'menos de 1.000',
    'not below 60',
    'no more than',
    'Normal',
    'Normal: 40',
    'N 40',
    'Norma 3-5',
    'Normotensive 3-5',
    'Values <40 are normal',
    'between 3 or 5',
    '3 e 5',
    '3 en 5',
    'less 5',
    '3.5 ... 5.1 ... 7',
    '3.5-5.1 (adults)',
    'Reference: see note 5',
    'Trimester 1: moins de 5',
    'N: Th 3-5',
    'Valle: 3-5',
    'Refer to 3-5',
    'Values in men 3-5',
    'da 3 a 5 anni',
  ])('with "%s"', (text) => expect(limitsIn(text)).toBeUndefined());
});

test.each([
  ['de -2 a 2', [-2, 2, 'below']],
  ['VR: -2 a +3', [-2, 3, 'below']],
  ['Normal: −2 to +2', [-2, 2, 'below']],
  ['(−2 – +2)', [-2, 2, 'below']],
])('"%s" has a limit below zero', (text, found) =>
  expect(limitsIn(text, -4, 'mmol/L', '1925-7')).toEqual(found),
);

test('rule 30: named as the usual one, its sign still says whether the limit itself lies outside', () => {
  expect(limitsIn('Normal: <5.7', 5.7, '%', '4548-4')).toEqual([undefined, 5.7, 'above']);
  expect(limitsIn('VR: hasta 5,7', 5.7, '%', '4548-4')).toEqual([undefined, 5.7, '']);
});
