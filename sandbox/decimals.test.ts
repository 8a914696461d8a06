import { expect, test } from 'vitest';
import { fhirJson, withDecimalText } from './decimals.ts';

test('7.0 goes over the wire as 7.0, and is the number 7 for everybody else', () => {
  const quantity = withDecimalText({ value: 7, unit: '%' }, '7.0');
  expect(fhirJson({ valueQuantity: quantity })).toBe('{"valueQuantity":{"value":7.0,"unit":"%"}}');
  expect(quantity).toEqual({ value: 7, unit: '%' });
});

test('a number that loses nothing stays as it is', () => {
  expect(fhirJson(withDecimalText({ value: 5.1 }, '5.1'))).toBe('{"value":5.1}');
});

test('an exponent stays as the server writes it', () => {
  expect(fhirJson(withDecimalText({ value: 1000 }, '1e3'))).toBe('{"value":1e3}');
  expect(fhirJson(withDecimalText({ value: 0.25 }, '2.5E-1'))).toBe('{"value":2.5E-1}');
});
