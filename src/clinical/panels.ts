import rows from './loinc-catalog.json?panels';

/** Analytes that are looked at together. */
export type Panel = { readonly id: string; readonly name: string; readonly members: ReadonlySet<string> };

/** The catalog's panels; not needed for the first chart, so whatever imports this file is loaded later. */
const panels: readonly Panel[] = rows.map(([id = '', name = '', ...members]) => ({
  id,
  name,
  members: new Set(members),
}));

/** Those of which the record has at least one analyte; of several with the same analytes there the first. */
export function panelsOf(analyteIds: ReadonlySet<string>): readonly Panel[] {
  const seen = new Set<string>();
  return panels.filter(({ members }) => {
    const here = [...members]
      .filter((id) => analyteIds.has(id))
      .toSorted()
      .join(' ');
    if (here === '' || seen.has(here)) return false;
    seen.add(here);
    return true;
  });
}
