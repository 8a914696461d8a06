/** A CSV of the contract as a table, and what differs between two of them. */
import { OR } from './catalog.ts';
import type { Line } from './reading.ts';

export const COLUMNS =
  'observation_id,component,series,code_system,code,code_text,status,effective,comparator,value,unit,unit_code,range_low,range_high,range_text,flag,drawn,reason,value_converted,unit_converted'.split(
    ',',
  );

/** RFC 4180, without the lines that begin with "# " before the header. */
export function tableOf(csv: string): readonly (readonly string[])[] {
  const from = csv.indexOf(`${COLUMNS.join(',')}\r\n`);
  const cells = csv.slice(from).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const table: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') table.push([]);
  }
  return table.slice(0, -1);
}

/** The lines, by the names of their columns. */
export const linesOf = (header: readonly string[], rows: readonly (readonly string[])[]): readonly Line[] =>
  rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));

const MOST = 12;

/** What differs, in words: the first dozen of it. Lines of one result and component are told apart by what they say. */
export function differences(app: readonly Line[], own: readonly Line[]): readonly string[] {
  const [left, right] = [byKey(app), byKey(own)];
  const found: string[] = [];
  for (const key of new Set([...right.keys(), ...left.keys()])) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one === undefined || other === undefined) {
      found.push(`${key}: ${one ? 'is in the CSV alone' : 'is missing in the CSV'}`);
      continue;
    }
    for (const name of COLUMNS.filter(
      (column) => column !== 'reason' && !isRight(one[column], other[column]),
    ))
      found.push(`${key} ${name}: the CSV says "${one[name]}", the reading "${other[name]}"`);
  }
  return found.length > MOST ? [...found.slice(0, MOST), `and ${found.length - MOST} more`] : found;
}

const isRight = (cell = '', expected = ''): boolean => cell === expected || expected.split(OR).includes(cell);

function byKey(lines: readonly Line[]): Map<string, Line> {
  const all = new Map<string, Line>();
  const inOrder = lines.toSorted((a, b) => (said(a) < said(b) ? -1 : 1));
  for (const line of inOrder) {
    const key = `${line['observation_id']} ${line['component']}`.trim();
    let again = 1;
    while (all.has(again === 1 ? key : `${key} (${again})`)) again++;
    all.set(again === 1 ? key : `${key} (${again})`, line);
  }
  return all;
}

const said = (line: Line): string => `${line['observation_id']} ${line['component']} ${line['value']}`;
