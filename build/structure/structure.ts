import { componentsOf } from './componentProps.ts';
import { importCircles } from './importCircles.ts';
import { filesBelow, modulesBelow, type Module } from './modules.ts';
import { placeOf, whyNotImport } from './rooms.mjs';

/** A folder with more files than this needs a room inside; a screen's folder counts its tests and style sheets too. */
export const MOST_FILES = 40;
/** A component with more props of its own than this needs a context, or an object that has a name. */
export const MOST_PROPS = 10;

/**
 * This is the structure of the sources as it stands. Each list but `folders` names breaches, so it is empty in a house in
 * order.
 */
export type Structure = {
  readonly folders: readonly { readonly folder: string; readonly files: number }[];
  readonly crowdedFolders: readonly string[];
  readonly circles: readonly string[];
  readonly forbiddenImports: readonly string[];
  readonly wideComponents: readonly string[];
  readonly duplicateExports: readonly string[];
  /** Says how often a component declares `timeZone` as a prop. */
  readonly timeZoneProps: readonly string[];
};

/** These are the tops whose exported names must each mean one thing. The sandbox is another system and counts by itself. */
const TOPS = ['src', 'sandbox', 'e2e', 'build'] as const;

/** Tests, and what only they and the gallery use, may gather options that the product keeps apart. */
const NO_PRODUCT = /\.test\.|Fixture\.|^src\/(?:testing|gallery)\//;

/** Measures the sources below the project's root. Throws where a file cannot be parsed. */
export function structureOf(root: string): Structure {
  const modules = new Map(TOPS.map((top) => [top, modulesBelow(root, top)]));
  const all = [...modules.values()].flat();
  const components = componentsOf(modules.get('src') ?? []).filter(({ path }) => !NO_PRODUCT.test(path));
  const folders = foldersOf(root);
  return {
    folders,
    crowdedFolders: folders
      .filter(({ files }) => files > MOST_FILES)
      .map(({ folder, files }) => `${folder}: ${files} files`),
    circles: importCircles(all).map((circle) => circle.join(' → ')),
    forbiddenImports: all.flatMap(forbiddenIn),
    wideComponents: components
      .filter(({ props }) => props.length > MOST_PROPS)
      .map(({ path, name, props }) => `${path}: ${name} has ${props.length} props (${props.join(', ')})`),
    duplicateExports: [...modules.values()].flatMap(duplicateExports),
    timeZoneProps: components
      .filter(({ props }) => props.includes('timeZone'))
      .map(({ path, name }) => `${path}: ${name}`),
  };
}

function foldersOf(root: string): Structure['folders'] {
  const counts = new Map<string, number>();
  for (const top of TOPS)
    for (const path of filesBelow(root, top)) {
      // Pictures and positions are data, and many by nature.
      if (path.startsWith('e2e/baselines/')) continue;
      const folder = path.slice(0, path.lastIndexOf('/'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  return [...counts]
    .map(([folder, files]) => ({ folder, files }))
    .toSorted((a, b) => b.files - a.files || a.folder.localeCompare(b.folder));
}

function forbiddenIn({ path, imports }: Module): readonly string[] {
  const from = placeOf(path);
  if (from === undefined) return [];
  return imports.flatMap((target) => {
    const to = placeOf(target);
    const why = to && whyNotImport(from, to);
    return why === undefined ? [] : [`${path} imports ${target}. ${why}`];
  });
}

function duplicateExports(modules: readonly Module[]): readonly string[] {
  const homes = new Map<string, string[]>();
  for (const { path, exports } of modules)
    // A type and a value of one name in one file are one thing.
    for (const name of new Set(exports)) homes.set(name, [...(homes.get(name) ?? []), path]);
  return [...homes]
    .filter(([name, paths]) => paths.length > 1 && name !== 'default')
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}
