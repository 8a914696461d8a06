/**
 * This is the table that `build/catalogTable.ts` makes of the catalog: each column is one text, its cells joined by
 * ";".
 */
declare module '*.json?table' {
  const columns: readonly string[];
  export default columns;
}

/** Each panel of the catalog has its id, its name, and the ids of its members. */
declare module '*.json?panels' {
  const panels: readonly (readonly string[])[];
  export default panels;
}

/** These are the ids of the analytes that may have a logarithmic scale. */
declare module '*.json?log' {
  const ids: readonly string[];
  export default ids;
}
