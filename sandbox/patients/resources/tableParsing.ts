// Results in the story tables are written as a laboratory would print them, followed by their marks: `5.8H`, `5.8HH`
// and `1.9L` have a flag, `118o` is sent without a flag although it is outside its range, `5.3H~` is preliminary,
// `241Hc` is corrected, and `<12` and `>60` have a comparator.
import type { Observation, Quantity } from 'fhir/r4';
import type { Flag } from './codes.ts';

type ParsedResult = {
  readonly value: number;
  /** This is the number as the laboratory wrote it, such as "7.0". */
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

/** Splits "2014-12-03 7.2H 2015-06-24 6.9H" into pairs of time and result. */
export function parsePairs(text: string): readonly (readonly [string, string])[] {
  const cells = text.trim().split(/\s+/);
  return cells.flatMap((when, i) => (i % 2 === 0 ? [[when, cells[i + 1] ?? ''] as const] : []));
}

/**
 * Splits a table into rows whose cells stand between spaces. The first cell is the time, and "." stands for
 * "not measured".
 */
export function parseRows(text: string): readonly (readonly [string, ...string[]])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [when = '', ...cells] = row.trim().split(/\s+/);
      return [when, ...cells];
    });
}

/** Splits a table into rows whose cells stand between bars. */
export function parseBarRows(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}
