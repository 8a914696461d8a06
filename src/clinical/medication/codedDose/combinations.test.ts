import { expect, test } from 'vitest';
import { contradicts } from './contradictedDose.ts';

const dose = (value: number, unit: string) => ({ value, unit, text: `${value} ${unit}` });

test.each([
  ['amoxicillin-clavulanate 875-125 mg', 1000, 'mg'],
  ['amoxicillin-clavulanate 875-125 mg', 1, 'g'],
  ['amoxicillin-clavulanate 875-125 mg, 2 tablets', 2000, 'mg'],
  ['Take 1 tablet of amoxicillin/clavulanate 875/125 mg twice daily', 1000, 'mg'],
  ['Augmentin 875 mg/125 mg', 1000, 'mg'],
  ['Augmentin 875 mg-125 mg', 1000, 'mg'],
  ['Augmentin 875 mg + 125 mg', 1000, 'mg'],
  ['Amoxicilina 875 mg y clavulánico 125 mg', 1000, 'mg'],
  ['Amoxicilline 1 g/200 mg 3 fois par jour', 1200, 'mg'],
  ['hydrocodone-acetaminophen 5-325 mg', 330, 'mg'],
  ['piperacillin-tazobactam 4-0.5 g', 4.5, 'g'],
  ['Piperacillin/Tazobactam 4 g/0,5 g', 4.5, 'g'],
  ['sulfamethoxazole-trimethoprim 800-160 mg daily', 960, 'mg'],
  ['Trelegy 100-62.5-25 mcg daily', 187.5, 'mcg'],
  ['Stalevo 50/12.5/200 mg', 262.5, 'mg'],
  ['amoxicillin-clavulanate 875-125 mg', 875, 'mg'],
  ['amoxicillin-clavulanate 875-125 mg', 125, 'mg'],
])('the parts of "%s" are together %d %s, or one of them is', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(false);
});

test.each([
  ['amoxicillin-clavulanate 875-125 mg', 100, 'mg'],
  ['amoxicillin-clavulanate 875-125 mg', 500, 'mg'],
  ['amoxicillin-clavulanate 875-125 mg', 1000, 'g'],
  ['amoxicillin-clavulanate 875-125 mg', 10, 'g'],
  ['5-10 mg daily', 15, 'mg'],
  ['1-2 mg daily', 3, 'mg'],
  ['5 mg in the morning and 10 mg at night', 15, 'mcg'],
  ['Take 500-1000 mg', 1500, 'mg'],
])('"%s" is not %d %s', (words, value, unit) => {
  expect(contradicts(words, dose(value, unit))).toBe(true);
});
