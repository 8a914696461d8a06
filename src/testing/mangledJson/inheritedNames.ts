/** Every object has these names, so a table that is a plain object finds something under each. */
export const INHERITED_NAMES = Object.getOwnPropertyNames(Object.prototype);

/** Returns what a table gave for one of these names: a function, or the words of one; undefined when nothing shows that. */
export function foundInherited(value: unknown): string | undefined {
  const text = JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'function' ? 'native code' : one,
  );
  const at = text.search(/native code|\[object/);
  return at === -1 ? undefined : text.slice(Math.max(0, at - 40), at + 60);
}
