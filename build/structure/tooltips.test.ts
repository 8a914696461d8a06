import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples, type Reported } from './lintFixture.ts';

const REFUSED: Readonly<Record<string, string>> = {
  'a cell with a title': '<td title={note} />',
  'a title that is written out': '<abbr title="mean arterial pressure" />',
  'the title of a shape': '<svg><path d="M0 0" /><title>{note}</title></svg>',
};

const ALLOWED: Readonly<Record<string, string>> = {
  'a tooltip': '<td data-tooltip={note} />',
  'the title of one of our components': '<Frame title={note} />',
  'the name of a frame': '<iframe title={note} />',
};

const samples = (group: string, codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([name, code], i) => ({
    name,
    path: `src/screens/grid/${group}${i}.tsx`,
    code: `export const Sample = ({ note }: { readonly note: string }) => (<p>${code}</p>);\n`,
  }));
const refused = samples('Refused', REFUSED);
const allowed = samples('Allowed', ALLOWED);
let reported: readonly Reported[] = [];

beforeAll(() => {
  const files = [...refused, ...allowed].map(({ path, code }) => [path, code]);
  reported = lintSamples(Object.fromEntries(files), ['longview/tooltips']);
});

const reportsIn = (path: string) => reported.filter(({ file }) => file.endsWith(path));

describe('a text that a reader needs opens by pointer, key and finger', () => {
  test.each(refused)('refused: $name', ({ path }) => {
    expect(reportsIn(path)).toHaveLength(1);
  });

  test.each(allowed)('allowed: $name', ({ path }) => {
    expect(reportsIn(path)).toEqual([]);
  });
});
