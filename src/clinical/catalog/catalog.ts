/**
 * The analytes that the app knows, from `loinc-catalog.json` (see its LOINC notice) and `catalogDisplay.ts`. A code belongs
 * to the analyte's own series, or is a variant with a series of its own: another formula, specimen or position is never the
 * same line (display rule 18).
 */
import columns from './loinc-catalog.json?table';
import type { Analyte, Bounds, UnitConversion, PlausibleBounds, AnalyteTarget } from './analyteTarget.ts';

export type CatalogMatch = {
  readonly target: AnalyteTarget;
  /** Of several codes of one Observation the lowest wins: own line before variant, clinical order inside each. */
  readonly rank: number;
};

const byCode = new Map<string, CatalogMatch>();
const byOtherCode = new Map<string, AnalyteTarget>();
/** In clinical order. */
export const analytes: Analyte[] = [];

const [headings = [], ...cells] = columns.map((column) => column.split(';'));
const neverKeys = new Set(cells.pop()?.map(unpackLoinc));
const aliases = new Map(
  cells.pop()?.flatMap((cell) => {
    const [unit = '', ...spellings] = cell.split('|');
    return spellings.map((spelling) => [spelling, unit] as const);
  }),
);

function read(i: number): void {
  const row = cells.map((column) => column[i] ?? '');
  const analyte = analyteAt(i, row);
  analytes.push(analyte);
  const [units = '', plausible = '', codes = ''] = row.slice(4);
  const [unit = '', ...others] = units.split('|');
  const own: AnalyteTarget = {
    id: analyte.id,
    analyte,
    variant: '',
    unit,
    conversions: new Map(others.map((other) => conversionOf(other, unit))),
    plausibleBounds: plausibleOf(plausible),
  };
  if (codes !== '') for (const code of codes.split('|')) readCode(code, own);
}

function analyteAt(i: number, [names = '', key = '', axis = '', decimals]: readonly string[]): Analyte {
  const [name = '', longName = ''] = names.split('=');
  const [short = '', id = short.toLowerCase()] = key.split('=');
  const [, , gapDays = 0] = axis.split(' ');
  return {
    id,
    name,
    longName,
    shortName: short || name,
    decimals: Number(decimals),
    group: headings.slice(0, i + 1).findLast(Boolean) ?? '',
    order: i * 10,
    axis: boundsOf(axis),
    maxGapDays: Number(gapDays),
  };
}

/** "320 30" are the bounds 30 and 320, "100" are 0 and 100. */
function boundsOf(cell: string): Bounds | undefined {
  const [high = 0, low = 0] = cell.split(' ').map(Number);
  return cell === '' ? undefined : [low, high];
}

// Not an exact factor (1 kPa = 7.50061… mm[Hg]), or not a factor at all (IFCC → NGSP): a series of its own.
const NEVER_EXACT = /kPa|mmol\/mol/;
const isMolar = (unit: string): boolean => /mol|meq/.test(unit);

/** "800 .02 0": 0 is plausible too. */
function plausibleOf(cell: string): PlausibleBounds | undefined {
  const all = boundsOf(cell);
  return all && cell.split(' ').length === 3 ? [...all, true] : all;
}

/** "[degF] .5555555555555556 -17.77777777777778"; "meq/L" for another name of the same. */
function conversionOf(cell: string, to: string): readonly [string, UnitConversion] {
  const [from = '', factor = 1, offset = 0] = cell.split(' ');
  const isExact = isMolar(from) === isMolar(to) && !NEVER_EXACT.test(from);
  return [from, { factor: Number(factor), offset: Number(offset), isExact }];
}

/** "1c1k", or of a variant "baf D3 only, molar@nmol/L"; in a unit of its own it has nothing of the conversions and bounds. */
function readCode(cell: string, own: AnalyteTarget): void {
  if (cell.startsWith('+')) {
    byOtherCode.set(`http://snomed.info/sct|${Number.parseInt(cell.slice(1), 36)}`, own);
    return;
  }
  const [, packed = '', variant, unit] = /^(\w+)(?: ([^@]+)@?(.*))?$/.exec(cell) ?? [];
  const code = unpackLoinc(packed);
  let target = own;
  if (variant !== undefined) target = { ...own, id: `${own.id}~${code}`, variant };
  if (unit) target = { ...target, unit, conversions: new Map(), plausibleBounds: undefined };
  byCode.set(code, { target, rank: rankOf(target) });
}

/** A capillary glucose is never the laboratory's, even when it has both codes. */
const rankOf = ({ id, variant }: AnalyteTarget): number =>
  id === 'glucose-poc' ? -1 : byCode.size + (variant === '' ? 0 : 10_000);

/**
 * The table holds a LOINC as its number in base 36, without the check digit. That is the Luhn digit of the number
 * (mod 10): LOINC Users' Guide, "LOINC code".
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

for (const i of headings.keys()) read(i);

/** What a LOINC code stands for, or undefined if the catalog does not know it. */
export const catalogMatch = (loinc: string): CatalogMatch | undefined => byCode.get(loinc);

/** All that the catalog knows; a target comes once for each of its codes. */
export const catalogMatches = (): Iterable<CatalogMatch> => byCode.values();

/** What a code of another system stands for: only those that the catalog names, by exact `system|code`. */
export const targetOfOtherCode = (systemAndCode: string): AnalyteTarget | undefined =>
  byOtherCode.get(systemAndCode);

/** Codes of panels and groups ("Vital signs"): never what a result is of. */
export const isPanelCode = (loinc: string): boolean => neverKeys.has(loinc);

/**
 * The UCUM unit that a spelling stands for, by the fixed alias table and by two identities of UCUM itself that laboratories
 * use both ways: l and L are both the litre, and the micro sign, the Greek mu and u are all the millionth. The number never
 * changes. Otherwise as sent.
 */
export function canonicalUnit(spelling: string): string {
  const known = aliases.get(spelling);
  if (known !== undefined) return known;
  const plain = spelling.replaceAll(/[µμ]/g, 'u').replace(/\/([dmu]?)l$/, '/$1L');
  return aliases.get(plain) ?? plain;
}
