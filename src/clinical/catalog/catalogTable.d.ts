/** `build/catalogTable.ts` makes these tables of the catalog. The app fetches this one as a file; tests import it. */
declare module '*.json?table' {
  const file: Readonly<Record<string, string>>;
  export default file;
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

/** These are the units of codes that count moles where their analyte has a mass, or the other way, by LOINC. */
declare module '*.json?codeUnits' {
  const units: Readonly<Record<string, string>>;
  export default units;
}
