import parseLicence from 'spdx-expression-parse';
import type { LicenceException } from './dependencyRules.ts';
import type { LockedPackage, LockFile } from './lockFile.ts';

/** The audit goes by what `package.json` says and by the licences that are allowed. */
export type AuditRules = {
  /** `package.json` asks for these versions, which stand here by name. */
  readonly wanted: Readonly<Record<string, string>>;
  /** `allowScripts` of `package.json` says whether npm runs the install script of a package. */
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly permissive: ReadonlySet<string>;
  readonly exceptions: readonly LicenceException[];
  /** This says why the product may depend on several major versions of a package. */
  readonly severalMajors: Readonly<Record<string, string>>;
};

/** A problem stops the check, and a note is for the reviewer. */
export type AuditPart = {
  readonly title: string;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
};

const named = ({ name, version }: LockedPackage): string => `${name} ${version}`;

/** Returns the parts of the audit that the lock file alone decides. */
export const auditLockFile = (lock: LockFile, rules: AuditRules): readonly AuditPart[] => [
  licencePart(lock, rules),
  installScriptPart(lock, rules),
  integrityPart(lock),
  pinnedPart(rules),
  duplicatePart(lock, rules),
];

function licencePart(lock: LockFile, { permissive, exceptions }: AuditRules): AuditPart {
  const shipped = productionPaths(lock);
  const used = new Map<LicenceException, string[]>();
  const problems: string[] = [];
  for (const locked of lock.packages) {
    const { name, path, license = 'no licence named' } = locked;
    if (isAllowed(license, permissive)) continue;
    const exception = exceptions.find((one) => one.name.test(name) && one.licence === license);
    if (exception === undefined) problems.push(`${named(locked)}: ${license} is not on the list.`);
    else if (shipped.has(path))
      problems.push(
        `${named(locked)}: ${license} is allowed for building and testing, but the product depends on this one.`,
      );
    else used.set(exception, [...(used.get(exception) ?? []), name]);
  }
  const unused = exceptions.filter((exception) => !used.has(exception));
  return {
    title: 'Licences',
    problems: [...problems, ...unused.map(({ name }) => `The exception ${name.source} is no longer needed.`)],
    notes: [...used].map(([{ licence, why }, names]) => `${names.join(', ')}: ${licence}; ${why}.`),
  };
}

type Licence = ReturnType<typeof parseLicence>;

/** Returns whether one of the licences that may be chosen is allowed, and each of those that hold together. */
function isAllowed(expression: string, permissive: ReadonlySet<string>): boolean {
  const isFine = (licence: Licence): boolean => {
    if (!('conjunction' in licence))
      return licence.exception === undefined && licence.plus !== true && permissive.has(licence.license);
    const { left, right, conjunction } = licence;
    return conjunction === 'or' ? isFine(left) || isFine(right) : isFine(left) && isFine(right);
  };
  try {
    return isFine(parseLicence(expression));
  } catch {
    return false; // The text is no SPDX expression, such as "SEE LICENSE IN …".
  }
}

/** Returns the folders of what the product imports, directly or not. */
export function productionPaths({ production, packages }: LockFile): ReadonlySet<string> {
  const byPath = new Map(packages.map((locked) => [locked.path, locked]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    byPath.get(path)?.dependencies.forEach(visit);
  };
  production.forEach(visit);
  return reached;
}

function installScriptPart({ packages }: LockFile, { allowScripts }: AuditRules): AuditPart {
  const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript);
  const decision = ({ name, version }: LockedPackage): boolean | undefined =>
    allowScripts[`${name}@${version}`] ?? allowScripts[name];
  const isNeeded = (key: string): boolean =>
    withScript.some(({ name, version }) => key === name || key === `${name}@${version}`);
  return {
    title: 'Install scripts',
    problems: [
      ...withScript
        .filter((locked) => decision(locked) === undefined)
        .map((locked) => `${named(locked)} has one, and allowScripts of package.json does not name it.`),
      ...Object.keys(allowScripts)
        .filter((key) => !isNeeded(key))
        .map((key) => `${key} has none, but allowScripts of package.json names it.`),
    ],
    notes: withScript
      .filter((locked) => decision(locked) !== undefined)
      .map(
        (locked) => `${named(locked)} has one, which ${decision(locked) === true ? 'runs' : 'does not run'}.`,
      ),
  };
}

/** sha512 in base64 has 86 characters and two signs of padding. */
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

function integrityPart({ packages }: LockFile): AuditPart {
  const unsealed = packages.filter(({ integrity = '' }) => !SHA512.test(integrity));
  const addressed = packages.filter(({ resolved }) => resolved !== undefined);
  return {
    title: 'Integrity',
    problems: [
      ...unsealed.map((locked) => `${named(locked)} has no sha512 in package-lock.json.`),
      ...addressed.map(
        (locked) =>
          `${named(locked)} names the address it was loaded from; the registry is the choice of who builds.`,
      ),
    ],
    notes: [`${packages.length - unsealed.length} of ${packages.length} packages are held by a sha512.`],
  };
}

/** npm reads these as one version alone. A folder of this repository is a version of its own. */
const EXACT = /^(?:\d+\.\d+\.\d+(?:-[\w.]+)?|file:.+)$/;

const pinnedPart = ({ wanted }: AuditRules): AuditPart => ({
  title: 'Versions',
  problems: Object.entries(wanted)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: package.json asks for ${version} instead of one version.`),
  notes: [],
});

function duplicatePart(lock: LockFile, { severalMajors }: AuditRules): AuditPart {
  const shipped = productionPaths(lock);
  const problems: string[] = [];
  const notes: string[] = [];
  for (const name of new Set(lock.packages.map((one) => one.name))) {
    const locked = lock.packages.filter((one) => one.name === name);
    if (majorsOf(locked).size < 2) continue;
    const versions = [...new Set(locked.map(({ version }) => version))].toSorted().join(', ');
    const isShippedTwice = majorsOf(locked.filter(({ path }) => shipped.has(path))).size > 1;
    const why = severalMajors[name];
    if (isShippedTwice && why === undefined)
      problems.push(`The product depends on several major versions of ${name}: ${versions}.`);
    else notes.push(`${name}: ${versions}; ${isShippedTwice ? why : 'for building and testing'}.`);
  }
  return { title: 'Major versions that stand twice', problems, notes };
}

const majorsOf = (packages: readonly LockedPackage[]): ReadonlySet<string> =>
  new Set(packages.map(({ version }) => version.split('.')[0] ?? ''));
