import { parseSync, Visitor, type ESTree } from 'vite';

/** What is known about a library's file that its minifier cannot know. Each entry must be found, or the build stops. */
export type Known = {
  /** Exact text, what stands in its place, and how often it occurs. */
  readonly texts: readonly (readonly [text: string | RegExp, becomes: string, times: number])[];
  /** Beginnings of statements of the file that are not needed. */
  readonly statements: readonly string[];
  /** Variables of the file that only ever hold this value; assignments to them are dropped. */
  readonly values: Readonly<Record<string, string>>;
  /** Functions of the file whose calls give this value and do nothing. */
  readonly calls: Readonly<Record<string, string>>;
  /** Properties that only ever hold this value. */
  readonly properties: Readonly<Record<string, string>>;
  /** Keys of object literals that are not needed. */
  readonly keys: readonly string[];
  /** Cases of a `switch` that never come: numbers of `x.tag`, and constants by name. Comparisons with the numbers go too. */
  readonly tags: readonly number[];
  readonly constants: readonly string[];
};

type Span = { readonly start: number; readonly end: number };
type Edit = Span & { readonly text: string; readonly rule?: string };
type Scope = { readonly declared: Set<string>; readonly reads: Edit[]; readonly body: Span | null };

/** The file without what is known to be dead. The minifier then finds the functions that nobody calls any more. */
export function leaveOut(file: string, known: Known): string {
  const code = known.texts.reduce(withText, file);
  const { program, errors } = parseSync('library.cjs', code);
  if (errors.length > 0) throw new Error(`The library cannot be parsed: ${errors[0]?.message}`);
  const edits = [...deadStatements(program, code, known), ...deadParts(program, code, known)];
  const found = new Set(edits.map(({ rule }) => rule));
  const missing = [
    ...known.statements,
    ...known.keys,
    ...known.constants,
    ...known.tags.map(String),
    ...[known.values, known.calls, known.properties].flatMap((names) => Object.keys(names)),
  ].filter((rule) => !found.has(rule));
  if (missing.length > 0)
    throw new Error(`The library no longer has what was to be left out: ${missing.join(', ')}`);
  return applied(edits, code);
}

function withText(code: string, [text, becomes, times]: Known['texts'][number]): string {
  const found = typeof text === 'string' ? code.split(text).length - 1 : (code.match(text)?.length ?? 0);
  if (found !== times)
    throw new Error(`The library no longer has ${times} times, but ${found} times: ${String(text)}`);
  return code.replaceAll(text, becomes);
}

/** Of edits within one another the outer one counts. */
function applied(edits: readonly Edit[], code: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at && start < at) continue;
    if (start < at) throw new Error(`Two edits overlap: ${code.slice(start, end)}`);
    pieces.push(code.slice(at, start), text);
    at = end;
  }
  return [...pieces, code.slice(at)].join('');
}

const deadStatements = ({ body }: ESTree.Program, code: string, { statements }: Known): Edit[] =>
  body.flatMap(({ type, start, end }) => {
    const rule = statements.find((beginning) => code.startsWith(beginning, start));
    return type !== 'ExpressionStatement' || rule === undefined ? [] : [{ start, end, text: '', rule }];
  });

function deadParts(program: ESTree.Program, code: string, known: Known): Edit[] {
  const edits: Edit[] = [];
  const file: Scope = { declared: new Set(), reads: [], body: null };
  const scopes = [file];
  const scope = (): Scope => scopes.at(-1) ?? file;
  const notRead = new Set<object>();
  const open: OfFunction = (node) => {
    for (const parameter of node.params) notRead.add(parameter);
    const names = node.params.flatMap((parameter) => ('name' in parameter ? [parameter.name] : []));
    scopes.push({ declared: new Set(names), reads: [], body: node.body });
  };
  // A name that the function declares itself is another variable; what it does not declare is the file's.
  const close = (): void => {
    const ended = scopes.pop() ?? file;
    scope().reads.push(...ended.reads.filter(({ rule = '' }) => !ended.declared.has(rule)));
  };
  new Visitor({
    ...ofFunctions(open, close),
    VariableDeclarator({ id, init }) {
      notRead.add(id);
      if (id.type !== 'Identifier') return;
      if (scope() !== file) scope().declared.add(id.name);
      else if (Object.hasOwn(known.values, id.name))
        checkStart(code.slice(init?.start, init?.end), id.name, known);
    },
    AssignmentExpression({ left, right }) {
      notRead.add(left);
      const rule = left.type === 'Identifier' ? left.name : '';
      if (Object.hasOwn(known.values, rule))
        scope().reads.push({ start: left.start, end: right.start, text: '', rule });
    },
    Property({ key, computed }) {
      if (!computed) notRead.add(key);
    },
    MemberExpression(node) {
      if (node.computed) return;
      notRead.add(node.property);
      if (!notRead.has(node)) edits.push(...valueOf(known.properties, node.property, node));
    },
    Identifier(node) {
      if (!notRead.has(node)) scope().reads.push(...valueOf(known.values, node, node));
    },
    CallExpression(node) {
      edits.push(...valueOf(known.calls, node.callee, node));
    },
    ObjectExpression: (node) => void edits.push(...deadKeys(node, known)),
    BinaryExpression: (node) => void edits.push(...deadComparison(node, known)),
    SwitchStatement(node) {
      const cases = deadCases(node, code, known);
      const names = cases.flatMap(({ declared }) => declared);
      const start = (scope().body?.start ?? -1) + 1;
      edits.push(...cases);
      if (names.length > 0) edits.push({ start, end: start, text: `var ${names.join()};` });
    },
  }).visit(program);
  return [...edits, ...file.reads];
}

type OfFunction = (node: ESTree.Function | ESTree.ArrowFunctionExpression) => void;
const ofFunctions = (open: OfFunction, close: OfFunction) => ({
  FunctionDeclaration: open,
  FunctionExpression: open,
  ArrowFunctionExpression: open,
  'FunctionDeclaration:exit': close,
  'FunctionExpression:exit': close,
  'ArrowFunctionExpression:exit': close,
});

/** A variable that only ever holds a value must begin with it. */
function checkStart(begins: string, name: string, { values }: Known): void {
  if (begins !== values[name]) throw new Error(`The library's ${name} begins with ${begins}.`);
}

/** The value in the place of `whole`, if `node` names something that only ever holds one. */
function valueOf(names: Readonly<Record<string, string>>, node: ESTree.Node, { start, end }: Span): Edit[] {
  const rule = node.type === 'Identifier' ? node.name : '';
  return Object.hasOwn(names, rule) ? [{ start, end, text: names[rule] ?? '', rule }] : [];
}

const deadKeys = ({ properties }: ESTree.ObjectExpression, { keys }: Known): Edit[] =>
  properties.flatMap((property, i) => {
    const rule = property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : '';
    const end = properties[i + 1]?.start ?? property.end;
    return keys.includes(rule) ? [{ start: property.start, end, text: '', rule }] : [];
  });

const isTag = (node: ESTree.Node): boolean =>
  node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'tag';

/** `27 === fiber.tag` */
function deadComparison(
  { left, operator, right, start, end }: ESTree.BinaryExpression,
  { tags }: Known,
): Edit[] {
  if (left.type !== 'Literal' || typeof left.value !== 'number' || !tags.includes(left.value)) return [];
  if (!isTag(right) || (operator !== '===' && operator !== '!==')) return [];
  return [{ start, end, text: operator === '===' ? '!1' : '!0', rule: String(left.value) }];
}

/** A case that never comes: its label where the case before runs on into it, else the whole. Its `var`s stay declared. */
function deadCases(
  { discriminant, cases }: ESTree.SwitchStatement,
  code: string,
  known: Known,
): (Edit & { readonly declared: readonly string[] })[] {
  const byTag = isTag(discriminant);
  let isReached = false;
  return cases.flatMap(({ test, consequent, start, end }) => {
    const rule = ruleOf(test, byTag, known);
    const wasReached = isReached;
    if (rule === undefined || wasReached) isReached = !isEnded(consequent);
    if (rule === undefined) return [];
    return wasReached
      ? [{ start, end: code.indexOf(':', test?.end) + 1, text: '', rule, declared: [] }]
      : [{ start, end, text: '', rule, declared: declaredIn(consequent) }];
  });
}

function ruleOf(
  test: ESTree.Expression | null,
  byTag: boolean,
  { tags, constants }: Known,
): string | undefined {
  if (test?.type === 'Identifier' && constants.includes(test.name)) return test.name;
  const isDead =
    byTag && test?.type === 'Literal' && typeof test.value === 'number' && tags.includes(test.value);
  return isDead ? String(test.value) : undefined;
}

/** Whether nothing runs on after these statements. What is not sure counts as running on. */
function isEnded(statements: readonly ESTree.Statement[]): boolean {
  const last = statements.at(-1);
  if (last?.type === 'BlockStatement') return isEnded(last.body);
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(last?.type ?? '');
}

/** The `var`s of these statements; a function among them keeps its own. */
function declaredIn(statements: readonly ESTree.Statement[]): string[] {
  const names: string[] = [];
  let depth = 0;
  const open = (): void => void (depth += 1);
  const close = (): void => void (depth -= 1);
  const visitor = new Visitor({
    ...ofFunctions(open, close),
    VariableDeclarator: ({ id }) => void (depth === 0 && id.type === 'Identifier' && names.push(id.name)),
  });
  for (const statement of statements) {
    const { start, end } = statement;
    visitor.visit({ type: 'Program', body: [statement], sourceType: 'script', hashbang: null, start, end });
  }
  return names;
}
