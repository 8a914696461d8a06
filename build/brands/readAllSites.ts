import { readFile } from 'node:fs/promises';
import { isSecure, type Site } from '../../src/smart/site/site.ts';
import type { BrandTemplate } from '../../src/smart/site/siteSchema.ts';
import { fileProblem, jsonOf } from '../sites/jsonFile.ts';
import { readSites, readTemplate } from '../sites/siteFile.ts';
import type { Environment } from '../sites/siteVariables.ts';
import { BrandsError } from './brandBundle.ts';
import { brandedSites } from './brandSites.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const TOO_LONG = `is longer than ${MOST_BYTES} bytes`;
const LONGEST_WAIT_MS = 60_000;

type Tell = (report: string) => void;
const print: Tell = (report) => console.log(report);

/**
 * Returns the sites of this build, those of the brands bundle that LONGVIEW_BRANDS names among them, and tells what of the
 * bundle was taken. @throws {BrandsError} where the bundle cannot be used, or there would be no site at all
 */
export async function readAllSites(env: Environment, tell = print): Promise<readonly Site[]> {
  const sites = readSites(env);
  const source = env['LONGVIEW_BRANDS'] ?? '';
  // A file of a template alone would otherwise be built into pages for nobody, and be probed as one with nothing wrong.
  if (source === '' && sites.length === 0)
    throw new BrandsError(
      `${env['LONGVIEW_SITES']} has no site of its own, and no brands bundle is named whose places it could have; name one by LONGVIEW_BRANDS, and by --brands for npm run configure and npm run probe.`,
    );
  if (source === '') return sites;
  const template = readTemplate(env);
  if (template === undefined)
    throw new BrandsError(
      `The brands bundle ${source} needs "brands" in ${env['LONGVIEW_SITES'] || 'a site file (LONGVIEW_SITES)'}: the client id and the hosts of its endpoints (docs/contract.md, section 2).`,
    );
  return withBrands(sites, template, await parsedBrands(source), source, tell);
}

/** Returns the sites with those of a brands bundle, and tells what was taken. */
export function withBrands(
  sites: readonly Site[],
  template: BrandTemplate,
  document: unknown,
  source: string,
  tell = print,
): readonly Site[] {
  const { sites: all, report } = brandedSites(sites, template, document, source);
  tell(report);
  return all;
}

async function parsedBrands(source: string): Promise<unknown> {
  try {
    const bytes = /^https?:/.test(source) ? await fetchedBytes(source) : await readFile(source);
    if (bytes.length > MOST_BYTES) throw new Error(TOO_LONG);
    return jsonOf(bytes);
  } catch (cause) {
    throw new BrandsError(`${source}: ${fileProblem(cause)}`, { cause });
  }
}

/** Reads no further than the limit, since a server need not say how long its answer is. */
async function fetchedBytes(address: string): Promise<Uint8Array> {
  if (!isSecure(new URL(address))) throw new Error('must be https');
  const response = await fetch(address, {
    headers: { accept: 'application/fhir+json, application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch((cause: unknown) => {
    // Node says no more than "fetch failed" itself.
    throw new Error(`did not answer (${reasonOf(cause)})`, { cause });
  });
  const onward = response.headers.get('location');
  if (onward !== null) throw new Error(`leads on to ${onward}; name that address if it is the right one`);
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > MOST_BYTES) throw new Error(TOO_LONG);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
  const { code, message }: { code?: unknown; message?: unknown } = Object(Object(error)['cause'] ?? error);
  return String(code ?? message);
}
