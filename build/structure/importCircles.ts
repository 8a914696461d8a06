import type { Module } from './modules.ts';

/**
 * Finds the circles of imports, of any length and types included, each as the paths of its files. These are the strongly
 * connected components of more than one file. https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function importCircles(modules: readonly Module[]): readonly (readonly string[])[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];

  const visit = (path: string): number => {
    const number = order.size;
    order.set(path, number);
    let low = number;
    stack.push(path);
    for (const next of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(path, low);
    if (low === number) {
      const circle = stack.splice(stack.indexOf(path));
      const isOwn = byPath.get(path)?.imports.includes(path) === true;
      if (circle.length > 1 || isOwn) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const { path } of modules) if (!order.has(path)) visit(path);
  return circles;
}
