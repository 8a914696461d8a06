import { createReadStream } from 'node:fs';
import { plainText } from '../probe/plainText.ts';
import { CohortError } from './cohortError.ts';
import { downloadFile, GoneError } from './downloadFile.ts';
import { checkedAddress } from './exchange.ts';
import type { ExportJob, Manifest } from './exportJob.ts';
import type { ManifestFile } from './exportManifest.ts';
import type { ImportOptions } from './importOptions.ts';
import { LineCutter, readLine, type ResourceLine } from './lineCheck.ts';
import type { PartialImport } from './partialImport.ts';
import { personOf } from './personOf.ts';
import { counted } from './progressLine.ts';

export type LoadedFiles = {
  /** These are the files with resources, in the order of the manifest. */
  readonly output: readonly string[];
  readonly outcomes: readonly string[];
  readonly deleted: ReadonlySet<string>;
  readonly problems: number;
  /** This says in words how many problems there are of each severity. */
  readonly severities: string;
  readonly hasErrors: boolean;
};

const DELETED_URL = /^([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})$/;

/** Loads all files of the manifest that are not there yet, and checks the number of resources in each. */
export async function loadFiles(
  options: ImportOptions,
  job: ExportJob,
  partial: PartialImport,
  first: Manifest,
): Promise<LoadedFiles> {
  const { clock, progress } = options;
  requireAskedTypes(first, options.wish.types);
  let manifest = first;
  await partial.takeManifest(manifest.transactionTime, manifest.files.length);
  const refresh = async (): Promise<boolean> => {
    const found = await job.manifest(partial.state.status);
    if (found?.transactionTime !== first.transactionTime || found.files.length !== first.files.length)
      return false;
    manifest = found;
    return true;
  };
  let resources = 0;
  for (const [index, { kind, type }] of first.files.entries()) {
    const name = `File ${index + 1} of ${first.files.length} (${type ?? kind})`;
    // oxlint-disable-next-line no-await-in-loop -- files are loaded one after the other, to go easy on the server
    if (manifest.expiresAtMs !== undefined && manifest.expiresAtMs <= clock.now()) await refresh();
    const loadOnce = (): Promise<number> =>
      loadFile({ index, name, resourcesBefore: resources }, manifest, partial, options);
    // oxlint-disable-next-line no-await-in-loop -- as above
    const lines = await loadOnce().catch(async (error: unknown) => {
      // The status may have new links. It is asked once: https://build.fhir.org/ig/HL7/bulk-data/export.html
      if (!(error instanceof GoneError) || !(await refresh())) throw error;
      return loadOnce();
    });
    resources += lines;
    progress.step(`  ${name}: ${counted(lines)} ${lines === 1 ? 'resource' : 'resources'}`);
  }
  return sorted(partial, first);
}

function requireAskedTypes({ files, outputOrganizedBy }: Manifest, types: readonly string[]): void {
  for (const { kind, type } of files) {
    if (kind !== 'output' || outputOrganizedBy !== undefined) continue;
    if (type === undefined || !types.includes(type))
      throw new CohortError(
        `The manifest lists a file of ${type === undefined ? 'no type' : plainText(type)}, which was not asked for.`,
      );
  }
}

/** This is the place of a file in the manifest, with its name for a reader, and the resources that came before it. */
type FileInManifest = { readonly index: number; readonly name: string; readonly resourcesBefore: number };

async function loadFile(
  { index, name, resourcesBefore }: FileInManifest,
  manifest: Manifest,
  partial: PartialImport,
  options: ImportOptions,
): Promise<number> {
  const { clock, signal, progress } = options;
  const file = manifest.files[index];
  const known = partial.file(index);
  if (file === undefined || known.isDone) return known.resources;
  const url = checkedAddress(file.url, `${name}: its address`, options.wish.server);
  const resources = await downloadFile({
    name,
    url,
    path: partial.pathOf(index),
    token: tokenFor(url, manifest, options, name),
    etag: known.etag,
    check: checkOf(file, manifest, options),
    clock,
    signal,
    begin: (etag) =>
      partial.setFile(index, { isDone: false, resources: 0, ...(etag !== undefined && { etag }) }),
    countLines: (lines) =>
      progress.bar(index, manifest.files.length, `${name}, ${counted(resourcesBefore + lines)} resources`),
  });
  const { count, kind } = file;
  // The standard does not say whether a file of deletions counts Bundles or their entries.
  if (count !== undefined && count !== resources && kind !== 'deleted')
    throw new CohortError(
      `${name}: the manifest says ${counted(count)} resources, and ${counted(resources)} came. Nothing was imported, since some may be missing.`,
    );
  await partial.setFile(index, { isDone: true, resources });
  return resources;
}

/** Returns the token for a file that needs one. A server that the manifest names by itself does not get it unasked. */
function tokenFor(url: URL, { requiresAccessToken }: Manifest, options: ImportOptions, name: string) {
  const { token, wish, fileOrigins } = options;
  if (!requiresAccessToken || token === undefined) return undefined;
  if (url.origin === new URL(wish.server).origin || fileOrigins.includes(url.origin)) return token;
  throw new CohortError(
    `${name} is at ${url.origin} and needs the token of ${wish.server}. If that server may have it, add --file-origin ${url.origin}.`,
  );
}

/** Returns the check of a line. What it throws says nothing of what stands in the line. */
function checkOf(
  { kind, type }: ManifestFile,
  { outputOrganizedBy }: Manifest,
  { wish }: ImportOptions,
): (resource: ResourceLine) => void {
  const ofKind = { outcome: 'OperationOutcome', deleted: 'Bundle', output: type }[kind];
  return (resource) => {
    const { resourceType, id } = resource;
    if (kind !== 'output') {
      if (resourceType !== ofKind) throw new CohortError(`a line holds no ${ofKind}`);
      if (kind === 'deleted') deletionsOf(resource);
      return;
    }
    if (outputOrganizedBy !== undefined && resourceType === 'Parameters') return;
    if (ofKind !== undefined && resourceType !== ofKind)
      throw new CohortError('a line is of another type than its file');
    if (!wish.types.includes(resourceType))
      throw new CohortError('a line is of a type that was not asked for');
    if (id === undefined) throw new CohortError('a resource has no id, or one that FHIR does not allow');
    personOf(resource, wish.server);
  };
}

/** Returns which resources a line of deletions names: https://build.fhir.org/ig/HL7/bulk-data/export.html */
function deletionsOf({ type, entry }: ResourceLine): readonly string[] {
  if (type !== 'transaction' || !Array.isArray(entry)) throw new CohortError('a line holds no transaction');
  return entry.map((one: unknown) => {
    const { method, url } = Object(Object(one)['request']);
    const reference = typeof url === 'string' ? DELETED_URL.exec(url)?.[1] : undefined;
    if (method !== 'DELETE' || reference === undefined)
      throw new CohortError('a line of deletions asks for something else than to delete one resource');
    return reference;
  });
}

/** Reads the small files, and returns all by what they are for. */
async function sorted(partial: PartialImport, { files }: Manifest): Promise<LoadedFiles> {
  const pathsOf = (kind: ManifestFile['kind']): readonly string[] =>
    files.flatMap((file, index) => (file.kind === kind ? [partial.pathOf(index)] : []));
  const deleted = new Set<string>();
  for (const path of pathsOf('deleted'))
    // oxlint-disable-next-line no-await-in-loop -- a file after the other
    await eachResource(path, (resource) => deletionsOf(resource).forEach((one) => deleted.add(one)));
  const severities = new Map<string, number>();
  for (const path of pathsOf('outcome'))
    // oxlint-disable-next-line no-await-in-loop -- as above
    await eachResource(path, (resource) => {
      for (const issue of Array.isArray(resource['issue']) ? resource['issue'] : []) {
        const severity = SEVERITIES.find((one) => one === Object(issue).severity) ?? 'error';
        severities.set(severity, (severities.get(severity) ?? 0) + 1);
      }
    });
  const problems = ['fatal', 'error', 'warning'].reduce(
    (sum, severity) => sum + (severities.get(severity) ?? 0),
    0,
  );
  return {
    output: pathsOf('output'),
    outcomes: pathsOf('outcome'),
    deleted,
    problems,
    severities: [...severities].map(([severity, count]) => `${count} ${severity}`).join(', '),
    hasErrors: severities.has('error') || severities.has('fatal'),
  };
}

const SEVERITIES = ['fatal', 'error', 'warning', 'information', 'success'] as const;

async function eachResource(path: string, use: (resource: ResourceLine) => void): Promise<void> {
  const cutter = new LineCutter();
  for await (const chunk of createReadStream(path))
    cutter.push(Buffer.from(chunk), (line) => {
      const resource = readLine(line);
      if (resource !== undefined) use(resource);
    });
}
