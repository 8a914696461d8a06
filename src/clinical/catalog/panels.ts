import rows from './loinc-catalog.json?panels';

/** These are analytes that are looked at together, by their catalog ids. */
export type Panel = { readonly id: string; readonly name: string; readonly members: ReadonlySet<string> };

/** The first chart needs no panels, so this file is loaded later. */
const panels: readonly Panel[] = rows.map(([id = '', name = '', ...members]) => ({
  id,
  name,
  members: new Set(members),
}));

const always = (): boolean => true;

/**
 * Returns the wanted panels of which the record has at least one analyte. Among panels with the same analytes present
 * it keeps the first.
 */
export function panelsOf(
  analyteIds: ReadonlySet<string>,
  isWanted: (panel: Panel) => boolean = always,
): readonly Panel[] {
  const seen = new Set<string>();
  return panels.filter((panel) => {
    if (!isWanted(panel)) return false;
    const { members } = panel;
    const present = [...members]
      .filter((id) => analyteIds.has(id))
      .toSorted()
      .join(' ');
    if (present === '' || seen.has(present)) return false;
    seen.add(present);
    return true;
  });
}
