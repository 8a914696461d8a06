import { expect, test } from 'vitest';
import { phoneNumbersIn } from './phoneNumbers.ts';

const calls = (text: string): readonly string[] => phoneNumbersIn(text).map(({ address }) => address);

test.each([
  ['+1 555 010 0199', '+1 555 010 0199', 'tel:+15550100199'],
  ['the nurse line, +1 555 010 0199', '+1 555 010 0199', 'tel:+15550100199'],
  ['+1 (555) 010-0199 (nurse line)', '+1 (555) 010-0199', 'tel:+15550100199'],
  ['(555) 010-0199', '(555) 010-0199', 'tel:5550100199'],
  ['555.010.0199, day and night', '555.010.0199', 'tel:5550100199'],
  ['+44 (0)20 7946 0000', '+44 (0)20 7946 0000', 'tel:+442079460000'],
  ['the nurse line (555 010 0199).', '555 010 0199', 'tel:5550100199'],
  ['555\u00a0010\u20110199', '555\u00a0010\u20110199', 'tel:5550100199'],
  ['NHS 111', '111', 'tel:111'],
  ['ward 7, 555 010 0199', '555 010 0199', 'tel:5550100199'],
  ['555 010 0199, ext. 12', '555 010 0199', 'tel:5550100199'],
])('“%s” holds %s', (text, number, address) => {
  expect(phoneNumbersIn(text)).toEqual([{ number, address }]);
});

test('each of two numbers can be called', () => {
  expect(calls('+1 555 010 0199, or +1 555 010 0198 at night')).toEqual([
    'tel:+15550100199',
    'tel:+15550100198',
  ]);
  expect(calls('+1 555 010 0199 +1 555 010 0198')).toEqual(['tel:+15550100199', 'tel:+15550100198']);
});

test.each([
  [''],
  ['your care team'],
  ['1-800-NURSES'],
  ['1 800 555 FLOWERS'],
  ['800.nurse'],
  ['24/7 at the front desk'],
  ['030/1234567'],
  ['floor 2'],
  ['ward 300, desk 400'],
  ['1234567890123456'],
  ['A1234567'],
  ['1234567B'],
  ['٠١٢٣٤٥٦٧٨'],
])('“%s” holds none that is certain, so nothing is linked', (text) => {
  expect(calls(text)).toEqual([]);
});

test('what is called has digits alone, whatever the text holds', () => {
  for (const text of ['555 010 0199;phone-context=evil', 'javascript:5550100199', 'tel:5550100199,,1234#'])
    for (const address of calls(text)) expect(address).toMatch(/^tel:\+?\d+$/);
});

test('a long text is read at once', () => {
  for (const unit of ['1 ', '(', '+1', '1-', ' ', '1/'])
    expect(calls(unit.repeat(200 / unit.length))).toEqual([]);
});
