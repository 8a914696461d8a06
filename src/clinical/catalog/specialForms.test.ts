import { expect, test } from 'vitest';
import { catalogMatch, targetOfId } from './catalog.ts';
import { isMoreGeneral, specialFormOf, specialFormsOf } from './specialForms.ts';

const match = (code: string) => {
  const found = catalogMatch(code);
  if (found === undefined) throw new Error(`${code} is not in the catalog`);
  return found;
};
const target = (id: string) => {
  const found = targetOfId(id);
  if (found === undefined) throw new Error(`${id} is not in the catalog`);
  return found;
};

test.each([
  ['temperature, site not given', '8310-5', 'ear', '8333-7'],
  ['heart rate', '8867-4', 'standing', '69001-6'],
  ['pressure', '8480-6', 'lying', '8461-6'],
  ['creatinine, specimen not settled', '77140-2', 'serum or plasma', '2160-0'],
  ['pH of blood', '11558-4', 'capillary', '2745-8'],
  ['saturation of arterial blood', '2708-6', 'pulse oximetry', '59408-5'],
  ['troponin I', '10839-9', 'high sensitivity', '89579-7'],
  ['LDL, method not given', '2089-1', 'calculated', '13457-7'],
  ['filtration rate, formula not given', '69405-9', 'CKD-EPI 2009', '62238-1'],
  ['glucose', '2345-7', 'fasting', '1558-6'],
  ['vancomycin, time not given', '20578-1', 'peak', '4090-7'],
])('%s (%s) says less than %s (%s), and not the other way', (_, general, __, special) => {
  expect(isMoreGeneral(match(general), match(special))).toBe(true);
  expect(isMoreGeneral(match(special), match(general))).toBe(false);
});

test.each([
  ['serum and whole blood', '2951-2', '2947-0'],
  ['arterial and venous', '2744-1', '2746-6'],
  ['calculated and direct', '13457-7', '18262-6'],
  ['two formulas', '98979-8', '33914-3'],
  ['two measures', '2823-3', '2951-2'],
  ['sitting and standing', '8459-0', '8460-8'],
])('%s contradict each other', (_, a, b) => {
  expect(isMoreGeneral(match(a), match(b))).toBe(false);
  expect(isMoreGeneral(match(b), match(a))).toBe(false);
});

test.each([
  ['temp', /axilla/, 'temp-ax'],
  ['temp', /rectal/, 'temp-rect'],
  ['lactate', /^arterial/, 'lactate-art'],
  ['lactate-bld', /venous/, 'lactate-ven'],
  ['k', /^arterial$/, 'k-bld~32713-0'],
  ['sao2-art', /pulse oximetry/, 'spo2'],
  ['bp-sys', /standing/, 'bp-sys~8460-8'],
  ['vanc-random', /trough/, 'vanc'],
])('a result of %s that says %s belongs to %s', (general, words, special) => {
  expect(specialFormOf(target(general), words)?.id).toBe(special);
});

test('where no form or several match, none is chosen', () => {
  expect(specialFormOf(target('temp'), /groin/)).toBeUndefined();
  expect(specialFormOf(target('temp'), /./)).toBeUndefined();
  expect(specialFormOf(match('8460-8').target, /standing/)).toBeUndefined();
});

test('every special form has words, and the general form of none is itself', () => {
  for (const id of ['temp', 'hr', 'glucose', 'so2-bld', 'hgb', 'tni', 'fio2', 'weight']) {
    const forms = specialFormsOf(target(id));
    expect(forms.length).toBeGreaterThan(1);
    expect(forms.filter(({ differsBy, target: form }) => differsBy === '' || form.id === id)).toEqual([]);
  }
});
