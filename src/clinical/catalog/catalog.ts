/**
 * This file holds the analytes that the app knows, from `loinc-catalog.json` (see its LOINC notice) and
 * `catalogDisplay.ts`. A code belongs to the analyte itself, or is a variant with a series of its own: another
 * formula, specimen or position is never the same line (rule 18). The build packs both files into one table
 * (`build/catalogTable.ts`), which this module unpacks.
 */
import columns from './loinc-catalog.json?table';
import type { Analyte, Bounds, UnitConversion, PlausibleBounds, AnalyteTarget } from './analyteTarget.ts';

/** A LOINC code stands for a target, with a rank among the codes of one Observation. */
export type CatalogMatch = {
  readonly target: AnalyteTarget;
  /**
   * The lowest rank wins when an Observation has several codes: analytes before variants, and inside each the
   * clinical order.
   */
  readonly rank: number;
};

const byCode = new Map<string, CatalogMatch>();
const byOtherCode = new Map<string, AnalyteTarget>();
/** The analytes are in clinical order, as they are shown. */
export const analytes: Analyte[] = [];

const [groupHeadings = [], ...cells] = columns.map((column) => column.split(';'));
const panelCodes = new Set(cells.pop()?.map(unpackLoinc));
const aliases = new Map(
  cells.pop()?.flatMap((cell) => {
    const [unit = '', ...spellings] = cell.split('|');
    return spellings.map((spelling) => [spelling, unit] as const);
  }),
);

function addAnalyte(i: number): void {
  const row = cells.map((column) => column[i] ?? '');
  const analyte = readAnalyte(i, row);
  analytes.push(analyte);
  const [units = '', bounds = '', codes = ''] = row.slice(4);
  const [unit = '', ...others] = units.split('|');
  const analyteTarget: AnalyteTarget = {
    id: analyte.id,
    analyte,
    variant: '',
    unit,
    conversions: new Map(others.map((other) => readConversion(other, unit))),
    plausibleBounds: readPlausibleBounds(bounds),
  };
  if (codes !== '') for (const code of codes.split('|')) addCode(code, analyteTarget);
}

function readAnalyte(i: number, [names = '', key = '', axis = '', decimals]: readonly string[]): Analyte {
  const [name = '', longName = ''] = names.split('=');
  const [short = '', id = short.toLowerCase()] = key.split('=');
  const [, , gapDays = 0] = axis.split(' ');
  return {
    id,
    name,
    longName,
    shortName: short || name,
    decimals: Number(decimals),
    group: groupHeadings.slice(0, i + 1).findLast(Boolean) ?? '',
    order: i * 10,
    axis: readBounds(axis),
    maxGapDays: Number(gapDays),
  };
}

/** Reads "320 30" as the bounds 30 and 320, and "100" as 0 and 100. */
function readBounds(cell: string): Bounds | undefined {
  const [high = 0, low = 0] = cell.split(' ').map(Number);
  return cell === '' ? undefined : [low, high];
}

// A unit has a series of its own when its factor is not exact (1 kPa = 7.50061… mm[Hg]) or is no factor at all (IFCC
// → NGSP).
const NEVER_EXACT = /kPa|mmol\/mol/;
/** Returns whether a unit counts moles or equivalents. */
export const isMolarUnit = (unit: string): boolean => /mol|meq/.test(unit);

/** Reads a third number, as in "800 .02 0", as the mark that 0 is plausible too. */
function readPlausibleBounds(cell: string): PlausibleBounds | undefined {
  const all = readBounds(cell);
  return all && cell.split(' ').length === 3 ? [...all, true] : all;
}

/**
 * Reads "[degF] .5555555555555556 -17.77777777777778" as unit, factor and offset, and "meq/L" as another name of the
 * same unit.
 */
function readConversion(cell: string, to: string): readonly [string, UnitConversion] {
  const [from = '', factor = 1, offset = 0] = cell.split(' ');
  const isExact = isMolarUnit(from) === isMolarUnit(to) && !NEVER_EXACT.test(from);
  return [from, { factor: Number(factor), offset: Number(offset), isExact }];
}

/**
 * Reads "1c1k" as a code of the analyte, and "baf D3 only, molar@nmol/L" as a variant. A variant in a unit of its own
 * shares neither the conversions nor the bounds of its analyte.
 */
function addCode(cell: string, analyteTarget: AnalyteTarget): void {
  if (cell.startsWith('+')) {
    byOtherCode.set(`http://snomed.info/sct|${Number.parseInt(cell.slice(1), 36)}`, analyteTarget);
    return;
  }
  const [, packed = '', variant, unit] = /^(\w+)(?: ([^@]+)@?(.*))?$/.exec(cell) ?? [];
  const code = unpackLoinc(packed);
  let target = analyteTarget;
  if (variant !== undefined) target = { ...analyteTarget, id: `${analyteTarget.id}~${code}`, variant };
  if (unit) target = { ...target, unit, conversions: new Map(), plausibleBounds: undefined };
  byCode.set(code, { target, rank: rankOf(target) });
}

/** A capillary glucose wins over the laboratory's when an Observation has both codes. */
const rankOf = ({ id, variant }: AnalyteTarget): number =>
  id === 'glucose-poc' ? -1 : byCode.size + (variant === '' ? 0 : 10_000);

/**
 * Unpacks a LOINC: the table holds its number in base 36, without the check digit. That is the Luhn digit of the
 * number (mod 10): LOINC Users' Guide, "LOINC code".
 */
function unpackLoinc(packed: string): string {
  const number = Number.parseInt(packed, 36);
  let sum = 0;
  let weight = 2;
  for (let left = number; left > 0; left = Math.floor(left / 10)) {
    const weighted = (left % 10) * weight;
    sum += weighted > 9 ? weighted - 9 : weighted;
    weight = 3 - weight;
  }
  return `${number}-${(1000 - sum) % 10}`;
}

for (const i of groupHeadings.keys()) addAnalyte(i);

/** Returns what a LOINC code stands for; undefined when the catalog does not know it. */
export const catalogMatch = (loinc: string): CatalogMatch | undefined => byCode.get(loinc);

/** Returns all codes that the catalog knows; a target comes once for each of its codes. */
export const catalogMatches = (): Iterable<CatalogMatch> => byCode.values();

/** Returns what a code of another system stands for. The catalog names these codes by exact `system|code`. */
export const targetOfOtherCode = (systemAndCode: string): AnalyteTarget | undefined =>
  byOtherCode.get(systemAndCode);

/** Returns whether a LOINC is a panel or a group ("Vital signs"), which never says what was measured. */
export const isPanelCode = (loinc: string): boolean => panelCodes.has(loinc);

/**
 * Returns the UCUM unit that a spelling stands for; an unknown spelling is returned as it is (rule 15). Beside the
 * fixed alias table two identities of UCUM count, which laboratories use both ways: l and L are both the litre, and
 * the micro sign, the Greek mu and u are all the millionth. The number never changes.
 */
export function canonicalUnit(spelling: string): string {
  const known = aliases.get(spelling);
  if (known !== undefined) return known;
  const plain = spelling.replaceAll(/[µμ]/g, 'u').replace(/\/([dmu]?)l$/, '/$1L');
  return aliases.get(plain) ?? plain;
}
