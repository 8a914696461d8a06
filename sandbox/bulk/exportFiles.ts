// This file says which lines the files of an export have, and how a fault changes them.
import type { FhirResource } from 'fhir/r4';
import { fhirJson } from '../decimals.ts';
import type { BulkFault } from '../faults/bulkFault.ts';

/** This is one file of an export, whole. A sandbox is small enough for that. */
export type ExportFile = { readonly type: string; readonly body: Buffer; readonly count: number };

export type ExportRequest = {
  readonly types: readonly string[] | undefined;
  /** Resources that changed later than this are asked for. */
  readonly sinceMs: number | undefined;
};

const PEOPLE_PER_FILE = 250;
const OVERSIZE_CHARACTERS = 20_000_000;

export type ExportedPeople = {
  readonly ids: readonly string[];
  readonly resourcesOf: (id: string) => readonly FhirResource[];
};

/** Returns the files of the export, type by type. */
export function exportFiles(
  people: ExportedPeople,
  request: ExportRequest,
  transactionTime: string,
  fault: BulkFault,
): readonly ExportFile[] {
  const lines = new Map<string, string[]>();
  for (const [index, id] of people.ids.entries()) {
    const part = Math.floor(index / PEOPLE_PER_FILE);
    for (const resource of people.resourcesOf(id)) {
      const current = currentVersion(resource, transactionTime, fault);
      if (!current || !isAsked(current, request)) continue;
      const key = `${current.resourceType} ${part}`;
      const list = lines.get(key);
      if (list) list.push(fhirJson(current));
      else lines.set(key, [fhirJson(current)]);
    }
  }
  const keys = [...lines.keys()].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return keys.map((key) => {
    const type = key.split(' ')[0] ?? '';
    const all = lines.get(key) ?? [];
    const isFaulty = (fault.type ?? type) === type;
    return fileOf(type, isFaulty ? faultyLines(all, fault.line) : all);
  });
}

export const fileOf = (type: string, lines: readonly (string | Buffer)[]): ExportFile => ({
  type,
  body: Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])),
  count: lines.length,
});

function currentVersion(
  resource: FhirResource,
  transactionTime: string,
  { deleted = [], changed = [] }: BulkFault,
): FhirResource | undefined {
  const reference = `${resource.resourceType}/${resource.id}`;
  if (deleted.includes(reference)) return undefined;
  if (!changed.includes(reference)) return resource;
  return { ...resource, meta: { ...resource.meta, versionId: '2', lastUpdated: transactionTime } };
}

function isAsked(resource: FhirResource, { types, sinceMs }: ExportRequest): boolean {
  if (types && !types.includes(resource.resourceType)) return false;
  const updated = resource.meta?.lastUpdated;
  return sinceMs === undefined || updated === undefined || Date.parse(updated) > sinceMs;
}

/** Returns the lines of a file with the fault in the middle one. */
function faultyLines(lines: readonly string[], fault: BulkFault['line']): readonly (string | Buffer)[] {
  const middle = Math.floor(lines.length / 2);
  const line = lines[middle];
  if (fault === undefined || line === undefined) return lines;
  return [...lines.slice(0, middle), ...FAULTY_LINES[fault](line), ...lines.slice(middle + 1)];
}

const FAULTY_LINES: Readonly<
  Record<NonNullable<BulkFault['line']>, (line: string) => readonly (string | Buffer)[]>
> = {
  broken: (line) => [line.slice(0, line.length / 2)],
  foreignType: (line) => [line.replace(/"resourceType":"\w+"/, '"resourceType":"Practitioner"')],
  stranger: (line) => [line.replace(/"Patient\/[^"]+"/, '"Patient/somebody-else"')],
  foreignServer: (line) => [line.replace(/"(Patient\/[^"]+)"/, '"https://elsewhere.example/fhir/$1"')],
  badId: (line) => [line.replace(/"id":"[^"]+"/, '"id":"../../outside"')],
  oversize: (line) => [line.replace('{', `{"implicitRules":"${'x'.repeat(OVERSIZE_CHARACTERS)}",`)],
  notAnObject: () => ['["Patient"]'],
  notUtf8: (line) => [Buffer.from(line.replace('"id":"', '"id":"\u00e9'), 'latin1')],
  twice: (line) => [line, line],
  twoVersions: (line) => [line, line.replace('{', '{"language":"en",')],
};
