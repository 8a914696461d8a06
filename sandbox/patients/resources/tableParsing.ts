// Results in the story tables are written as a laboratory would print them, with their marks behind:
//   5.8H 5.8HH 1.9L  flag sent        118o  no flag sent, though outside the range sent
//   5.3H~  preliminary    241Hc  corrected    <12 >60  comparator
import type { Observation, Quantity } from 'fhir/r4';
import type { Flag } from './codes.ts';

type ParsedResult = {
  readonly value: number;
  /** As the laboratory wrote it: "7.0". */
  readonly valueText: string;
  readonly comparator: NonNullable<Quantity['comparator']> | undefined;
  readonly flag: Flag | undefined;
  readonly status: Observation['status'];
};

const COMPARATORS = ['<', '<=', '>', '>='] as const;
const FLAGS = ['HH', 'LL', 'H', 'L', 'A', 'N'] as const;
const SHAPE = /^([<>]=?)?(-?[\d.]+)(HH|LL|H|L|A|N)?([~co])?$/;

export function parseResult(text: string): ParsedResult {
  const found = SHAPE.exec(text);
  if (!found) throw new Error(`Not a result: "${text}".`);
  const [, comparator, valueText = '', flag, mark] = found;
  return {
    value: Number(valueText),
    valueText,
    comparator: COMPARATORS.find((known) => known === comparator),
    flag: FLAGS.find((known) => known === flag),
    status: mark === '~' ? 'preliminary' : mark === 'c' ? 'corrected' : 'final',
  };
}

/** "2014-12-03 7.2H 2015-06-24 6.9H" → pairs of when and result. */
export function parsePairs(text: string): readonly (readonly [string, string])[] {
  const cells = text.trim().split(/\s+/);
  return cells.flatMap((when, i) => (i % 2 === 0 ? [[when, cells[i + 1] ?? ''] as const] : []));
}

/** Rows of a table whose first cell is the time; "." stands for "not measured". */
export function parseRows(text: string): readonly (readonly [string, ...string[]])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [when = '', ...cells] = row.trim().split(/\s+/);
      return [when, ...cells];
    });
}

/** Rows of a table whose cells stand between bars. */
export function parseBarRows(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}
