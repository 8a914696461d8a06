/** The catalog of analytes as data (`loinc-catalog.json` says in its `policy` how it is meant), and which of them a code is. */
import { readFileSync } from 'node:fs';
import { asObject, asObjects, asText, conceptText } from './rawJson.ts';

type Entry = {
  readonly id: string;
  readonly unit: string | null;
  readonly codes: readonly { readonly code: string; readonly rel: string; readonly unit?: string }[];
  readonly otherCodes?: readonly string[];
  readonly convert?: Readonly<Record<string, number>>;
  readonly convertAffine?: Readonly<Record<string, unknown>>;
  readonly plausible?: readonly [number, number];
};
type Catalog = {
  readonly vitals: readonly Entry[];
  readonly labs: readonly Entry[];
  readonly panels: readonly { readonly loinc: { readonly code: string } | null }[];
  readonly ignoreCodes: readonly string[];
  readonly bpPanelCodes: readonly string[];
  readonly unitAliases: Readonly<Record<string, string>>;
};

const catalog = JSON.parse(
  readFileSync(new URL('../../src/clinical/catalog/loinc-catalog.json', import.meta.url), 'utf8'),
) as Catalog;

/** One line: an analyte, or a formula, specimen or posture of it that is never the same line (rule 18). */
export type CatalogLine = {
  readonly id: string;
  /** UCUM; '' where results have no unit. */
  readonly unit: string;
  /** The other units that measure the same, of one dimension or not. */
  readonly otherUnits: readonly string[];
  /** In `unit`: beyond them a number is impossible. */
  readonly plausible: readonly [number, number] | undefined;
};

/** What a result is of. */
export type CodedMeasure = {
  readonly line: CatalogLine | undefined;
  /** The series without a suffix for a unit. */
  readonly base: string;
  readonly system: string;
  readonly code: string;
  readonly text: string;
  /** Its codes name two analytes. */
  readonly isOfTwo?: true;
};

/** Between cells of which either is right. */
export const EITHER = '\u0000';

const LOINC = 'http://loinc.org';
const PANELS = new Set([
  ...catalog.ignoreCodes,
  ...catalog.bpPanelCodes,
  ...catalog.panels.map(({ loinc }) => loinc?.code ?? ''),
]);

/** Tighter than the catalog for one of its `realWorldTraps`: 15.0 gm/L of haemoglobin would be 1.5 g/dL. */
const TIGHTER: Readonly<Record<string, readonly [number, number]>> = { hgb: [2, 28] };

const lines = new Map<string, CatalogLine>();
for (const entry of [...catalog.vitals, ...catalog.labs]) {
  const { id, unit, codes, otherCodes = [], convert = {}, convertAffine = {}, plausible } = entry;
  const own: CatalogLine = {
    id,
    unit: unit ?? '',
    otherUnits: [...Object.keys(convert), ...Object.keys(convertAffine)],
    plausible: TIGHTER[id] ?? plausible,
  };
  for (const { code, rel, unit: itsUnit = own.unit } of codes) {
    const apart: CatalogLine = { ...own, id: `${id}~${code}` };
    const isOtherUnit = itsUnit !== own.unit;
    const variant = isOtherUnit ? { ...apart, unit: itsUnit, otherUnits: [], plausible: undefined } : apart;
    lines.set(`${LOINC}|${code}`, rel === 'separate' ? variant : own);
  }
  for (const key of otherCodes) lines.set(key, own);
}

type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly isChosen: boolean;
};

/**
 * The series key by vendors.md 2.2: a LOINC of the catalog, else another LOINC, else a code of another system that the
 * catalog names, else the coding that the user chose, else the first, else the text. Never the code of a panel.
 */
export function measureOf(concept: unknown): CodedMeasure {
  const all = asObjects(asObject(concept)['coding']).map(
    ({ system, code, display, userSelected }): Coding => ({
      system: asText(system),
      code: asText(code),
      display: asText(display),
      isChosen: userSelected === true,
    }),
  );
  const said = conceptText(concept);
  const own = all.filter(({ system, code }) => code !== '' && !(system === LOINC && PANELS.has(code)));
  if (hasTwoAnalytes(own)) return measureOfEither(own, said);
  const best = bestCoding(own);
  if (best === undefined) {
    const [first] = all;
    const base = `text:${said.toLowerCase()}`;
    return { line: undefined, base, system: first?.system ?? '', code: first?.code ?? '', text: said };
  }
  const { system, code, display } = best;
  const line = lines.get(`${system}|${code}`);
  return {
    line,
    base: line?.id ?? `${system}|${code}`,
    system,
    code,
    text: asText(asObject(concept)['text']) || display || said,
  };
}

/** Coded as two analytes, it is neither (rule 17: never guessed). A capillary glucose may have the laboratory's code too. */
function hasTwoAnalytes(codings: readonly Coding[]): boolean {
  const ids = codings.filter(isLoinc).map(({ code }) => lines.get(`${LOINC}|${code}`)?.id.replace(/~.*/, ''));
  return new Set(ids.filter((id) => id !== undefined)).size > 1 && !ids.includes('glucose-poc');
}

/** Nothing says which of the two codes stands in the export: either may. */
function measureOfEither(codings: readonly Coding[], said: string): CodedMeasure {
  const codes = codings.filter((coding) => isLoinc(coding) && isKnown(coding)).map(({ code }) => code);
  return {
    line: undefined,
    isOfTwo: true,
    base: codes.map((code) => `${LOINC}|${code}~two measures`).join(EITHER),
    system: LOINC,
    code: codes.join(EITHER),
    text: said,
  };
}

const isKnown = ({ system, code }: Coding): boolean => lines.has(`${system}|${code}`);
const isLoinc = ({ system }: Coding): boolean => system === LOINC;

function bestCoding(codings: readonly Coding[]): Coding | undefined {
  const loinc = codings.filter(isLoinc);
  const known = loinc.filter(isKnown).toSorted((a, b) => priority(a) - priority(b));
  return (
    known[0] ?? loinc[0] ?? codings.find(isKnown) ?? codings.find(({ isChosen }) => isChosen) ?? codings[0]
  );
}

/** Own line before a variant; inside each the order of the catalog. A capillary glucose is never the laboratory's. */
const order = [...lines.keys()];
function priority({ system, code }: Coding): number {
  const key = `${system}|${code}`;
  const id = lines.get(key)?.id ?? '';
  if (id === 'glucose-poc') return -1;
  return order.indexOf(key) + (id.includes('~') ? 10_000 : 0);
}

/** The UCUM unit of a spelling by the table of aliases; the two signs for micro are u, and l is L. Otherwise as spelled. */
export function ucumOf(unit: string): string {
  const plain = unit.replaceAll(/[\u00B5\u03BC]/g, 'u').replace(/\/([dmu]?)l$/, '/$1L');
  return catalog.unitAliases[unit] ?? catalog.unitAliases[plain] ?? plain;
}
