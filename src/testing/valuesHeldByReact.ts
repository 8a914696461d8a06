/** This file finds what React holds in memory for the components of a page. */
/**
 * These parts of React's fiber hold what was drawn, now and before.
 * https://github.com/facebook/react/tree/main/packages/react-reconciler
 */
type Fiber = {
  readonly memoizedProps: unknown;
  readonly pendingProps: unknown;
  readonly memoizedState: unknown;
  readonly updateQueue: unknown;
  readonly dependencies: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

const isFiber = (value: unknown): value is Fiber =>
  typeof value === 'object' && value !== null && 'memoizedProps' in value;

/** An element leads by this property to the fiber that made it, and from there to the whole tree. */
const OWNER = '_owner';

function eachHeldBy(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || value instanceof Node || seen.has(value)) return;
  if (ArrayBuffer.isView(value) || isFiber(value)) return;
  seen.add(value);
  const parts = value instanceof Map ? [...value].flat() : Object.entries(value);
  for (const part of parts)
    if (!Array.isArray(part) || value instanceof Map) eachHeldBy(part, seen);
    else if (part[0] !== OWNER) eachHeldBy(part[1], seen);
}

function visit(fiber: Fiber | null, visited: Set<Fiber>, seen: Set<unknown>): void {
  if (fiber === null || visited.has(fiber)) return;
  visited.add(fiber);
  const { memoizedProps, pendingProps, memoizedState, updateQueue, dependencies } = fiber;
  for (const part of [memoizedProps, pendingProps, memoizedState, updateQueue, dependencies])
    eachHeldBy(part, seen);
  for (const next of [fiber.child, fiber.sibling, fiber.alternate]) visit(next, visited, seen);
}

/**
 * Returns the objects that the components under a container hold in their props, states and contexts: those of the last drawing and of
 * the one before. What a closure holds is not among them.
 */
export function valuesHeldByReact(container: Element): ReadonlySet<unknown> {
  const root = Object.values(container).find(isFiber);
  if (root === undefined) throw new Error('React draws nothing in this element.');
  const seen = new Set<unknown>();
  visit(root, new Set(), seen);
  return seen;
}
