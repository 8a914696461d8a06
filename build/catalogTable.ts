import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { ANALYTES_BY_GROUP, SCREEN_NAMES } from '../src/clinical/catalog/catalogDisplay.ts';
import { idOfName, type CatalogFile } from '../src/clinical/catalog/catalogFile.ts';
import { unitSpellingTable } from './unitSpellingTable.ts';

/** This is the part of `loinc-catalog.json` that is read here. */
type Catalog = {
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly panelCodes: readonly { readonly code: string }[];
  readonly excludedCodes: readonly { readonly code: string }[];
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly Panel[];
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
  readonly searchWords?: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly specialOf?: string;
  readonly differsBy?: string;
  readonly contradicts?: boolean;
  readonly display?: string;
  readonly codes: readonly Code[];
  readonly otherCodes?: readonly string[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, { readonly a: number; readonly b: number }>>;
  readonly plausible?: readonly [low: number, high: number, orZero?: boolean];
  readonly axis?: readonly [low: number, high: number, gapDays?: number];
  readonly scale?: string;
};
type Code = {
  readonly code: string;
  readonly rel: string;
  readonly unit?: string | null;
  readonly variant?: string;
  readonly mark?: string;
  readonly markBelow?: number;
};

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

/** Writes "Hgb"; "Cr=creat" where the id does not follow from the short name; "=iron" where the name is short already. */
const key = ({ id, name, short }: Entry): string => {
  const shortName = short === name ? '' : short;
  return idOfName(shortName || screenName(id, name)) === id ? shortName : `${shortName}=${id}`;
};

const screenName = (id: string, name: string): string => SCREEN_NAMES[id] ?? name;

/** Writes "Total CO2=Carbon dioxide, total bicarbonate": the name on the screen, then the words that a search finds too. */
const name = (entry: Entry): string => {
  const words = [entry.name, ...(entry.searchWords === undefined ? [] : [entry.searchWords])].join(' ');
  return entry.id in SCREEN_NAMES ? `${SCREEN_NAMES[entry.id]}=${words}` : words;
};

/** Writes "kg|[lb_av] .45359237|g .001": value · factor + offset is the value in the analyte's own unit. */
const units = ({ unit, convert = {}, convertAffine = {} }: Entry): string =>
  [
    unit ?? '',
    ...Object.entries(convert).map(([from, factor]) => (factor === 1 ? from : `${from} ${number(factor)}`)),
    ...Object.entries(convertAffine).map(([from, { a, b }]) => `${from} ${number(a)} ${number(b)}`),
  ].join('|');

const OTHER_SYSTEMS = new Map([
  ['http://snomed.info/sct', '+'],
  ['urn:iso:std:iso:11073:10101', '*'],
]);

/** Writes "+4hqp2m" for a code of SNOMED CT and "*37r9" for one of devices (MDC), the other code systems of the catalog. */
const packedOther = (systemAndCode: string): string => {
  const [system = '', digits = ''] = systemAndCode.split('|');
  const sign = OTHER_SYSTEMS.get(system);
  const code = Number(digits);
  if (sign === undefined || !Number.isSafeInteger(code) || String(code) !== digits)
    throw new Error(`The catalog table cannot hold the code ${systemAndCode}.`);
  return `${sign}${code.toString(36)}`;
};

/**
 * Writes "24dc|1c0u CKD-EPI 2009|baf D3 only@nmol/L|q4!fasting|8xn!detection limit 0.05<.1", in order of priority: a
 * variant with a series of its own has words; a unit of its own, a mark, and the value that the mark needs to lie above.
 */
const codes = (entry: Entry, panels: ReadonlySet<string>): string =>
  [
    ...entry.codes
      .filter(({ code }) => !panels.has(code))
      .map(({ code, rel, unit, variant = '', mark = '', markBelow }) =>
        [
          packed(code),
          rel === 'separate' ? ` ${variant}` : '',
          rel !== 'separate' || unit === undefined || unit === entry.unit ? '' : `@${unit ?? ''}`,
          mark === '' ? '' : `!${mark}`,
          markBelow === undefined ? '' : `<${number(markBelow)}`,
        ].join(''),
      ),
    ...(entry.otherCodes ?? []).map(packedOther),
  ].join('|');

/** Writes "800 .02 0": the bounds, then 0 where 0 is plausible although it does not lie between them. */
const plausible = ({ plausible: all }: Entry): string => {
  if (all === undefined) return '';
  const [low, high, orZero = false] = all;
  return bounds(orZero ? [low, high, 0] : [low, high]);
};

/** Writes "temp": what the analyte is a special form of, "!k" where the two exclude each other, and the words if the name has none. */
const relation = (entry: Entry): string => {
  const { name: full, specialOf = '', differsBy = '', contradicts = false } = entry;
  if (specialOf === '') return '';
  const words = full.split(', ').slice(1).join(', ') === differsBy ? '' : ` ${differsBy}`;
  return `${contradicts ? '!' : ''}${specialOf}${words}`;
};

/** Writes "t" for an analyte that stands in tables only. */
const display = (entry: Entry): string => (entry.display === 'listed-only' ? 't' : '');

const DISPLAY = 'src/clinical/catalog/catalogDisplay.ts';

/**
 * Returns all analytes in clinical order. The first of each group has the heading of the group. An analyte that has no place
 * would be left out, and its results would stand under the words of the sender, so it stops the build.
 */
const inOrder = ({ vitals, labs }: Catalog): readonly (readonly [heading: string, entry: Entry])[] => {
  const withoutPlace = new Map([...vitals, ...labs].map((entry) => [entry.id, entry]));
  const rows = ANALYTES_BY_GROUP.flatMap(([heading, ids]) =>
    ids.split(' ').map((id, i) => {
      const entry = withoutPlace.get(id);
      if (entry === undefined) throw new Error(`${id} has a place on the screen and is not in the catalog.`);
      withoutPlace.delete(id);
      return [i === 0 ? heading : '', entry] as const;
    }),
  );
  const [left] = withoutPlace.keys();
  if (left !== undefined) throw new Error(`${left} has no place on the screen: ${DISPLAY}.`);
  return rows;
};

/** Returns the panels, which the search and the grid ask for and the first chart does not need. */
const panelTable = (json: string): readonly (readonly string[])[] => {
  const { panels }: Catalog = JSON.parse(json);
  return panels.map(({ id, name: panel, members }) => [id, panel, ...members]);
};

const entriesOf = (json: string): readonly Entry[] => {
  const { vitals, labs }: Catalog = JSON.parse(json);
  return [...vitals, ...labs];
};

/** Returns the analytes that may have a logarithmic scale, which one open result asks for and the first chart does not need. */
const logTable = (json: string): readonly string[] =>
  entriesOf(json)
    .filter(({ scale }) => scale === 'log-option')
    .map(({ id }) => id);

/** Returns the units of the codes that count moles where their analyte has a mass, or the other way, by code. */
const codeUnitTable = (json: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entriesOf(json).flatMap(({ codes: all }) =>
      all.flatMap(({ code, rel, unit }) => (rel === 'convert' && unit ? [[code, unit]] : [])),
    ),
  );

/**
 * Returns the catalog as the app needs it, without the names of codes, notes and ranges. It goes by column, because like
 * values beside each other compress better. The cells of a column are joined by ";". The spellings of units go with it.
 */
export function catalogFile(json: string, unitSpellings: string): CatalogFile {
  const catalog: Catalog = JSON.parse(json);
  const never = new Set([
    ...catalog.ignoreCodes,
    ...catalog.bpPanelCodes,
    ...catalog.panelCodes.map(({ code }) => code),
    ...catalog.panels.flatMap(({ loinc }) => (loinc === null ? [] : [loinc.code])),
  ]);
  const rows = inOrder(catalog);
  const column = (cell: (entry: Entry) => string): string => joined(rows.map(([, entry]) => cell(entry)));
  return {
    groups: joined(rows.map(([heading]) => heading)),
    names: column(name),
    keys: column(key),
    axes: column(({ axis = [] }) => bounds(axis.map(Number))),
    decimals: column(({ decimals }) => (decimals === 0 ? '' : String(decimals))),
    units: column(units),
    bounds: column(plausible),
    codes: column((entry) => codes(entry, never)),
    relations: column(relation),
    displays: column(display),
    panelCodes: joined([...never].map(packed)),
    unmappedCodes: joined(catalog.excludedCodes.map(({ code }) => packed(code))),
    ...unitSpellingTable(unitSpellings),
  };
}

function joined(cells: readonly string[]): string {
  const wrong = cells.find((cell) => cell.includes(';'));
  if (wrong !== undefined) throw new Error(`The ";" that separates cells stands in ${wrong}.`);
  return cells.join(';');
}

const SOURCE = fileURLToPath(new URL('../src/clinical/catalog/loinc-catalog.json', import.meta.url));
const UNIT_SPELLINGS = fileURLToPath(new URL('../src/clinical/units/unit-spellings.json', import.meta.url));
const sources = async (): Promise<readonly [catalog: string, unitSpellings: string]> =>
  Promise.all([readFile(SOURCE, 'utf8'), readFile(UNIT_SPELLINGS, 'utf8')]);
const text = async (): Promise<string> => JSON.stringify(catalogFile(...(await sources())));

/** The development server has the file under this path; the build puts a hash into its name. */
export const CATALOG_IN_DEVELOPMENT = '/assets/catalog.json';
/** Finds the file among the assets of the build. */
export const isCatalogFile = (fileName: string): boolean => /^assets\/catalog-[\w-]+\.json$/.test(fileName);

/**
 * Makes the value of `./loinc-catalog.json?panels`, `?log` and `?codeUnits`, which later screens import, and of `?table`: the
 * tests and the gallery, which are no page of the app, import it. Its type stands in `src/clinical/catalog/catalogTable.d.ts`.
 */
const TABLES = new Map<string, (catalog: string, unitSpellings: string) => unknown>([
  ['table', catalogFile],
  ['panels', panelTable],
  ['log', logTable],
  ['codeUnits', codeUnitTable],
]);

// The id does not end in `.json`, so that no JSON plugin takes the module for plain JSON.
const ID = /^\0loinc-catalog\.(\w+)\.js$/;
const IMPORT = /\/loinc-catalog\.json\?(\w+)$/;

/** Makes the file that the app reads the catalog from (docs/decisions/0036), and small tables for later screens. */
export const catalogTable = (): Plugin => ({
  name: 'longview:catalog-table',
  enforce: 'pre',
  resolveId(source) {
    const [, table = ''] = IMPORT.exec(source) ?? [];
    return TABLES.has(table) ? `\0loinc-catalog.${table}.js` : null;
  },
  async load(id) {
    const [, table = ''] = ID.exec(id) ?? [];
    const make = TABLES.get(table);
    if (make === undefined) return null;
    for (const source of [SOURCE, UNIT_SPELLINGS]) this.addWatchFile(source);
    return `export default ${JSON.stringify(make(...(await sources())))};`;
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', name: 'catalog.json', source: await text() });
  },
  configureServer({ middlewares }) {
    middlewares.use(CATALOG_IN_DEVELOPMENT, (_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      void text().then((source) => response.end(source));
    });
  },
});
