import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unambiguousJson } from './unambiguousJson.ts';
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
  expect(unambiguousJson(text)).toEqual(JSON.parse(text));
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
  expect(unambiguousJson(text)).toBeUndefined();
});

test('text that is nested too deeply or is very long is judged without harm', () => {
  expect(() => unambiguousJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).not.toThrow();
  const long = { a: '\\'.repeat(500_000), b: ':'.repeat(500_000) };
  expect(unambiguousJson(JSON.stringify(long))).toEqual(long);
  expect(unambiguousJson(`{"a":"${'x'.repeat(1_000_000)}`)).toBeUndefined();
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
        expect(unambiguousJson(text)).toEqual(JSON.parse(text));
        const [name = ''] = Object.keys(value);
        expect(unambiguousJson(`{${JSON.stringify(name)}:null,${text.slice(1)}`)).toBeUndefined();
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
