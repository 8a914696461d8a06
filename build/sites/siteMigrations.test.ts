import { expect, test } from 'vitest';
import { siteSchema } from '../../src/smart/site/siteSchema.ts';
import { checkedSites } from './siteFile.ts';
import { RENAMED_FIELDS, renamedFieldText } from './siteMigrations.ts';

const valuesOf = (oldName: string): ((old: unknown) => unknown) =>
  RENAMED_FIELDS.find((field) => field.oldName === oldName)!.newValue;

test('each new name is a field of the schema, and each old one is none', () => {
  for (const { oldName, newName } of RENAMED_FIELDS) {
    expect(siteSchema.entries).toHaveProperty(newName);
    expect(siteSchema.entries).not.toHaveProperty(oldName);
  }
});

test.each([
  ['sessionMinutes', 720, 12],
  ['sessionMinutes', 1440, 24],
  ['sessionMinutes', 1, 1 / 60],
  ['siUnits', 'molar', 'as-sent'],
  ['siUnits', 'g/L', 'si-mass'],
  ['urgentPhone', '+1 555 010 0199', '+1 555 010 0199'],
])('%s: %j becomes %j, which the build accepts', (oldName, old, expected) => {
  const value = valuesOf(oldName)(old);
  expect(value).toBe(expected);
  const { newName } = RENAMED_FIELDS.find((field) => field.oldName === oldName)!;
  const site = { id: 'a', label: 'A', iss: 'https://a.example', clientId: 'c', [newName]: value };
  expect(checkedSites({ sites: [site] }, 'sites.json')[0]).toMatchObject({ [newName]: expected });
});

test.each([
  ['sessionMinutes', '720'],
  ['sessionMinutes', 0],
  ['siUnits', 'stone'],
  ['siUnits', null],
  ['urgentPhone', ''],
  ['urgentPhone', 911],
])('%s: %j was never right, so the message names the new field and makes no value up', (oldName, old) => {
  expect(valuesOf(oldName)(old)).toBeUndefined();
  expect(renamedFieldText(oldName, old)).toContain('this field was renamed to');
  expect(renamedFieldText(oldName, old)).not.toContain('; write');
});

test.each(['label', 'constructor', '__proto__', ''])('“%s” is no old name', (name) => {
  expect(renamedFieldText(name, 1)).toBeUndefined();
});
