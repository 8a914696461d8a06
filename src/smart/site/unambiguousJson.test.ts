import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnambiguousJson, valueOfJson } from './unambiguousJson.ts';
import { fieldOf, textField } from './untrustedJson.ts';

test.each([
  ['{}'],
  ['[]'],
  ['"a:b"'],
  ['7'],
  ['null'],
  ['{"patient":"p1","note":"a\\":b{:}"}'],
  ['{"a":{"id":1},"b":{"id":2},"c":[{"id":3},{"id":4},["x:y"]]}'],
  ['{"":1,"constructor":2,"toString":3}'],
  [' { "a" : "\\\\" , "b" : ":" } '],
])('%s says each thing once', (text) => {
  expect(isUnambiguousJson(text)).toBe(true);
});

test.each([
  ['{"patient":"p1","patient":"p2"}'],
  ['{"patient":"p1","patient":"p1"}'],
  ['{"patient":"p1","p\\u0061tient":"p2"}'],
  ['{"a":[{"token_endpoint":"x","b":{},"token_endpoint":"y"}]}'],
  ['{"":1,"":2}'],
  ['{"constructor":1,"constructor":2}'],
  ['{"__proto__":{"patient":"p2"},"patient":"p1"}'],
  ['{"a":{"\\u005f_proto__":null}}'],
  ['{'],
  [''],
  ['{"a":1}{"a":2}'],
])('%s is refused', (text) => {
  expect(isUnambiguousJson(text)).toBe(false);
});

test('text that is nested too deeply or is very long is judged without harm', () => {
  expect(isUnambiguousJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBeTypeOf('boolean');
  expect(isUnambiguousJson(JSON.stringify({ a: '\\'.repeat(500_000), b: ':'.repeat(500_000) }))).toBe(true);
  expect(isUnambiguousJson(`{"a":"${'x'.repeat(1_000_000)}`)).toBe(false);
});

test('whatever JSON is written once is unambiguous, and a member put in again makes it ambiguous', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        fc.jsonValue(),
        { minKeys: 1 },
      ),
      (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('"__proto__":'));
        expect(isUnambiguousJson(text)).toBe(true);
        const [name = ''] = Object.keys(value);
        expect(isUnambiguousJson(`{${JSON.stringify(name)}:null,${text.slice(1)}`)).toBe(false);
      },
    ),
  );
});

test('only what was sent is a field: nothing is inherited', () => {
  const sent: object = Object.create({ patient: 'of the prototype' }) as object;
  expect(fieldOf(sent, 'patient')).toBeUndefined();
  expect(textField(Object.assign(sent, { patient: 'p1' }), 'patient')).toBe('p1');
  expect(fieldOf({}, 'constructor')).toBeUndefined();
  expect(fieldOf({}, 'toString')).toBeUndefined();
});

test('a text that is not JSON has no value', () => {
  expect(valueOfJson('{')).toBeUndefined();
  expect(valueOfJson('{"a":1}')).toEqual({ a: 1 });
});
