import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** Of `loinc-catalog.json`, only what is read here. */
type Catalog = {
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly { readonly loinc: { readonly code: string } | null }[];
  readonly unitAliases: Readonly<Record<string, string>>;
};
type Entry = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly unit: string | null;
  readonly decimals: number;
  readonly codes: readonly { readonly code: string; readonly rel: Rel; readonly unit?: string }[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, { readonly a: number; readonly b: number }>>;
  readonly plausible?: readonly [number, number];
  readonly scale?: string;
};
type Rel = 'primary' | 'same' | 'convert' | 'separate';

const PREFIX: Record<Rel, string> = { primary: '', same: '', convert: '~', separate: '!' };

/** `8480-6 !8461-6 ~14682-9@umol/L`: in order of priority; `!` is a series of its own, `~` has the unit after `@`. */
const codesText = (entry: Entry, panels: ReadonlySet<string>): string =>
  entry.codes
    .filter(({ code }) => !panels.has(code))
    .map(({ code, rel, unit }) => `${PREFIX[rel]}${code}${unit === undefined ? '' : `@${unit}`}`)
    .join(' ');

/** Unit, factor and, where there is one, offset: value·factor + offset is the value in the analyte's unit. */
const conversions = (entry: Entry): readonly (readonly (string | number)[])[] => [
  ...Object.entries(entry.convert ?? {}),
  ...Object.entries(entry.convertAffine ?? {}).map(([unit, { a, b }]) => [unit, a, b]),
];

const row = (entry: Entry, panels: ReadonlySet<string>): unknown[] => {
  const cells = [
    entry.id,
    entry.name,
    entry.short === entry.name ? 0 : entry.short,
    entry.unit ?? 0,
    entry.decimals,
    codesText(entry, panels),
    conversions(entry),
    entry.plausible ?? 0,
    entry.scale === undefined ? 0 : 1,
  ];
  // What is empty at the end costs nothing.
  while (isEmpty(cells.at(-1))) cells.pop();
  return cells;
};

const isEmpty = (cell: unknown): boolean => cell === 0 || (Array.isArray(cell) && cell.length === 0);

/** Aliases by UCUM unit, since many spellings share one. */
const aliases = (catalog: Catalog): Record<string, string[]> => {
  const byUnit: Record<string, string[]> = {};
  for (const [spelling, unit] of Object.entries(catalog.unitAliases)) (byUnit[unit] ??= []).push(spelling);
  return byUnit;
};

/** The catalog as the app needs it, without sources, notes, ranges and checks: [analytes, aliases, codes never a key]. */
function slimTable(json: string): string {
  const catalog: Catalog = JSON.parse(json);
  const panels = new Set([
    ...catalog.ignoreCodes,
    ...catalog.bpPanelCodes,
    ...catalog.panels.flatMap(({ loinc }) => (loinc === null ? [] : [loinc.code])),
  ]);
  const analytes = [...catalog.vitals, ...catalog.labs]
    .map((entry) => row(entry, panels))
    .filter(([, , , , , codes]) => codes !== '');
  return JSON.stringify([analytes, aliases(catalog), [...panels].join(' ')]);
}

// A name that does not end in `.json`, so that no JSON plugin takes the module for plain JSON.
const PREFIX_OF_ID = '\0';
const END_OF_ID = '.table.js';

/** Makes `import table from './loinc-catalog.json?table'` the slim table. The type is in `src/clinical/catalogTable.d.ts`. */
export const catalogTable = (): Plugin => ({
  name: 'longview:catalog-table',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.json?table')) return null;
    const file = await this.resolve(source.slice(0, -'?table'.length), importer);
    return file && `${PREFIX_OF_ID}${file.id}${END_OF_ID}`;
  },
  async load(id) {
    if (!id.startsWith(PREFIX_OF_ID) || !id.endsWith(`.json${END_OF_ID}`)) return null;
    const file = id.slice(PREFIX_OF_ID.length, -END_OF_ID.length);
    this.addWatchFile(file);
    return `export default ${slimTable(await readFile(file, 'utf8'))};`;
  },
});
