/**
 * This file holds the analytes that the app knows. They come from `loinc-catalog.json` (see its LOINC notice) and
 * `catalogDisplay.ts`, which the build packs into one file of columns (`build/catalogTable.ts`,
 * docs/decisions/0036). A code belongs to the analyte itself, or is a variant with a series of its own: another
 * formula, specimen or position is never the same line (rule 18).
 */
import { idOfName, type CatalogFile } from './catalogFile.ts';
import type { Analyte, Bounds, UnitConversion, PlausibleBounds, AnalyteTarget } from './analyteTarget.ts';

/** A code stands for a target, with a rank among the codes of one Observation. */
export type CatalogMatch = {
  readonly target: AnalyteTarget;
  /** The lowest rank wins among codes of one measure: analytes before variants, and inside each the clinical order. */
  readonly rank: number;
  /**
   * These words tell the code from others of its series ("fasting", "manual count"): the line breaks where they change
   * (rule 18). They are '' for most codes.
   */
  readonly mark: string;
  /** The mark counts for values below this limit, in the unit of the series: two detection limits differ only there. */
  readonly markBelow: number;
};

const byCode = new Map<string, CatalogMatch>();
const byId = new Map<string, AnalyteTarget>();
/** These are the targets that are a form of an analyte, by the id of that analyte. */
const formsById = new Map<string, AnalyteTarget[]>();
const panelCodes = new Set<string>();
const unmappedCodes = new Set<string>();
const byName = new Map<string, Analyte>();
const byShortName = new Map<string, Analyte>();
/** The analytes are in clinical order, as they are shown. */
export const analytes: Analyte[] = [];

/**
 * Takes the catalog from its file, before the first Observation is read. Throws when the file has not the shape that
 * this version of the app reads: results are not shown by an app that knows no analyte.
 */
export function fillCatalog(file: unknown): void {
  const columns = new Map(Object.entries(file ?? {}));
  const cellsOf = (column: keyof CatalogFile): readonly string[] => {
    const text: unknown = columns.get(column);
    if (typeof text !== 'string') throw new Error(`The catalog has no ${column}.`);
    return text.split(';');
  };
  const ofAnalytes = ANALYTE_COLUMNS.map(cellsOf);
  const [groups = []] = ofAnalytes;
  if (groups.length < 2 || ofAnalytes.some(({ length }) => length !== groups.length))
    throw new Error('The columns of the catalog differ in length.');
  const [panels, unmapped] = [cellsOf('panelCodes'), cellsOf('unmappedCodes')];
  for (const known of [byCode, byId, formsById, panelCodes, unmappedCodes, byName, byShortName])
    known.clear();
  analytes.length = 0;
  for (const i of groups.keys())
    addAnalyte(
      i,
      ofAnalytes.map((cells) => cells[i] ?? ''),
    );
  for (const code of panels) panelCodes.add(unpackLoinc(code));
  for (const code of unmapped) unmappedCodes.add(unpackLoinc(code));
}

/** The columns stand in the order in which `addAnalyte` takes their cells. */
const ANALYTE_COLUMNS: readonly (keyof CatalogFile)[] = [
  'groups',
  'names',
  'keys',
  'axes',
  'decimals',
  'displays',
  'relations',
  'units',
  'bounds',
  'codes',
];

function addAnalyte(i: number, row: readonly string[]): void {
  const analyte = readAnalyte(i, row);
  analytes.push(analyte);
  byName.set(nameKey(analyte.name), analyte);
  // A letter that stands alone is no word of a name, and "A/G" without its letters would be every name without a word.
  const short = nameKey(analyte.shortName);
  if (short.length > 2 && !/\b\w\b/.test(analyte.shortName)) byShortName.set(short, analyte);
  const [units = '', bounds = '', codes = ''] = row.slice(7);
  const [unit = '', ...others] = units.split('|');
  const analyteTarget: AnalyteTarget = {
    id: analyte.id,
    analyte,
    variant: '',
    unit,
    conversions: new Map(others.map((other) => readConversion(other, unit))),
    plausibleBounds: readPlausibleBounds(bounds),
  };
  byId.set(analyte.id, analyteTarget);
  if (analyte.specialOf !== '') addForm(analyte.specialOf, analyteTarget);
  // A code of another system says no more of the method than the LOINC that leaves it open.
  const [, open = ''] = /^\w+!([^|]*not given)/.exec(codes) ?? [];
  if (codes !== '') for (const code of codes.split('|')) addCode(code, analyteTarget, open);
}

function addForm(of: string, form: AnalyteTarget): void {
  const forms = formsById.get(of);
  if (forms) forms.push(form);
  else formsById.set(of, [form]);
}

/** An analyte without a heading of its own stands in the group of the one before it. */
function readAnalyte(i: number, row: readonly string[]): Analyte {
  const [heading, names = '', key = '', axis = '', decimals, display, relation = ''] = row;
  const named = readNames(names, key);
  return {
    ...named,
    decimals: Number(decimals),
    group: heading || (analytes.at(-1)?.group ?? ''),
    order: i * 10,
    axis: readBounds(axis),
    maxGapDays: Number(axis.split(' ')[2] ?? 0),
    isListedOnly: display === 't',
    ...readRelation(relation, named.longName || named.name),
  };
}

function readNames(names: string, key: string): Pick<Analyte, 'id' | 'name' | 'longName' | 'shortName'> {
  const [name = '', longName = ''] = names.split('=');
  const [short = '', id = idOfName(short || name)] = key.split('=');
  return { id, name, longName, shortName: short || name };
}

/** Reads "temp" or "!k" with the words after the comma of the name, and "sao2-art pulse oximetry" with words of its own. */
function readRelation(
  cell: string,
  name: string,
): Pick<Analyte, 'specialOf' | 'differsBy' | 'contradictsGeneral'> {
  const [, contradicts, specialOf = '', words] = /^(!?)(\S*) ?(.*)$/.exec(cell) ?? [];
  return {
    specialOf,
    differsBy: specialOf && (words || name.replace(/^.*?, /, '')),
    contradictsGeneral: contradicts === '!',
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

/** Returns whether a unit counts cells in thousands or millions. */
export const isCountUnit = (unit: string): boolean => unit.startsWith('10*');

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

/** These signs stand before a code of another system: SNOMED CT, and the nomenclature of devices (IEEE 11073-10101, MDC). */
const OTHER_SYSTEMS: Readonly<Record<string, string>> = {
  '+': 'http://snomed.info/sct',
  '*': 'urn:iso:std:iso:11073:10101',
};

/** A LOINC that the catalog does not know (1e6) is more exact than a code of another system that it knows. */
const OTHER_CODE_RANK = 1e6 + 1;

/** Reads a packed LOINC, then the words of a variant, "@" and its unit, "!" and the mark, "<" and the limit of the mark. */
const CODE = /^(\w+)(?: ([^@!]+))?(?:@([^!]*))?(?:!([^<]+))?(?:<(.+))?$/;

/**
 * Reads "1c1k" as a code of the analyte, "1c1k!fasting" as one with a mark, and "baf D3 only, molar@nmol/L" as a
 * variant. A variant in a unit of its own shares neither the conversions nor the bounds of its analyte. `open` is the
 * mark of a code of another system.
 */
function addCode(cell: string, analyteTarget: AnalyteTarget, open: string): void {
  const system = OTHER_SYSTEMS[cell.charAt(0)];
  if (system !== undefined) {
    const code = `${system}|${Number.parseInt(cell.slice(1), 36)}`;
    byCode.set(code, { target: analyteTarget, rank: OTHER_CODE_RANK, mark: open, markBelow: Infinity });
    return;
  }
  const [, packed = '', variant, unit, mark = '', markBelow = Infinity] = CODE.exec(cell) ?? [];
  const code = unpackLoinc(packed);
  let target = analyteTarget;
  if (variant !== undefined) target = { ...analyteTarget, id: `${analyteTarget.id}~${code}`, variant };
  if (unit !== undefined) target = { ...target, unit, conversions: new Map(), plausibleBounds: undefined };
  if (variant !== undefined) addForm(analyteTarget.id, target);
  const rank = byCode.size + (variant === undefined ? 0 : 10_000);
  byCode.set(code, { target, rank, mark, markBelow: Number(markBelow) });
}

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

/**
 * Returns what a LOINC code stands for, or a code of another system that is written with it (`system|code`); undefined when
 * the catalog does not know it. Throws before the catalog was filled, because a known code must never pass for an unknown one.
 */
export function catalogMatch(code: string): CatalogMatch | undefined {
  if (byCode.size === 0) throw new Error('The catalog was not filled.');
  return byCode.get(code);
}

/** Returns the target of an analyte without a variant; undefined for an id that the catalog does not have. */
export const targetOfId = (id: string): AnalyteTarget | undefined => byId.get(id);

/** Returns the variants of an analyte and the analytes that are a special form of it, each in a series of its own. */
export const formsOfId = (id: string): readonly AnalyteTarget[] => formsById.get(id) ?? [];

/** Returns all codes that the catalog knows; a target comes once for each of its codes. */
export const catalogMatches = (): Iterable<CatalogMatch> => byCode.values();

/** Returns the words of a name in lower case, each of two characters at least. */
export const nameWords = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [];

/** "Bilirubin, direct" and "Direct bilirubin" are one name. */
const nameKey = (text: string): string => nameWords(text).toSorted().join(' ');

/** Returns the analyte of which a text is the whole name, in whatever order its words stand; undefined when there is none. */
export const analyteOfName = (text: string): Analyte | undefined => byName.get(nameKey(text));

/** Returns the analyte of which a text is the whole short name, of three letters at least; undefined when there is none. */
export const analyteOfShortName = (text: string): Analyte | undefined => byShortName.get(nameKey(text));

/** Returns whether a LOINC is a panel or a group ("Vital signs"), which never says what was measured. */
export const isPanelCode = (loinc: string): boolean => panelCodes.has(loinc);

/**
 * Returns whether a LOINC is one that vendors send for something else than it names, so that the catalog maps it to
 * nothing and its results stand under the words of the sender.
 */
export const isUnmappedCode = (loinc: string): boolean => unmappedCodes.has(loinc);
