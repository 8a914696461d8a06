/** The table that `build/catalogTable.ts` makes of the catalog: one text for each column, its cells joined by ";". */
declare module '*.json?table' {
  const columns: readonly string[];
  export default columns;
}

/** The panels of the catalog: id, name, and the ids of their members. */
declare module '*.json?panels' {
  const panels: readonly (readonly string[])[];
  export default panels;
}

/** The ids of the analytes that may have a logarithmic scale. */
declare module '*.json?log' {
  const ids: readonly string[];
  export default ids;
}
