import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import {
  AXES,
  GROUPS,
  NAMES,
  PLAUSIBLE_BOUNDS,
  SHORT_NAMES,
  VARIANT_NAMES,
} from '../src/clinical/catalog/catalogDisplay.ts';

/** The part of `loinc-catalog.json` that is read here. */
type Catalog = {
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly Panel[];
  readonly unitAliases: Readonly<Record<string, string>>;
};
type Panel = {
  readonly id: string;
  readonly name: string;
  readonly loinc: { readonly code: string } | null;
  readonly members: readonly string[];
};
type Entry = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly codes: readonly Code[];
  readonly otherCodes?: readonly string[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, { readonly a: number; readonly b: number }>>;
  readonly plausible?: readonly [number, number];
  readonly scale?: string;
};
type Code = { readonly code: string; readonly rel: string; readonly unit?: string };

/** Writes 0.5 as ".5". */
const number = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');

/** Writes "320 30": the highest, the lowest unless it is 0, then the days of silence. */
const bounds = (values: readonly number[] = []): string => {
  const [low, high, ...more] = values;
  if (low === undefined || high === undefined) return '';
  return [high, ...(low === 0 && more.length === 0 ? [] : [low]), ...more].map(number).join(' ');
};

/** Writes a LOINC number in base 36 without its check digit, which `src/clinical/catalog/catalog.ts` works out again. */
const packed = (loinc: string): string => Number(loinc.slice(0, loinc.indexOf('-'))).toString(36);

/** Writes "Hgb"; "Cr=creat" where the id is not the short name in lower case; "=iron" where the name is short already. */
const key = ({ id, name, short }: Entry): string => {
  if (short.toLowerCase() === id) return short;
  return `${short === name ? '' : short}=${id}`;
};

const name = (entry: Entry): string => (entry.id in NAMES ? `${NAMES[entry.id]}=${entry.name}` : entry.name);

/** Writes "kg|[lb_av] .45359237|g .001": value · factor + offset is the value in the analyte's own unit. */
const units = ({ unit, convert = {}, convertAffine = {} }: Entry): string =>
  [
    unit ?? '',
    ...Object.entries(convert).map(([from, factor]) => (factor === 1 ? from : `${from} ${number(factor)}`)),
    ...Object.entries(convertAffine).map(([from, { a, b }]) => `${from} ${number(a)} ${number(b)}`),
  ].join('|');

const SNOMED_CT = 'http://snomed.info/sct|';

/** Writes "+4hqp2m" for a code of SNOMED CT, the only other code system that the catalog uses. */
const packedOther = (systemAndCode: string): string => {
  const code = Number(systemAndCode.slice(SNOMED_CT.length));
  if (!systemAndCode.startsWith(SNOMED_CT) || !Number.isSafeInteger(code))
    throw new Error(`The catalog table cannot hold the code ${systemAndCode}.`);
  return `+${code.toString(36)}`;
};

/** Writes "24dc|1c0u CKD-EPI 2009", in order of priority. A variant with a series of its own has words, and its unit. */
const codes = (entry: Entry, panels: ReadonlySet<string>): string =>
  [
    ...entry.codes
      .filter(({ code }) => !panels.has(code))
      .map(({ code, rel, unit = entry.unit }) => {
        if (rel !== 'separate') return packed(code);
        return `${packed(code)} ${VARIANT_NAMES[code] ?? code}${unit === entry.unit ? '' : `@${unit}`}`;
      }),
    ...(entry.otherCodes ?? []).map(packedOther),
  ].join('|');

/** Writes "800 .02 0": the bounds, then 0 where 0 is plausible although it does not lie between them. */
const plausible = ({ id, plausible: wide }: Entry): string => {
  const tight = PLAUSIBLE_BOUNDS[id];
  if (tight === undefined) return bounds(wide);
  return bounds(tight[0] > 0 && wide?.[0] === 0 ? [...tight, 0] : tight);
};

/** Returns an entry for an analyte that is placed by its code alone and has none in the catalog. */
const placedByCode = (id: string): Entry => ({
  id,
  name: '',
  short: SHORT_NAMES[id] ?? '',
  unit: null,
  decimals: 0,
  codes: [],
});

/** Returns all analytes in clinical order. The first of each group has the heading of the group. */
const inOrder = ({ vitals, labs }: Catalog): readonly (readonly [heading: string, entry: Entry])[] => {
  const byId = new Map([...vitals, ...labs].map((entry) => [entry.id, entry]));
  return GROUPS.flatMap(([heading, ids]) =>
    ids.split(' ').map((id, i) => [i === 0 ? heading : '', byId.get(id) ?? placedByCode(id)] as const),
  );
};

/** Writes "mm[Hg]|mmHg|mm Hg": a unit and its other spellings, without those with a micro sign, which `catalog.ts` works out. */
const aliases = ({ unitAliases }: Catalog): string[] => {
  const byUnit = new Map<string, string>();
  for (const [spelling, unit] of Object.entries(unitAliases).filter(([one]) => !/[µμ]/.test(one)))
    byUnit.set(unit, `${byUnit.get(unit) ?? unit}|${spelling}`);
  return [...byUnit.values()];
};

/**
 * Returns the catalog as the app needs it, without sources, notes, ranges and checks. It goes by column, because like values
 * beside each other compress better. The cells of a column are joined by ";".
 */
function slimTable(json: string): readonly string[] {
  const catalog: Catalog = JSON.parse(json);
  const never = new Set([
    ...catalog.ignoreCodes,
    ...catalog.bpPanelCodes,
    ...catalog.panels.flatMap(({ loinc }) => (loinc === null ? [] : [loinc.code])),
  ]);
  const rows = inOrder(catalog);
  const column = (cell: (entry: Entry) => string): string[] => rows.map(([, entry]) => cell(entry));
  const columns = [
    rows.map(([heading]) => heading),
    column(name),
    column(key),
    column(({ id }) => bounds(AXES[id])),
    column(({ decimals }) => (decimals === 0 ? '' : String(decimals))),
    column(units),
    column(plausible),
    column((entry) => codes(entry, never)),
    aliases(catalog),
    [...never].map(packed),
  ];
  if (columns.some((cells) => cells.some((cell) => cell.includes(';'))))
    throw new Error('A cell of the catalog table has the ";" that separates cells.');
  return columns.map((cells) => cells.join(';'));
}

/** Returns the panels, which the search and the grid ask for and the first chart does not need. */
const panelTable = (json: string): readonly (readonly string[])[] => {
  const { panels }: Catalog = JSON.parse(json);
  return panels.map(({ id, name: panel, members }) => [id, panel, ...members]);
};

/** Returns the analytes that may have a logarithmic scale, which one open result asks for and the first chart does not need. */
const logTable = (json: string): readonly string[] => {
  const { vitals, labs }: Catalog = JSON.parse(json);
  return [...vitals, ...labs].filter(({ scale }) => scale === 'log-option').map(({ id }) => id);
};

/** Makes the value of `./loinc-catalog.json?table`, `?panels` and `?log`, typed in `src/clinical/catalog/catalogTable.d.ts`. */
const TABLES = new Map<string, (json: string) => unknown>([
  ['table', slimTable],
  ['panels', panelTable],
  ['log', logTable],
]);

// The id does not end in `.json`, so that no JSON plugin takes the module for plain JSON.
const PREFIX_OF_ID = '\0';
const ID = /^\0(.+\.json)\.(\w+)\.js$/;

/** Makes small tables from the catalog while the app is built. */
export const catalogTable = (): Plugin => ({
  name: 'longview:catalog-table',
  enforce: 'pre',
  async resolveId(source, importer) {
    const [path = '', table = ''] = source.split('?');
    if (!path.endsWith('.json') || !TABLES.has(table)) return null;
    const file = await this.resolve(path, importer);
    return file && `${PREFIX_OF_ID}${file.id}.${table}.js`;
  },
  async load(id) {
    const [, file = '', table = ''] = ID.exec(id) ?? [];
    const make = TABLES.get(table);
    if (make === undefined) return null;
    this.addWatchFile(file);
    return `export default ${JSON.stringify(make(await readFile(file, 'utf8')))};`;
  },
});
