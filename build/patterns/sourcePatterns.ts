import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from 'vite';
import { modulesBelow } from '../structure/modules.ts';
import type { Pattern } from './program.ts';

/** A pattern stands in the product as a literal, or is made of a text with `new RegExp`. */
export type SourcePatterns = {
  readonly literals: readonly (Pattern & { readonly path: string })[];
  /** These are the files that make patterns of texts. */
  readonly makers: readonly string[];
};

/** Tests, their builders and the gallery meet no text of a server. */
const OF_DEVELOPMENT = /\.test\.tsx?$|Fixture\.tsx?$|^src\/(?:testing|gallery)\//;

/** Finds every regular expression of the product, so that none can be forgotten in a list. */
export function sourcePatterns(root: string): SourcePatterns {
  const literals: (Pattern & { path: string })[] = [];
  const makers = new Set<string>();
  for (const { path, program } of modulesBelow(root, 'src')) {
    if (OF_DEVELOPMENT.test(path)) continue;
    const made = (callee: { readonly type: string }): void => {
      if ('name' in callee && callee.name === 'RegExp') makers.add(path);
    };
    new Visitor({
      Literal(node) {
        if ('regex' in node) literals.push({ path, source: node.regex.pattern, flags: node.regex.flags });
      },
      NewExpression: ({ callee }) => made(callee),
      CallExpression: ({ callee }) => made(callee),
    }).visit(program);
  }
  return { literals, makers: [...makers] };
}

/** Returns the rules by which units are read. The build packs them into the catalog, and the page makes patterns of them. */
export function unitRules(root: string): readonly Pattern[] {
  const file: { readonly rules: readonly { readonly find: string }[] } = JSON.parse(
    readFileSync(join(root, 'src/clinical/units/unit-spellings.json'), 'utf8'),
  );
  return file.rules.map(({ find }) => ({ source: find, flags: 'gi' }));
}
