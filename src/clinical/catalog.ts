/**
 * The analytes that the app knows, from `loinc-catalog.json` (see its LOINC notice). A code belongs to the analyte's own
 * series, or is a variant with a series of its own: another formula, specimen or position is never the same line
 * (display rule 18).
 */
import table from './loinc-catalog.json?table';

/** value · factor + offset is the value in the unit of the target. */
export type Conversion = { readonly factor: number; readonly offset: number };

/** One line: an analyte, or one variant of it, in the unit that the catalog gives it. */
export type Target = {
  /** Series id without a suffix for another unit: `k`, `egfr~62238-1`. */
  readonly id: string;
  readonly analyte: Analyte;
  /** LOINC of the variant, '' for the analyte's own line. */
  readonly variant: string;
  /** UCUM; '' where the catalog gives none (dipstick results). */
  readonly unit: string;
  /** Units that convert by an exact factor inside one dimension: done and marked (display rule 16). */
  readonly exact: ReadonlyMap<string, Conversion>;
  /** Units that fit but are not converted unasked (mass and molar): each is a series of its own. */
  readonly other: ReadonlyMap<string, Conversion>;
  /** Wide bounds in `unit` that refuse the impossible and never flag. */
  readonly plausible: readonly [number, number] | undefined;
};

export type Analyte = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly decimals: number;
  /** A labelled logarithmic axis may be offered. */
  readonly logOption: boolean;
};

export type Match = {
  readonly target: Target;
  /** Of several codes of one Observation the lowest wins: own line before variant, catalog order inside each. */
  readonly rank: number;
};

const [rows, aliasRows, neverKeys] = table;

/**
 * Tighter than the catalog, each for a trap of `loinc-catalog.md` that its bounds let through; for clinical review.
 * "15.0 gm/L" haemoglobin would be 1.5 g/dL.
 */
const TIGHTER: Readonly<Record<string, readonly [number, number]>> = { hgb: [2, 28] };

// Not an exact factor (1 kPa = 7.50061… mm[Hg]), or not a factor at all (IFCC → NGSP): a series of its own.
const NEVER_EXACT = new Set(['kPa', 'mmol/mol']);
const isMolar = (unit: string): boolean => /mol|meq/.test(unit);
const isExact = (from: string, to: string): boolean =>
  isMolar(from) === isMolar(to) && !NEVER_EXACT.has(from);

const byCode = new Map<string, Match>();
const analytes = new Map<string, Analyte>();
const never = new Set(neverKeys.split(' '));
const aliases = new Map(
  Object.entries(aliasRows).flatMap(([unit, spellings]) =>
    spellings.map((spelling) => [spelling, unit] as const),
  ),
);

function read([
  id,
  name,
  short,
  unit,
  decimals,
  codes,
  conversions = [],
  plausible,
  log,
]: (typeof rows)[number]): void {
  const analyte: Analyte = { id, name, short: short || name, decimals, logOption: log === 1 };
  analytes.set(id, analyte);
  const entries = conversions.map(([from, factor, offset = 0]) => [from, { factor, offset }] as const);
  const own: Target = {
    id,
    analyte,
    variant: '',
    unit: unit || '',
    exact: new Map(entries.filter(([from]) => isExact(from, unit || ''))),
    other: new Map(entries.filter(([from]) => !isExact(from, unit || ''))),
    plausible: TIGHTER[id] ?? (plausible || undefined),
  };
  for (const sent of codes.split(' ')) {
    const [code = '', codeUnit] = sent.replace(/^[!~]/, '').split('@');
    const target = sent.startsWith('!') ? variantOf(own, code, codeUnit) : own;
    byCode.set(code, { target, rank: byCode.size + (target === own ? 0 : 10_000) });
  }
}

/** A variant in a unit of its own has nothing of the analyte's conversions and bounds. */
const variantOf = (own: Target, variant: string, unit: string | undefined): Target => ({
  ...own,
  id: `${own.id}~${variant}`,
  variant,
  ...(unit !== undefined && unit !== own.unit
    ? { unit, exact: new Map(), other: new Map(), plausible: undefined }
    : {}),
});

for (const row of rows) read(row);

/** What a LOINC code stands for, or undefined if the catalog does not know it. */
export const matchFor = (loinc: string): Match | undefined => byCode.get(loinc);

/** The analyte of a catalog id such as `k`. */
export const catalogAnalyte = (id: string): Analyte | undefined => analytes.get(id);

/** Codes of panels and groups ("Vital signs"): never what a result is of. */
export const isPanelCode = (loinc: string): boolean => never.has(loinc);

/**
 * The UCUM unit that a spelling stands for, by the fixed alias table and by the one identity of UCUM itself that
 * laboratories use both ways: l and L are both the litre. An identity; the number never changes. Otherwise as sent.
 */
export function canonicalUnit(spelling: string): string {
  const known = aliases.get(spelling);
  if (known !== undefined) return known;
  const litre = spelling.replace(/\/([dmu]?)l$/, '/$1L');
  return aliases.get(litre) ?? litre;
}
