import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMembers } from './jsonMembers.ts';
import { migrateSiteFile } from './migrateSiteFile.ts';

const OLD = `{
\t"sites": [
\t\t{ "id": "a", "label": "A \\"sessionMinutes\\": 1", "iss": "https://fhir.a.example/r4",
\t\t  "clientId" : "x",   "vendor": "generic",
\t\t  "sessionMinutes" :  720, "launch": ["ehr",   "standalone"], "siUnits": "g/L", "urgentPhone": "+1 555 010 0199" }
\t]
}
`;
const migrated = (text: string) => migrateSiteFile(text, 'sites.json');

test('old names and their values become the new ones; order, blanks and all else stay as written', () => {
  const { text } = migrated(OLD);
  expect(text).toBe(
    OLD.replace('"sessionMinutes" :  720', '"maxHours" :  12')
      .replace('"siUnits": "g/L"', '"concentrations": "si-mass"')
      .replace('"urgentPhone"', '"call"'),
  );
  expect(migrated(text)).toEqual({ text, changes: [] });
});

test('each change says where, what and why', () => {
  const [first, ...more] = migrated(OLD).changes;
  expect(first).toBe(
    '/sites/0/sessionMinutes: 720 becomes "maxHours": 12. The field was renamed. It counts hours, not minutes.',
  );
  expect(more).toHaveLength(2);
});

test('the example of this version needs no change', () => {
  const example = readFileSync('sites.example.json', 'utf8');
  expect(migrated(example)).toEqual({ text: example, changes: [] });
});

test.each([
  [
    'an unknown field',
    OLD.replace('"clientId"', '"colour": 1, "clientId"'),
    '/sites/0 must NOT have additional properties (colour)',
  ],
  ['an unknown part', OLD.replace('{', '{ "extra": {},'), 'extra'],
  [
    'both names',
    OLD.replace('"clientId"', '"maxHours": 3, "clientId"'),
    '/sites/0/sessionMinutes is now called maxHours',
  ],
  [
    'a value that was never right',
    OLD.replace('720', '"soon"'),
    '/sites/0/sessionMinutes has a value that was never right: "soon"',
  ],
  [
    'a field that is written twice',
    OLD.replace('"clientId"', '"clientId": "y", "clientId"'),
    'written twice',
  ],
  ['no JSON', `// a comment\n${OLD}`, 'sites.json is no JSON'],
  ['another document', '[]', 'sites.json'],
  ['a text alone', '"sites"', 'sites.json'],
])('%s is refused, and the path is named', (_, text, why) => {
  expect(() => migrated(text)).toThrow(why);
});

test('the members of any JSON text are found where they stand', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      for (const { name, nameFrom, nameTo, valueFrom, valueTo } of jsonMembers(text)) {
        expect(JSON.parse(text.slice(nameFrom, nameTo))).toBe(name);
        expect(() => JSON.parse(text.slice(valueFrom, valueTo)) as unknown).not.toThrow();
      }
      const count = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
      expect(jsonMembers(text)).toHaveLength(count);
    }),
  );
});

test('a byte order mark stays where it was written', () => {
  const { text, changes } = migrated(`\uFEFF${OLD}`);
  expect(text).toBe(`\uFEFF${migrated(OLD).text}`);
  expect(changes).toEqual(migrated(OLD).changes);
});
