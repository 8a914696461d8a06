/** This file reads a CSV of the contract as a table and finds the differences between two tables. */
import { EITHER } from './catalog.ts';
import type { CsvLine } from './reading.ts';

export const COLUMNS =
  'observation_id,component,series,code_system,code,code_text,status,effective,comparator,value,unit,unit_code,range_low,range_high,range_text,flag,drawn,reason,value_converted,unit_converted,attached'.split(
    ',',
  );

/** Parses the CSV by RFC 4180 and skips the lines before the header, which are one quoted cell each. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  const from = csv.indexOf(`${COLUMNS.join(',')}\r\n`);
  const cells = csv.slice(from).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const table: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') table.push([]);
  }
  return table.slice(0, -1);
}

/** Returns each row by the names of its columns. */
export const csvLines = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly CsvLine[] =>
  rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));

/** The wording of these columns is the app's own. */
const OWN_WORDS = new Set(['reason', 'attached']);

const MAX_DIFFERENCES = 12;

/**
 * Returns the first dozen differences in words. Lines of the same result and component are matched in the
 * order of their values.
 */
export function differences(app: readonly CsvLine[], own: readonly CsvLine[]): readonly string[] {
  const [left, right] = [linesByKey(app), linesByKey(own)];
  const found: string[] = [];
  for (const key of new Set([...right.keys(), ...left.keys()])) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one === undefined || other === undefined) {
      found.push(`${key}: ${one ? 'is in the CSV alone' : 'is missing in the CSV'}`);
      continue;
    }
    for (const name of COLUMNS.filter(
      (column) => !OWN_WORDS.has(column) && !isEqualCell(one[column], other[column]),
    ))
      found.push(`${key} ${name}: the CSV says "${one[name]}", the reading "${other[name]}"`);
  }
  return found.length > MAX_DIFFERENCES
    ? [...found.slice(0, MAX_DIFFERENCES), `and ${found.length - MAX_DIFFERENCES} more`]
    : found;
}

const isEqualCell = (cell = '', expected = ''): boolean =>
  cell === expected || expected.split(EITHER).includes(cell) || isCutName(cell, expected);

/** A name of more than 240 characters is cut visibly (docs/contract.md, section 4). */
const isCutName = (cell: string, expected: string): boolean =>
  expected.length > 240 && cell.includes('…') && expected.startsWith(cell.slice(0, cell.indexOf('…')));

function linesByKey(lines: readonly CsvLine[]): Map<string, CsvLine> {
  const all = new Map<string, CsvLine>();
  const inOrder = lines.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  for (const line of inOrder) {
    const key = `${line['observation_id']} ${line['component']}`.trim();
    let again = 1;
    while (all.has(again === 1 ? key : `${key} (${again})`)) again++;
    all.set(again === 1 ? key : `${key} (${again})`, line);
  }
  return all;
}

const sortKey = (line: CsvLine): string => `${line['observation_id']} ${line['component']} ${line['value']}`;
