/** Every object has these names, so a table that is a plain object finds something under each. */
export const INHERITED_NAMES = Object.getOwnPropertyNames(Object.prototype);

/** Returns what a table gave for one of these names: a function, or the words of one; undefined when nothing shows that. */
export function foundInherited(value: unknown): string | undefined {
  const text = JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'function' ? 'native code' : one,
  );
  return /.{0,40}(?:native code|\[object).{0,40}/.exec(text)?.[0];
}
