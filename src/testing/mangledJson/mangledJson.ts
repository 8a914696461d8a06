/** This file breaks JSON at random places, for tests that no resource of a server makes a reader throw. */
import fc from 'fast-check';

type Node = Record<string | number, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const pathsIn = (node: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isNode(node)
    ? Object.keys(node).flatMap((key) => [[...path, key], ...pathsIn(node[key], [...path, key])])
    : [];

const GONE = Symbol('gone');
const ODD = [
  GONE,
  null,
  '',
  ' ',
  [],
  {},
  [[]],
  0,
  -1,
  1e308,
  5e-324,
  true,
  'active',
  'final',
  '2026-02-30',
  '1970-01-01',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  [null, 1, 'a'],
  { value: '5' },
  // An object of JSON may hide the functions by which a program turns it into a text or a number.
  { toString: 1, valueOf: null },
  Object.fromEntries([
    ['__proto__', { value: 5 }],
    ['hasOwnProperty', 1],
    ['length', 4_294_967_295],
  ]),
  // These are the first and the last years that a date can name, here and in FHIR.
  '0000-01-01',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  '9'.repeat(400),
  '\u202e1.5\u202c',
];

type Swap = readonly [at: number, value: unknown];
const swap = fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 2 })));

function mangled(shape: object, swaps: readonly Swap[], kept: ReadonlySet<string>): object {
  const made: unknown = structuredClone(shape);
  for (const [at, value] of swaps) {
    const paths = pathsIn(made).filter(([first = '']) => !kept.has(first));
    const path = paths[at % Math.max(1, paths.length)] ?? [];
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), made);
    const key = path.at(-1);
    if (!isNode(parent) || key === undefined) continue;
    // JSON has no holes.
    if (value === GONE && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (value === GONE) delete parent[key];
    else parent[key] = structuredClone(value);
  }
  return isNode(made) ? made : {};
}

type Mangling = {
  /** The elements of these names stay as they are. */
  readonly kept?: readonly string[];
  readonly minSwaps?: number;
  readonly maxSwaps: number;
};

/** Returns one of the shapes with some of its nodes replaced or removed, one after another. */
export const mangledJson = (shapes: readonly object[], { kept = [], minSwaps = 0, maxSwaps }: Mangling) =>
  fc
    .tuple(fc.constantFrom(...shapes), fc.array(swap, { minLength: minSwaps, maxLength: maxSwaps }))
    .map(([shape, swaps]) => mangled(shape, swaps, new Set(kept)));
