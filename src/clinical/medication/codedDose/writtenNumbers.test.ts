import { expect, test } from 'vitest';
import { contradicts, contradictsRate } from './contradictedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['Metformin 1.000 mg zweimal täglich', 1000, 'mg'],
  ['Metformin 1.000 mg zweimal täglich', 1, 'g'],
  ['Tomar 1.000 mg cada 12 horas', 1000, 'mg'],
  ['Suero fisiológico 1.000 ml en 24 h', 1, 'L'],
  ['Paracetamolo 1.000 mg ogni 8 ore', 1000, 'mg'],
  ['Amoxicillin 1.000 mg 1-0-1', 1, 'g'],
  ['Vitamin B12 1.000 µg i.m. monatlich', 1, 'mg'],
  ['Colecalciferolo 25.000 U.I. una volta al mese', 25_000, 'UI'],
  ['Dekristol 20.000 I.E. pro Woche', 20_000, 'IE'],
  ['Benzilpenicilina 1.200.000 UI IM', 1_200_000, 'UI'],
  ['Penicillin G benzathine 1,200,000 units IM', 1_200_000, 'U'],
  ['Penicillin G 2,4 Mio. IE i.m.', 2_400_000, 'IE'],
  ['Penicilina 2,4 millones de unidades', 2_400_000, 'UI'],
  ['Lorazepam 1.000 mg daily', 1, 'mg'],
  ['Amoxicilina/clavulánico 875/125 mg, 1 comp cada 8 h', 875, 'mg'],
  ['Amoxicilina/clavulánico 875 mg/125 mg cada 8 h', 875, 'mg'],
  ['Amoxicilline 1 g/200 mg 3 fois par jour', 1000, 'mg'],
  ['Stalevo 50/12.5/200 mg', 50, 'mg'],
  ['Ramipril 5 mg 1-0-1', 5, 'mg'],
  ['Ramipril 5 mg 2-0-1', 10, 'mg'],
  ['Ramipril 5 mg 2-0-1', 15, 'mg'],
  ['Ramipril 5 mg ½-0-½', 2.5, 'mg'],
  ['Ramipril 5 mg 1-0-0-1', 10, 'mg'],
  ['1-0-0 Tabletten', 1, 'Tabletten'],
  ['Trelegy 100-62.5-25 mcg daily', 100, 'mcg'],
  ['Atripla 600-200-300 mg nightly', 600, 'mg'],
  ['Give 250 mg/5 mL, 10 mL every 8 hours', 10, 'mL'],
  ['Cefazolin 2 g IV (2,000 mg)', 2000, 'mg'],
  ['Cefazolin 2 g IV (2,000 mg)', 2, 'g'],
  ['Inject 2 mL (10 mg in each mL)', 20, 'mg'],
  ['650 mg every 6 hours, not to exceed 3 g/day', 650, 'mg'],
  ['Paracetamol, max 4 g in 24 h', 1, 'g'],
  ['Take up to 2 tablets', 1, 'tablet'],
  ['Gentamicin 5 mg/kg, max 400 mg', 350, 'mg'],
  ['Heparin 80 units/kg, max 4000 units, then as ordered', 5600, 'U'],
])('"%s" is %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['Take 1.000 mg daily', 1000, 'mg'],
  ['Carvedilol 3.125 mg', 3125, 'mg'],
  ['Vitamin B12 1,000 mcg daily', 1, 'mcg'],
  ['Inject 5,000 units every 8 hours', 5, 'U'],
  ['Metformin 1.000 mg zweimal täglich', 1000, 'g'],
  ['Colecalciferolo 25.000 U.I. una volta al mese', 2500, 'UI'],
  ['Benzilpenicilina 1.200.000 UI IM', 120_000, 'UI'],
  ['Penicillin G 4 million units every 4 hours', 4, 'units'],
  ['Amoxicilina/clavulánico 875/125 mg', 500, 'mg'],
  ['Amoxicilline 1 g/200 mg', 1, 'mg'],
  ['Digitoxin 0,07 mg 1-0-0', 70, 'mg'],
  ['Take 0.5 mg daily, max 2 mg', 500, 'mg'],
  ['Ramipril 5 mg 1-0-1', 50, 'mg'],
  ['Ramipril 5 mg 1-0-0', 10, 'mg'],
  ['Cefazolin 2 g IV (2,000 mg)', 2, 'mg'],
  ['Morphine 10 mg/5 mL: take 2.5 mL (5 mg)', 5, 'mL'],
  ['Morphine 20 mg/mL: give 0.25 mL (5 mg)', 5, 'mL'],
  ['650 mg every 6 hours, not to exceed 3 g/day', 6500, 'mg'],
  ['2.5 mg up to 4 times daily', 25, 'mg'],
])('"%s" is not %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});

test.each([
  ['1.000 IE/h', 1000, 'IE/h', false],
  ['1.000 ml pro Stunde', 1000, 'mL/h', false],
  ['1.000 ml pro Stunde', 1000, 'mL/min', true],
])('the rate "%s" beside a coded %d %s: contradicted %s', (words, value, unit, isOther) => {
  expect(contradictsRate(words, dose(value, unit))).toBe(isOther);
});
