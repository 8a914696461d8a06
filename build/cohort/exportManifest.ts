import * as v from 'valibot';
import { CohortError } from './cohortError.ts';
import { jsonObjectOf } from './exchange.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const file = v.object({ url: v.string(), count });

/** https://build.fhir.org/ig/HL7/bulk-data/StructureDefinition-BulkDataManifest.html */
const manifestPage = v.object({
  transactionTime: v.pipe(v.string(), v.regex(INSTANT)),
  requiresAccessToken: v.boolean(),
  outputOrganizedBy: v.optional(v.string()),
  output: v.optional(v.array(v.object({ type: v.optional(v.string()), url: v.string(), count })), []),
  deleted: v.optional(v.array(file), []),
  /** Version 3 names the files of outcomes so, and version 2 `error`. */
  outcome: v.optional(v.array(file), []),
  error: v.optional(v.array(file), []),
  link: v.optional(v.array(v.object({ relation: v.string(), url: v.string() })), []),
});

export type ManifestPage = v.InferOutput<typeof manifestPage>;

/** Returns the manifest. Its absence or a wrong form ends the import, since a guess could leave people out. */
export function parseExportManifest(text: string): ManifestPage {
  const document = jsonObjectOf(text);
  if (document === undefined)
    throw new CohortError('The server says that the export is ready, and sends no JSON as its manifest.');
  if (document['output'] === undefined)
    throw new CohortError('The manifest of the export has no list of files (output).');
  const result = v.safeParse(manifestPage, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CohortError(
    `The manifest of the export has ${v.getDotPath(issue) ?? 'something'} in a form that the standard does not know.`,
  );
}

export type ManifestFile = {
  readonly kind: 'output' | 'deleted' | 'outcome';
  readonly type: string | undefined;
  readonly url: string;
  readonly count: number | undefined;
};

export const filesOfPage = ({ output, deleted, outcome, error }: ManifestPage): readonly ManifestFile[] => [
  ...output.map(({ type, url, count: lines }) => ({ kind: 'output' as const, type, url, count: lines })),
  ...deleted.map(({ url, count: lines }) => ({
    kind: 'deleted' as const,
    type: undefined,
    url,
    count: lines,
  })),
  ...[...outcome, ...error].map(({ url, count: lines }) => ({
    kind: 'outcome' as const,
    type: undefined,
    url,
    count: lines,
  })),
];
