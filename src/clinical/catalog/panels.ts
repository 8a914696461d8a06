import rows from './loinc-catalog.json?panels';

/** Analytes that are looked at together. */
export type Panel = { readonly id: string; readonly name: string; readonly members: ReadonlySet<string> };

/** The catalog's panels; not needed for the first chart, so whatever imports this file is loaded later. */
const panels: readonly Panel[] = rows.map(([id = '', name = '', ...members]) => ({
  id,
  name,
  members: new Set(members),
}));

const all = (): boolean => true;

/** Those meant of which the record has at least one analyte; of several with the same analytes there the first. */
export function panelsOf(
  analyteIds: ReadonlySet<string>,
  isMeant: (panel: Panel) => boolean = all,
): readonly Panel[] {
  const seen = new Set<string>();
  return panels.filter((panel) => {
    if (!isMeant(panel)) return false;
    const { members } = panel;
    const here = [...members]
      .filter((id) => analyteIds.has(id))
      .toSorted()
      .join(' ');
    if (here === '' || seen.has(here)) return false;
    seen.add(here);
    return true;
  });
}
