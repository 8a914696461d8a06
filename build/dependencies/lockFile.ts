import * as v from 'valibot';

const dependencyNames = v.optional(v.record(v.string(), v.string()), {});

const entrySchema = v.object({
  version: v.optional(v.string(), ''),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  resolved: v.optional(v.string()),
  link: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
  dependencies: dependencyNames,
  optionalDependencies: dependencyNames,
  peerDependencies: dependencyNames,
  devDependencies: dependencyNames,
});

const lockSchema = v.object({ packages: v.record(v.string(), entrySchema) });

/** This is one package of `package-lock.json`. https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages */
export type LockedPackage = {
  /** The package lies here, as in `node_modules/ajv` or `node_modules/a/node_modules/ajv`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly integrity: string | undefined;
  readonly resolved: string | undefined;
  readonly hasInstallScript: boolean;
  /** The package gets the packages at these paths when it imports its dependencies. */
  readonly dependencies: readonly string[];
};

/** `package-lock.json` names these packages. Folders of this repository are left out. */
export type LockFile = {
  /** The product imports the packages at these paths. */
  readonly production: readonly string[];
  /** The packages at these paths build and test the product. */
  readonly development: readonly string[];
  readonly packages: readonly LockedPackage[];
};

const FOLDER = 'node_modules/';

/** Reads the text of a `package-lock.json`. Throws where it is no such file. */
export function readLockFile(text: string): LockFile {
  const { packages } = v.parse(lockSchema, JSON.parse(text));
  const installed = new Set(
    Object.keys(packages).filter((path) => path.includes(FOLDER) && !packages[path]?.link),
  );
  const resolved = (path: string, ...lists: readonly Readonly<Record<string, string>>[]): string[] =>
    lists
      .flatMap(Object.keys)
      .flatMap((name) => resolvedPath(path, name, installed) ?? [])
      .toSorted();
  const root = packages[''];
  return {
    production: resolved('', root?.dependencies ?? {}, root?.optionalDependencies ?? {}),
    development: resolved('', root?.devDependencies ?? {}),
    packages: [...installed].map((path) => {
      const entry = packages[path] ?? v.parse(entrySchema, {});
      const name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
      const { dependencies, optionalDependencies, peerDependencies } = entry;
      return {
        path,
        name,
        version: entry.version,
        license: entry.license,
        integrity: entry.integrity,
        resolved: entry.resolved,
        hasInstallScript: entry.hasInstallScript,
        dependencies: resolved(path, dependencies, optionalDependencies, peerDependencies),
      };
    }),
  };
}

/** Looks for a package as Node does: beside the importer first, then beside each folder around it. */
function resolvedPath(importer: string, name: string, installed: ReadonlySet<string>): string | undefined {
  const own = `${importer === '' ? '' : `${importer}/`}${FOLDER}${name}`;
  if (installed.has(own)) return own;
  if (importer === '') return undefined;
  return resolvedPath(importer.slice(0, Math.max(0, importer.lastIndexOf(`/${FOLDER}`))), name, installed);
}
