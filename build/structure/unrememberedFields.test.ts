import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples, type Reported } from './lintFixture.ts';

const REFUSED: Readonly<Record<string, string>> = {
  'a field of several lines': '<textarea value={note} readOnly />',
  'one that has the switch of a single line': '<textarea autoComplete="off" defaultValue={note} />',
  'one in a form that is remembered': '<form autoComplete="on"><textarea defaultValue={note} /></form>',
  'one in a form without the switch': '<form><textarea defaultValue={note} /></form>',
  'a field for a name': '<input type="text" defaultValue={note} />',
  'a field without a type': '<input defaultValue={note} />',
  'a search with the switch on': '<input type="search" autoComplete="on" />',
  'a date': '<input type="date" defaultValue={note} />',
};

const ALLOWED: Readonly<Record<string, string>> = {
  'a search that is not remembered': '<input type="search" defaultValue={note} autoComplete="off" />',
  'a field of several lines in a form that is not remembered':
    '<form autoComplete="off"><textarea defaultValue={note} /></form>',
  'a tick': '<input type="checkbox" defaultChecked />',
  'a choice from a list': '<select defaultValue={note}><option value="">as reported</option></select>',
};

const samples = (group: string, codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([name, code], i) => ({
    name,
    path: `src/screens/grid/${group}${i}.tsx`,
    code: `export const Sample = ({ note }: { readonly note: string }) => (<p title={note}>${code}</p>);\n`,
  }));
const refused = samples('Refused', REFUSED);
const allowed = samples('Allowed', ALLOWED);
let reported: readonly Reported[] = [];

beforeAll(() => {
  const files = [...refused, ...allowed].map(({ path, code }) => [path, code]);
  reported = lintSamples(Object.fromEntries(files), ['longview/unremembered-fields']);
});

const reportsIn = (path: string) => reported.filter(({ file }) => file.endsWith(path));

describe('no field with a text is remembered by the browser', () => {
  test.each(refused)('refused: $name', ({ path }) => {
    expect(reportsIn(path)).toHaveLength(1);
  });

  test.each(allowed)('allowed: $name', ({ path }) => {
    expect(reportsIn(path)).toEqual([]);
  });
});
