/**
 * Returns a table that finds its own names and nothing else. A plain object finds a function under "constructor" too, and
 * texts of a server are asked for here: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Object#null-prototype_objects
 */
export function lookupTable<Value>(
  values: Readonly<Record<string, Value>>,
): Readonly<Partial<Record<string, Value>>> {
  const table = { ...values };
  Object.setPrototypeOf(table, null);
  return table;
}
