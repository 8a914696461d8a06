import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { VENDOR_SITES, VENDORS } from '../../sandbox/vendors/vendor.ts';
import { isLoopback, isSecure, type Site } from '../../src/smart/site/site.ts';
import {
  siteFileSchema,
  siteSchema,
  type BrandTemplate,
  type WrittenSite,
} from '../../src/smart/site/siteSchema.ts';
import { fileProblem, jsonOf } from './jsonFile.ts';
import { renamedFieldText } from './siteMigrations.ts';
import {
  accessProblems,
  baseOfDocument,
  openProblems,
  problemsBetween,
  redirectProblem,
  spellingProblem,
} from './siteRules.ts';
import {
  siteOfVariables,
  unknownVariables,
  variablesText,
  withVariableNames,
  type Environment,
} from './siteVariables.ts';

/** Says what is wrong with the site file, as the path of the field and what was expected there. Stops the build. */
class SiteFileError extends Error {
  override name = 'SiteFileError' as const;
}

/**
 * Returns the sites for this build: those of the file that LONGVIEW_SITES names, else one site from the LONGVIEW_ variables,
 * else the sandbox's own. Throws a `SiteFileError` where a field is wrong, or a variable is misspelled.
 */
export function readSites(env: Environment): readonly Site[] {
  const path = env['LONGVIEW_SITES'];
  if (path !== undefined && path !== '') return checkedSites(parsed(path), path);
  const site = siteOfVariables(env);
  refuseUnknown(env);
  if (site !== undefined) return sitesOfVariables(site);
  return sandboxSites(`http://127.0.0.1:${env['SANDBOX_PORT'] ?? 5300}`);
}

/** Returns the template of the site file for the endpoints of a brands bundle; undefined when it has none. */
export function readTemplate(env: Environment): BrandTemplate | undefined {
  const path = env['LONGVIEW_SITES'];
  if (path === undefined || path === '') return undefined;
  return checkedFile(parsed(path), path).brands;
}

/** Checks a template and fills in the defaults. Throws a `SiteFileError` that names each wrong field. */
export const checkedTemplate = (template: object, source: string): BrandTemplate | undefined =>
  checkedFile({ sites: [], brands: template }, source).brands;

/**
 * These are all resource types that Longview can read. A health system must list those beyond the usual ones (docs/contract.md,
 * section 2).
 */
const EVERY_KIND = [
  'Encounter',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
  'Procedure',
  'Condition',
  'Immunization',
  'DiagnosticReport',
  'Medication',
];

/** Returns a site for each vendor that the sandbox can be. Patients sign in by themselves at the first of them only. */
export const sandboxSites = (sandboxOrigin: string, standalone = ['generic']): readonly Site[] =>
  checkedSites(
    {
      sites: VENDORS.map((vendor) => [vendor, VENDOR_SITES[vendor]] as const).map(
        ([vendor, { hospital, fhirPath, numberSystem }]) => ({
          id: vendor === 'generic' ? 'sandbox' : `sandbox-${vendor}`,
          label: hospital,
          iss: sandboxOrigin + fhirPath,
          clientId: 'longview-sandbox',
          vendor,
          launch: standalone.includes(vendor) ? ['ehr', 'standalone'] : ['ehr'],
          resources: EVERY_KIND,
          frameAncestors: [sandboxOrigin],
          styleOrigins: [sandboxOrigin],
          fhircast: true,
          timeZone: 'America/Chicago',
          ...(numberSystem !== undefined && { identifierSystem: numberSystem }),
        }),
      ),
    },
    'the sandbox site',
  );

/** Refuses misspelled variables. If the only one that is set were ignored, the sandbox would be built in place of the site unseen. */
function refuseUnknown(env: Environment): void {
  const unknown = unknownVariables(env);
  if (unknown.length > 0)
    throw new SiteFileError(`${VARIABLES}:\n  ${unknown.join(', ')} describes no site; ${variablesText}`);
}

function sitesOfVariables(site: object): readonly Site[] {
  try {
    return checkedSites({ sites: [site] }, VARIABLES);
  } catch (error) {
    throw error instanceof SiteFileError
      ? new SiteFileError(withVariableNames(error.message), { cause: error })
      : error;
  }
}

const VARIABLES = 'the LONGVIEW_ variables';

function parsed(path: string): unknown {
  try {
    return jsonOf(readFileSync(path));
  } catch (cause) {
    throw new SiteFileError(`${path}: ${fileProblem(cause)}`, { cause });
  }
}

/**
 * Checks a site file against its schema and against the rules that no schema can say, and fills in the defaults. Sites without
 * a sign-in may be on this machine and on `openHosts`. Throws a `SiteFileError` that names each wrong field.
 */
export function checkedSites(
  document: unknown,
  source: string,
  openHosts: readonly string[] = [],
): readonly Site[] {
  const { sites } = checkedFile(document, source);
  const problems = sites.flatMap((site, i) =>
    [...siteProblems(site, sites), ...openProblems(site, openHosts), ...problemsBetween(sites, i)].map(
      (problem) => `/sites/${i}${problem}`,
    ),
  );
  if (problems.length > 0) throw new SiteFileError(`${source}:\n  ${problems.join('\n  ')}`);
  return sites.map(finished);
}

/** Returns one site with the defaults filled in; undefined where a field is wrong. */
export function checkedSite(document: unknown): Site | undefined {
  const checked = v.safeParse(siteSchema, document);
  if (!checked.success || siteProblems(checked.output, []).length > 0) return undefined;
  return finished(checked.output);
}

function checkedFile(document: unknown, source: string) {
  const checked = v.safeParse(siteFileSchema, document, { message: messageOf });
  if (!checked.success) {
    const wrong = checked.issues.map((issue) => `${pathOf(issue) || '/'} ${issue.message}`);
    throw new SiteFileError(`${source}:\n  ${wrong.join('\n  ')}`);
  }
  const { sites, brands } = checked.output;
  if (sites.length === 0 && brands === undefined)
    throw new SiteFileError(`${source}:\n  /sites must not be empty`);
  const problems = brands === undefined ? [] : templateProblems(brands);
  if (problems.length > 0) throw new SiteFileError(`${source}:\n  ${problems.join('\n  ')}`);
  return checked.output;
}

/** A site made of the template must be right whatever the endpoint is, so one is tried. */
function templateProblems({ hosts: _, redirectUri, ...fields }: BrandTemplate): string[] {
  const site = { ...fields, id: 'brand', label: 'brand', iss: 'https://fhir.example' };
  const page = redirectUri?.replaceAll('{host}', 'fhir.example');
  const checked = v.safeParse(siteSchema, { ...site, ...(page !== undefined && { redirectUri: page }) });
  const problems = checked.success
    ? siteProblems(checked.output, [])
    : checked.issues.map((issue) => `${pathOf(issue)} ${issue.message}`);
  return problems.map((problem) => `/brands${problem}`);
}

type Issue = v.BaseIssue<unknown>;

/** Returns "/sites/0/vendor", and for a missing or unknown field the path of the object around it. */
const pathOf = ({ path }: Issue): string =>
  (path ?? []).map((item) => (item.origin === 'key' ? '' : `/${String(item.key)}`)).join('');

/** Says what was expected when the schema has no words of its own for it. */
function messageOf({ path, expected, received }: Issue): string {
  const last = path?.at(-1);
  if (last?.origin !== 'key') return `must be ${expected}, not ${received}`;
  const key = String(last.key);
  if (expected !== 'never') return `must have required property '${key}'`;
  const renamed = renamedFieldText(key, last.value);
  return `must NOT have additional properties (${key})${renamed === undefined ? '' : `: ${renamed}`}`;
}

function siteProblems(site: WrittenSite, sites: readonly WrittenSite[]): string[] {
  const problems: string[] = [];
  const secure = (field: string, address: string | undefined): void => {
    if (address === undefined) return;
    const problem = spellingProblem(address);
    if (problem !== undefined) problems.push(`${field} ${problem}: ${address}`);
    else if (!isSecure(new URL(address)))
      problems.push(`${field} must be https; http is for this machine alone: ${address}`);
  };
  secure('/iss', site.iss);
  const base = baseOfDocument(site.iss);
  if (base !== undefined)
    problems.push(`/iss is a document of the server; expected the FHIR base before it: ${base}`);
  secure('/issuer', site.issuer);
  secure('/redirectUri', site.redirectUri);
  for (const field of ['frameAncestors', 'authOrigins', 'extraOrigins', 'styleOrigins'] as const) {
    (site[field] ?? []).forEach((origin, i) => secure(`/${field}/${i}`, origin));
  }
  if (site.issPrefix && !site.allowPrefix && URL.canParse(site.iss) && !isLoopback(new URL(site.iss))) {
    problems.push(
      '/issPrefix would accept every issuer below this path; expected "allowPrefix": true beside it, or no prefix',
    );
  }
  if (sites.filter(({ id }) => id === site.id).length > 1) problems.push(`/id ${site.id} is used twice`);
  const misdirected = redirectProblem(site.redirectUri);
  if (misdirected !== undefined) problems.push(misdirected);
  problems.push(...accessProblems(site));
  if (site.timeZone !== '' && !isTimeZone(site.timeZone))
    problems.push(`/timeZone ${site.timeZone} is not an IANA time zone, such as America/Chicago`);
  return problems;
}

function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false; // browsers before 2023 know no offsets, and none follows the clocks of a place
  // Browsers take BST for Bangladesh, EST for a zone without summer time, and CST for Chicago.
  if (/^[a-z]{3}$/i.test(name) && !['UTC', 'GMT'].includes(name.toUpperCase())) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // Intl throws a RangeError where there is no such zone.
  }
}

const finished = ({ allowPrefix, identifierSystem, ...site }: WrittenSite): Site => ({
  ...site,
  ...(identifierSystem !== undefined && { identifierSystem: [identifierSystem].flat() }),
  // Nobody can launch or sign in where there is no sign-in.
  launch: site.open === true ? [] : site.launch,
  redirectUri: site.redirectUri ?? '',
  frameAncestors: originsIn(site.frameAncestors),
  authOrigins: originsIn(site.authOrigins ?? [site.iss]),
  extraOrigins: originsIn(site.extraOrigins),
  styleOrigins: originsIn(site.styleOrigins),
});

/** Returns each origin once, without capitals and default port, since the page compares them as browsers write them. */
const originsIn = (addresses: readonly string[]): readonly string[] => [
  ...new Set(addresses.map((address) => new URL(address).origin)),
];
