import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync, Visitor, type ESTree } from 'vite';

/** This is one source file: what it imports of its neighbours, types included, and the names that it exports. */
export type Module = {
  /** The path is relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly program: ESTree.Program;
  /** Paths of the files that it imports, in any form of import; libraries are left out. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
};

const SOURCE = /\.tsx?$/;

/** Returns every file below a folder of the project, sorted. A folder that does not exist has none. */
export function filesBelow(root: string, folder: string): readonly string[] {
  const top = join(root, folder);
  if (statSync(top, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join('/'))
    .toSorted();
}

/** Parses the TypeScript files below a folder of the project. Throws where one cannot be parsed. */
export const modulesBelow = (root: string, folder: string): readonly Module[] =>
  filesBelow(root, folder)
    .filter((path) => SOURCE.test(path))
    .map((path) => moduleOf(root, path));

function moduleOf(root: string, path: string): Module {
  const { program, module, errors } = parseSync(path, readFileSync(join(root, path), 'utf8'));
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const specifiers: string[] = [];
  const add = (source: { readonly value: unknown } | null | undefined): void => {
    if (typeof source?.value === 'string') specifiers.push(source.value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source.type === 'Literal' ? source : undefined),
    TSImportType: ({ source }) => add(source),
  }).visit(program);
  return {
    path,
    program,
    imports: [...new Set(specifiers.filter((one) => one.startsWith('.')).map((one) => resolved(path, one)))],
    exports: module.staticExports
      .flatMap(({ entries }) => entries)
      // A name that is only exported again comes from elsewhere.
      .filter(({ moduleRequest }) => moduleRequest === null)
      .flatMap(({ exportName }) =>
        exportName.kind === 'Name' && exportName.name !== null ? [exportName.name] : [],
      ),
  };
}

/** Returns the file that a relative import means; `?raw` and the like say how it is read, not which it is. */
export const resolved = (path: string, specifier: string): string =>
  posix.join(dirname(path).split(sep).join('/'), specifier.replace(/\?.*$/, ''));
