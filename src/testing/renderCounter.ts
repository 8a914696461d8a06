/** This file counts what React draws. */
/**
 * These parts of React's fiber say what was drawn.
 * https://github.com/facebook/react/tree/main/packages/react-reconciler
 */
type Fiber = {
  readonly type: unknown;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

/** React sets this flag on a function component that it called in this commit. */
const PERFORMED_WORK = 1;

const nameOf = ({ type }: Fiber): string => {
  const component = typeof type === 'object' && type !== null && 'type' in type ? type.type : type;
  return typeof component === 'function' ? component.name : '';
};

function countMounted(first: Fiber | null, count: (name: string) => void): void {
  for (let fiber = first; fiber !== null; fiber = fiber.sibling) {
    count(nameOf(fiber));
    countMounted(fiber.child, count);
  }
}

function countUpdated(next: Fiber, previous: Fiber, count: (name: string) => void): void {
  if ((next.flags & PERFORMED_WORK) !== 0) count(nameOf(next));
  if (next.child === previous.child) return; // nothing below was drawn
  for (let fiber = next.child; fiber !== null; fiber = fiber.sibling)
    if (fiber.alternate === null) {
      count(nameOf(fiber));
      countMounted(fiber.child, count);
    } else countUpdated(fiber, fiber.alternate, count);
}

/**
 * Counts which components React draws, by name, as its developer tools do. It must be made before React's renderer is
 * loaded: call it in `vi.hoisted`, with a dynamic import of this file.
 */
export function createRenderCounter() {
  const counts = new Map<string, number>();
  const count = (name: string): void => {
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const nothing = (): void => undefined;
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    checkDCE: nothing,
    onScheduleFiberRoot: nothing,
    onCommitFiberUnmount: nothing,
    onPostCommitFiberRoot: nothing,
    onCommitFiberRoot(_renderer: number, { current }: { readonly current: Fiber }) {
      if (current.alternate) countUpdated(current, current.alternate, count);
    },
  };
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
  return {
    reset: (): void => counts.clear(),
    /** Returns how often each component was drawn since the last reset. */
    counts: (): ReadonlyMap<string, number> => counts,
  };
}
