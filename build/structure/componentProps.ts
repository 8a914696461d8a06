import type { ESTree } from 'vite';
import { resolved, type Module } from './modules.ts';

/** A React component and the props that it declares; those of the platform's own elements are not counted. */
export type Component = { readonly path: string; readonly name: string; readonly props: readonly string[] };

type Types = ReadonlyMap<string, { readonly module: Module; readonly type: ESTree.TSType }>;

/** Lists the components of these files. A component is a function with a capital letter that takes one object. */
export function componentsOf(modules: readonly Module[]): readonly Component[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return modules
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap((module) =>
      functionsOf(module.program).map(({ name, type }) => ({
        path: module.path,
        name,
        props: [...new Set(type ? propsOf(type, module, byPath) : [])],
      })),
    );
}

type Parameter = ESTree.ParamPattern | undefined;
type Found = { readonly name: string; readonly type: ESTree.TSType | undefined };

const isComponentName = (name: string): boolean => /^[A-Z][a-z]/.test(name);

function typeOfParameter(parameter: Parameter): ESTree.TSType | undefined {
  if (parameter === undefined || !('typeAnnotation' in parameter)) return undefined;
  return parameter.typeAnnotation?.typeAnnotation;
}

function functionsOf({ body }: ESTree.Program): readonly Found[] {
  return body.flatMap((statement): Found[] => {
    const node =
      statement.type === 'ExportNamedDeclaration' && statement.declaration
        ? statement.declaration
        : statement;
    if (node.type === 'FunctionDeclaration') {
      const name = node.id?.name ?? '';
      return isComponentName(name) ? [{ name, type: typeOfParameter(node.params[0]) }] : [];
    }
    if (node.type !== 'VariableDeclaration') return [];
    return node.declarations.flatMap(({ id, init }) => {
      if (id.type !== 'Identifier' || !isComponentName(id.name)) return [];
      const inner = init?.type === 'CallExpression' ? init.arguments[0] : init;
      if (inner?.type !== 'ArrowFunctionExpression' && inner?.type !== 'FunctionExpression') return [];
      return [{ name: id.name, type: typeOfParameter(inner.params[0]) }];
    });
  });
}

/** Returns the names of the members of a type, as far as the sources of the project say them. */
function propsOf(
  type: ESTree.TSType,
  module: Module,
  byPath: ReadonlyMap<string, Module>,
): readonly string[] {
  if (type.type === 'TSIntersectionType') return type.types.flatMap((one) => propsOf(one, module, byPath));
  if (type.type === 'TSParenthesizedType') return propsOf(type.typeAnnotation, module, byPath);
  if (type.type === 'TSTypeReference') return propsOfReference(type, module, byPath);
  if (type.type !== 'TSTypeLiteral') return [];
  return type.members.flatMap((member) =>
    (member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') &&
    member.key.type === 'Identifier'
      ? [member.key.name]
      : [],
  );
}

const literalsOf = (type: ESTree.TSType | undefined): readonly string[] => {
  if (type?.type === 'TSUnionType') return type.types.flatMap(literalsOf);
  return type?.type === 'TSLiteralType' && type.literal.type === 'Literal'
    ? [String(type.literal.value)]
    : [];
};

const SAME_MEMBERS: ReadonlySet<string> = new Set(['Partial', 'Readonly', 'Required']);

function propsOfReference(
  { typeName, typeArguments }: ESTree.TSTypeReference,
  module: Module,
  byPath: ReadonlyMap<string, Module>,
): readonly string[] {
  const name = typeName.type === 'Identifier' ? typeName.name : '';
  const [first, second] = typeArguments?.params ?? [];
  if (name === 'Pick') return literalsOf(second);
  if (name === 'ComponentProps') return propsOfComponent(first, module, byPath);
  if (first !== undefined && (name === 'Omit' || SAME_MEMBERS.has(name)))
    return propsOf(first, module, byPath).filter((one) => !literalsOf(second).includes(one));
  const found = declarationOf(name, module, byPath, typesOf);
  return found ? propsOf(found.type, found.module, byPath) : [];
}

/** `ComponentProps<typeof Tile>` has the props of Tile; those of an element of the platform are not counted. */
function propsOfComponent(
  query: ESTree.TSType | undefined,
  module: Module,
  byPath: ReadonlyMap<string, Module>,
): readonly string[] {
  if (query?.type !== 'TSTypeQuery' || query.exprName.type !== 'Identifier') return [];
  const found = declarationOf(
    query.exprName.name,
    module,
    byPath,
    (one) =>
      new Map(
        functionsOf(one.program).flatMap(({ name: own, type }) =>
          type ? [[own, { module: one, type }]] : [],
        ),
      ),
  );
  return found ? propsOf(found.type, found.module, byPath) : [];
}

const typesOf = (module: Module): Types =>
  new Map(
    module.program.body.flatMap((statement) => {
      const node =
        statement.type === 'ExportNamedDeclaration' && statement.declaration
          ? statement.declaration
          : statement;
      return node.type === 'TSTypeAliasDeclaration'
        ? [[node.id.name, { module, type: node.typeAnnotation }] as const]
        : [];
    }),
  );

/** Returns what a name means in a file: its own declaration, or that of the file of the project that it is imported from. */
function declarationOf(
  name: string,
  module: Module,
  byPath: ReadonlyMap<string, Module>,
  declared: (module: Module) => Types,
) {
  const own = declared(module).get(name);
  if (own) return own;
  for (const node of module.program.body) {
    if (node.type !== 'ImportDeclaration') continue;
    for (const one of node.specifiers) {
      if (one.type !== 'ImportSpecifier' || one.local.name !== name || one.imported.type !== 'Identifier')
        continue;
      const target = byPath.get(resolved(module.path, node.source.value));
      return target && declared(target).get(one.imported.name);
    }
  }
  return undefined;
}
