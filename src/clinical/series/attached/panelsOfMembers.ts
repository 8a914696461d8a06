/** Keeps in which panels the results of a record lie, so that what an outer panel says of its specimen reaches the members of the inner one. */

/** A result lies in one panel, and that one perhaps in another. No more are kept of a record whose panels all hold each other. */
const MAX_PANELS = 50;

/** Returns an empty table for one record. Observations that are panels are named by their number, and all by their id. */
export function createPanelsOfMembers() {
  const byMember = new Map<string, readonly string[]>();
  const panels = new Map<number, { readonly id: string; readonly members: readonly string[] }>();
  const panelsOf = (member: string): readonly string[] => byMember.get(member) ?? [];

  return {
    add(observation: number, id: string, members: readonly string[]): void {
      if (id === '' || members.length === 0) return;
      panels.set(observation, { id, members });
      for (const member of members) {
        const known = panelsOf(member);
        // The order of pages must not change what is told.
        if (known.length < MAX_PANELS && !known.includes(id)) byMember.set(member, [...known, id].toSorted());
      }
    },
    remove(observation: number): void {
      const { id, members = [] } = panels.get(observation) ?? {};
      panels.delete(observation);
      for (const member of members) {
        const others = panelsOf(member).filter((one) => one !== id);
        if (others.length > 0) byMember.set(member, others);
        else byMember.delete(member);
      }
    },
    /** Returns an Observation by its id, and the panels in which it lies, the inner ones first and each once. */
    withPanels(id: string): ReadonlySet<string> {
      const ids = new Set([id]);
      // A set that grows is read to its new end.
      for (const one of ids) {
        if (ids.size >= MAX_PANELS) break;
        for (const panel of panelsOf(one)) ids.add(panel);
      }
      return ids;
    },
  };
}
